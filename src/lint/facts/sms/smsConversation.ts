import type { Direction } from "../../../eas/direction";
import type { FolderKind } from "../../../eas/folderKinds";
import { findFolderKinds } from "../../../session/folders";
import { type MessagePair, pairMessages } from "../../../session/pairs";
import type { MessageView } from "../../view";
import { type Collection, listCollections } from "./collections";
import { findItem, type Item } from "./items";
import { mayHoldSms } from "./mentions";

/*
 * What SMS rules need to know about several messages, read in one pass each:
 *
 * Turns. Options are sticky [MS-ASMS 3.1.4.1.1.1]: those that a request sends stay in effect for its
 * collection until it sends others, restarts with SyncKey 0, or is rejected. The sets in effect are carried
 * from request to request by CollectionId, and each request with its answer becomes a turn.
 *
 * Lives. A text message is known from the server's Add, or from the client's Add once the answer gives its
 * ServerId, until a Delete or SoftDelete names it. Messages before the first that may contain one are
 * skipped.
 */

/** One set of options that is in effect for a collection. */
export interface SetInForce {
  readonly isSms: boolean;
  readonly filter: string | undefined;
}

/** One collection of one Sync request, with the options in effect and the answer to it. */
export interface SyncTurn {
  readonly request: MessageView;
  readonly response: MessageView | undefined;
  /** The Collection in the request; -1 if the request has no body and repeats the previous one. */
  readonly node: number;
  readonly id: string;
  readonly syncKey: string | undefined;
  /** The sets of options in effect before it; `undefined` if the messages do not show them. */
  readonly before: readonly SetInForce[] | undefined;
  /** The sets in effect for it: its own, otherwise the previous ones; `[]` if it never had any. */
  readonly sets: readonly SetInForce[] | undefined;
  /** Whether it has sets of its own. */
  readonly isOwn: boolean;
  /** The Collection in the response; -1 if there is none. */
  readonly answer: number;
}

/** A text message in the messages: where it first appears, and where it was deleted. */
export interface SmsLife {
  readonly id: string;
  readonly collection: string;
  readonly from: "client" | "server";
  /** The Add in which it first appears, and the message of that Add. */
  readonly view: MessageView;
  readonly node: number;
  /** Index of the message that deleted it. */
  readonly gone: number | undefined;
}

/** What the messages of a conversation together show about SMS. */
export interface SmsConversation {
  readonly pairs: readonly MessagePair<MessageView>[];
  readonly turns: readonly SyncTurn[];
  /** By `formatLifeKey`. */
  readonly lives: ReadonlyMap<string, SmsLife>;
  /** The kinds of folders by CollectionId, as given by FolderSync responses. */
  readonly folders: ReadonlyMap<string, FolderKind>;
  /**
   * The kind of a collection's folder: from FolderSync or, in a message with a single collection, from the
   * context.
   */
  readonly kindOf: (view: MessageView, id: string | undefined) => FolderKind;
}

const known = new WeakMap<readonly MessageView[], SmsConversation>();

/** Reads a conversation, once for all rules that need it. */
export function readSmsConversation(views: readonly MessageView[]): SmsConversation {
  const conversation = known.get(views) ?? readConversation(views);
  known.set(views, conversation);
  return conversation;
}

function readConversation(views: readonly MessageView[]): SmsConversation {
  const folders = findFolderKinds(views);
  const pairs = pairMessages(views);
  const responses = new Map(pairs.map(({ request, response }) => [request, response]));
  return {
    pairs,
    folders,
    turns: readTurns(views, responses),
    lives: readLives(views, pairs),
    kindOf: (view, id) => {
      const kind = id === undefined ? undefined : folders.get(id);
      return kind ?? (listCollections(view).length === 1 ? view.context.folder : "unknown");
    },
  };
}

/** Formats the key of an item: ServerIds are unique only within a collection. */
export function formatLifeKey(collection = "", serverId = ""): string {
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
    const collections =
      request.root < 0 ? last.map(({ id }) => repeatCollection(id)) : listCollections(request);
    last = collections.flatMap((collection) => readTurn(request, response, collection, inForce));
    for (const { id, sets, answer } of last)
      if (sets !== undefined && !isRefused(response, answer)) inForce.set(id, sets);
    turns.push(...last);
  }
  return turns;
}

