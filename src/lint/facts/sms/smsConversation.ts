import type { Direction } from "../../../eas/direction";
import type { FolderKind } from "../../../eas/folderKinds";
import { foldersOf } from "../../../session/folders";
import { type Pair, pairsOf } from "../../../session/pairs";
import type { MessageView } from "../../view";
import { type Collection, collectionsOf } from "./collections";
import { type Item, itemAt } from "./items";
import { mayHoldSms } from "./mentions";

/** One set of options as it holds for a collection. */
export interface SetInForce {
  readonly isSms: boolean;
  readonly filter: string | undefined;
}

/** One collection of one Sync request, with what holds for it and what came of it. */
export interface SyncTurn {
  readonly request: MessageView;
  readonly response: MessageView | undefined;
  /** The Collection in the request; -1 where the request has no body and repeats the one before. */
  readonly node: number;
  readonly id: string;
  readonly syncKey: string | undefined;
  /** The sets of options that held before it; `undefined` where the session does not show them. */
  readonly before: readonly SetInForce[] | undefined;
  /**
   * The sets that hold for it: its own, or where it has none those from before; `[]` where it never had any.
   */
  readonly sets: readonly SetInForce[] | undefined;
  /** Whether it brings sets of its own. */
  readonly isOwn: boolean;
  /** The Collection in the response; -1 where there is none. */
  readonly answer: number;
}

/** A text message that a session shows, from where on it is known, and where it went. */
export interface SmsLife {
  readonly id: string;
  readonly collection: string;
  readonly from: "client" | "server";
  /** The Add that shows it first, and its message. */
  readonly view: MessageView;
  readonly node: number;
  /** Index of the message that deleted it. */
  readonly gone: number | undefined;
}

/** What the messages of a session tell together about SMS. */
export interface SmsSession {
  readonly pairs: readonly Pair<MessageView>[];
  readonly turns: readonly SyncTurn[];
  /** By `lifeKey`. */
  readonly lives: ReadonlyMap<string, SmsLife>;
  /** The kinds of folders by CollectionId, as the session itself tells them. */
  readonly folders: ReadonlyMap<string, FolderKind>;
  /**
   * The kind of a collection's folder: from FolderSync, or for a message of one collection from the context.
   */
  readonly kindOf: (view: MessageView, id: string | undefined) => FolderKind;
}

const known = new WeakMap<readonly MessageView[], SmsSession>();

/** Reads a session once for all rules that ask. */
export function smsSession(views: readonly MessageView[]): SmsSession {
  const session = known.get(views) ?? readSession(views);
  known.set(views, session);
  return session;
}

function readSession(views: readonly MessageView[]): SmsSession {
  const folders = foldersOf(views);
  const pairs = pairsOf(views);
  const responses = new Map(pairs.map(({ request, response }) => [request, response]));
  return {
    pairs,
    folders,
    turns: readTurns(views, responses),
    lives: readLives(views, pairs),
    kindOf: (view, id) => {
      const told = id === undefined ? undefined : folders.get(id);
      return told ?? (collectionsOf(view).length === 1 ? view.context.folder : "unknown");
    },
  };
}

/** The name of an item within a session: ServerIds are unique within a collection only. */
export function lifeKey(collection: string, serverId: string): string {
  return `${collection}\n${serverId}`;
}

function isSyncRequest({ command, direction }: MessageView): boolean {
  return command === "Sync" && direction === "request";
}

function readTurns(
  views: readonly MessageView[],
  responses: ReadonlyMap<MessageView, MessageView>,
): readonly SyncTurn[] {
  const inForce = new Map<string, readonly SetInForce[]>();
  const turns: SyncTurn[] = [];
  let last: readonly SyncTurn[] = [];
  for (const request of views.filter(isSyncRequest)) {
    const response = responses.get(request);
    const collections = request.root < 0 ? last.map(({ id }) => repeated(id)) : collectionsOf(request);
    last = collections.flatMap((collection) => readTurn(request, response, collection, inForce));
    for (const { id, sets, answer } of last)
      if (sets !== undefined && !isRefused(response, answer)) inForce.set(id, sets);
    turns.push(...last);
  }
  return turns;
}

/** A Collection of a request without a body, which stands for the one sent before [MS-ASCMD 2.2.1.21]. */
function repeated(id: string): Collection {
  return { node: -1, id, syncKey: undefined, options: [] };
}

function readTurn(
  request: MessageView,
  response: MessageView | undefined,
  { node, id, syncKey, options }: Collection,
  inForce: ReadonlyMap<string, readonly SetInForce[]>,
): readonly SyncTurn[] {
  if (id === undefined) return [];
  const before = inForce.get(id);
  const isOwn = options.length > 0;
  const kept = syncKey === "0" ? [] : before;
  const sets = isOwn ? options.map(({ isSms, filter }) => ({ isSms, filter })) : kept;
  const answer =
    response === undefined
      ? -1
      : (collectionsOf(response).find((collection) => collection.id === id)?.node ?? -1);
  return [{ request, response, node, id, syncKey, before, sets, isOwn, answer }];
}