/** The Collection of a request without a body, which repeats the previous request [MS-ASCMD 2.2.1.21]. */
function repeatCollection(id: string): Collection {
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
      : (listCollections(response).find((collection) => collection.id === id)?.node ?? -1);
  return [{ request, response, node, id, syncKey, before, sets, isOwn, answer }];
}

/** Whether the server rejected a collection's request, so that its options do not take effect. */
function isRefused(response: MessageView | undefined, answer: number): boolean {
  if (response === undefined) return false;
  const status = readSyncStatus(response, answer).text;
  return status !== undefined && status !== "1";
}

/** Reads the Status of a collection of a Sync response, or otherwise that of the whole response. */
export function readSyncStatus(
  response: MessageView,
  answer: number,
): { readonly node: number; readonly text: string | undefined } {
  const own = answer < 0 ? -1 : response.child(answer, "AirSync:Status");
  const node = own >= 0 ? own : response.root < 0 ? -1 : response.child(response.root, "AirSync:Status");
  return { node, text: node < 0 ? undefined : response.text(node) };
}

/** Lists the operations of a collection under Commands or Responses, in order. */
export function listItems(
  view: MessageView,
  collection: number,
  place: "Commands" | "Responses",
): readonly Item[] {
  return view
    .children(collection, `AirSync:${place}`)
    .flatMap((holder) => view.children(holder))
    .flatMap((node) => findItem(view, node) ?? []);
}

/** An operation under Commands, with its Collection. */
export interface PlacedItem {
  readonly collection: Collection;
  readonly item: Item;
}

/** Lists all operations under Commands of a Sync message in one direction; `[]` for other messages. */
export function listCommandItems(view: MessageView, direction: Direction): readonly PlacedItem[] {
  if (view.command !== "Sync" || view.direction !== direction) return [];
  return listCollections(view).flatMap((collection) =>
    listItems(view, collection.node, "Commands").map((item) => ({ collection, item })),
  );
}

function readLives(
  views: readonly MessageView[],
  pairs: readonly MessagePair<MessageView>[],
): ReadonlyMap<string, SmsLife> {
  const lives = new Map<string, SmsLife>();
  const requests = new Map(pairs.map(({ request, response }) => [response, request]));
  for (const view of views) {
    if (
      view.command !== "Sync" ||
      view.direction === undefined ||
      (lives.size === 0 && !mayShowSms(view, requests.get(view)))
    )
      continue;
    for (const { node, id = "" } of listCollections(view)) {
      if (view.direction === "response") learnAnswers(view, node, id, requests.get(view), lives);
      for (const item of listItems(view, node, "Commands")) learnItem(view, item, id, lives);
    }
  }
  return lives;
}

/** Whether a message may be the first with a text message: it or its request contains one. */
function mayShowSms(view: MessageView, request: MessageView | undefined): boolean {
  return mayHoldSms(view) || (request !== undefined && mayHoldSms(request));
}

function learnItem(view: MessageView, item: Item, collection: string, lives: Map<string, SmsLife>): void {
  const id = view.childText(item.node, "AirSync:ServerId");
  if (id === undefined) return;
  const key = formatLifeKey(collection, id);
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

/** Records the ServerIds of the client's own messages from the answers to their Adds. */
function learnAnswers(
  view: MessageView,
  node: number,
  collection: string,
  request: MessageView | undefined,
  lives: Map<string, SmsLife>,
): void {
  const asked = request && listCollections(request).find(({ id }) => id === collection);
  const added = new Map(
    (request === undefined || asked === undefined ? [] : listItems(request, asked.node, "Commands"))
      .filter(({ operation, sms }) => operation === "Add" && sms !== undefined)
      .map((item) => [request?.childText(item.node, "AirSync:ClientId"), item]),
  );
  for (const item of listItems(view, node, "Responses")) {
    const id = view.childText(item.node, "AirSync:ServerId");
    const isSms = item.sms !== undefined || added.has(view.childText(item.node, "AirSync:ClientId"));
    if (item.operation !== "Add" || !isSms || id === undefined || id === "") continue;
    lives.set(formatLifeKey(collection, id), {
      id,
      collection,
      from: "client",
      view,
      node: item.node,
      gone: undefined,
    });
  }
}

/** Whether one of the sets of options is for SMS; `undefined` if they are unknown. */
export function hasSmsSet(sets: readonly SetInForce[] | undefined): boolean | undefined {
  return sets?.some(({ isSms }) => isSms);
}