/** Whether the server took none of a collection's request: its options then do not hold. */
function isRefused(response: MessageView | undefined, answer: number): boolean {
  if (response === undefined) return false;
  const status = syncStatus(response, answer).text;
  return status !== undefined && status !== "1";
}

/** The Status of a collection of a Sync response, or where it has none that of the whole response. */
export function syncStatus(
  response: MessageView,
  answer: number,
): { readonly node: number; readonly text: string | undefined } {
  const own = answer < 0 ? -1 : response.child(answer, "AirSync:Status");
  const node = own >= 0 ? own : response.root < 0 ? -1 : response.child(response.root, "AirSync:Status");
  return { node, text: node < 0 ? undefined : response.text(node) };
}

/** The operations of a collection under Commands or Responses, in order. */
export function itemsOf(
  view: MessageView,
  collection: number,
  place: "Commands" | "Responses",
): readonly Item[] {
  return view
    .children(collection, `AirSync:${place}`)
    .flatMap((holder) => view.children(holder))
    .flatMap((node) => itemAt(view, node) ?? []);
}

/** An operation under Commands with the Collection it is in. */
export interface PlacedItem {
  readonly collection: Collection;
  readonly item: Item;
}

/** All operations under Commands of a Sync message in one direction; `[]` for other messages. */
export function commandItems(view: MessageView, direction: Direction): readonly PlacedItem[] {
  if (view.command !== "Sync" || view.direction !== direction) return [];
  return collectionsOf(view).flatMap((collection) =>
    itemsOf(view, collection.node, "Commands").map((item) => ({ collection, item })),
  );
}

function readLives(
  views: readonly MessageView[],
  pairs: readonly Pair<MessageView>[],
): ReadonlyMap<string, SmsLife> {
  const lives = new Map<string, SmsLife>();
  const requests = new Map(pairs.map(({ request, response }) => [response, request]));
  for (const view of views) {
    if (
      view.command !== "Sync" ||
      view.direction === undefined ||
      (lives.size === 0 && !mayTell(view, requests.get(view)))
    )
      continue;
    for (const { node, id = "" } of collectionsOf(view)) {
      if (view.direction === "response") learnAnswers(view, node, id, requests.get(view), lives);
      for (const item of itemsOf(view, node, "Commands")) learnItem(view, item, id, lives);
    }
  }
  return lives;
}

/**
 * Whether a message may be the first to tell of a text message: it holds one, or answers a request that does.
 */
function mayTell(view: MessageView, request: MessageView | undefined): boolean {
  return mayHoldSms(view) || (request !== undefined && mayHoldSms(request));
}

function learnItem(view: MessageView, item: Item, collection: string, lives: Map<string, SmsLife>): void {
  const id = view.childText(item.node, "AirSync:ServerId");
  if (id === undefined) return;
  const key = lifeKey(collection, id);
  const life = lives.get(key);
  if (item.operation === "Delete" || item.operation === "SoftDelete") {
    if (life !== undefined && life.gone === undefined) lives.set(key, { ...life, gone: view.index });
  } else if (
    item.sms !== undefined &&
    view.direction === "response" &&
    (life === undefined || life.gone !== undefined)
  ) {
    lives.set(key, { id, collection, from: "server", view, node: item.node, gone: undefined });
  }
}

/** The client's own messages, which have a ServerId from the answer on. */
function learnAnswers(
  view: MessageView,
  node: number,
  collection: string,
  request: MessageView | undefined,
  lives: Map<string, SmsLife>,
): void {
  const asked = request && collectionsOf(request).find(({ id }) => id === collection);
  const added = new Map(
    (request === undefined || asked === undefined ? [] : itemsOf(request, asked.node, "Commands"))
      .filter(({ operation, sms }) => operation === "Add" && sms !== undefined)
      .map((item) => [request?.childText(item.node, "AirSync:ClientId"), item]),
  );
  for (const item of itemsOf(view, node, "Responses")) {
    const id = view.childText(item.node, "AirSync:ServerId");
    const isSms = item.sms !== undefined || added.has(view.childText(item.node, "AirSync:ClientId"));
    if (item.operation !== "Add" || !isSms || id === undefined || id === "") continue;
    lives.set(lifeKey(collection, id), {
      id,
      collection,
      from: "client",
      view,
      node: item.node,
      gone: undefined,
    });
  }
}

/** Whether sets of options ask for SMS; `undefined` where they are not known. */
export function asksSms(sets: readonly SetInForce[] | undefined): boolean | undefined {
  return sets?.some(({ isSms }) => isSms);
}
