import { groupBy } from "../../../bytes/groupBy";
import type { Direction } from "../../../eas/direction";
import type { FolderKind } from "../../../eas/folderKinds";
import type { OptionSet } from "../../../session/collections";
import { readConversation } from "../../../session/conversation";
import type { Folder } from "../../../session/folders";
import type { Turn } from "../../../session/turns";
import type { MessageView } from "../../view";
import { type Collection, listCollections } from "./collections";
import { findItem, type Item } from "./items";
import { mayHoldSms } from "./mentions";
import { isSmsClass } from "./smsClass";

export { readSyncStatus } from "../../../session/turns";

/*
 * What SMS rules need to know about several messages, on top of what holds in every conversation
 * (session/conversation.ts).
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
export interface SyncTurn extends Omit<Turn<MessageView>, "request" | "before" | "sets"> {
  readonly request: MessageView;
  readonly before: readonly SetInForce[] | undefined;
  readonly sets: readonly SetInForce[] | undefined;
}

/** A request and its response. */
export interface MessagePair {
  readonly request: MessageView;
  readonly response: MessageView;
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
  readonly pairs: readonly MessagePair[];
  readonly turns: readonly SyncTurn[];
  /** The turns of one collection, in order. */
  readonly turnsOf: (id: string) => readonly SyncTurn[];
  /** The turns of one request, in order. */
  readonly turnsIn: (request: MessageView) => readonly SyncTurn[];
  /** The turn of a Collection of a request. */
  readonly findTurn: (request: MessageView, node: number) => SyncTurn | undefined;
  /** In order of their first appearance. An item that is added again after it was deleted has two. */
  readonly lives: readonly SmsLife[];
  /** The last life of an item that began in a message with a lower index. */
  readonly findLife: (
    collection: string | undefined,
    serverId: string | undefined,
    before: number,
  ) => SmsLife | undefined;
  /** The folders known when a message was sent, by CollectionId. */
  readonly listFolders: (view: MessageView) => ReadonlyMap<string, Folder>;
  /**
   * The kind of a collection's folder: as the context names it, otherwise from an earlier FolderSync,
   * otherwise, in a message with a single collection, the folder of the context.
   */
  readonly kindOf: (view: MessageView, id: string | undefined) => FolderKind;
}

const known = new WeakMap<readonly MessageView[], SmsConversation>();

/** Reads a conversation, once for all rules that need it. */
export function readSmsConversation(views: readonly MessageView[]): SmsConversation {
  const conversation = known.get(views) ?? readSms(views);
  known.set(views, conversation);
  return conversation;
}

function readSms(views: readonly MessageView[]): SmsConversation {
  const { exchanges, turns, findFolder, listFolders } = readConversation(views);
  const pairs = exchanges.flatMap(({ request, response }) =>
    request === undefined || response === undefined ? [] : [{ request, response }],
  );
  const all = turns.flatMap(toSyncTurn);
  const lives = readLives(views, pairs);
  const livesByKey = groupBy(lives, ({ collection, id }) => formatLifeKey(collection, id));
  const byId = groupBy(all, ({ id }) => id);
  const byRequest = groupBy(all, ({ request }) => request);
  return {
    pairs,
    listFolders,
    turns: all,
    turnsOf: (id) => byId.get(id) ?? [],
    turnsIn: (request) => byRequest.get(request) ?? [],
    findTurn: (request, node) => byRequest.get(request)?.find((turn) => turn.node === node),
    lives,
    findLife: (collection, serverId, before) =>
      livesByKey.get(formatLifeKey(collection, serverId))?.findLast(({ view }) => view.index < before),
    kindOf: (view, id) => {
      const { folder, folders = {} } = view.context;
      if (id !== undefined && Object.hasOwn(folders, id)) return folders[id] ?? "unknown";
      const kind = id === undefined ? undefined : findFolder(id, view)?.kind;
      return kind ?? (listCollections(view).length === 1 ? folder : "unknown");
    },
  };
}

/** A turn as SMS rules see it, if its request is there. */
function toSyncTurn({ request, before, sets, ...turn }: Turn<MessageView>): readonly SyncTurn[] {
  return request === undefined
    ? []
    : [{ ...turn, request, before: before?.map(toSetInForce), sets: sets?.map(toSetInForce) }];
}

function toSetInForce({ className, filter }: OptionSet): SetInForce {
  return { isSms: isSmsClass(className), filter };
}

/** Formats the key of an item: ServerIds are unique only within a collection. */
function formatLifeKey(collection = "", serverId = ""): string {
  return `${collection}\n${serverId}`;
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

/** The lives found so far, and the last one of each item. */
interface Lives {
  readonly all: SmsLife[];
  readonly last: Map<string, Mutable<SmsLife>>;
}

type Mutable<T> = { -readonly [P in keyof T]: T[P] };

function begin(lives: Lives, key: string, life: SmsLife): void {
  lives.all.push(life);
  lives.last.set(key, life);
}

function readLives(views: readonly MessageView[], pairs: readonly MessagePair[]): readonly SmsLife[] {
  const lives: Lives = { all: [], last: new Map() };
  const requests = new Map(pairs.map(({ request, response }) => [response, request]));
  for (const view of views) {
    if (
      view.command !== "Sync" ||
      view.direction === undefined ||
      (lives.all.length === 0 && !mayShowSms(view, requests.get(view)))
    )
      continue;
    for (const { node, id = "" } of listCollections(view)) {
      if (view.direction === "response") learnAnswers(view, node, id, requests.get(view), lives);
      for (const item of listItems(view, node, "Commands")) learnItem(view, item, id, lives);
    }
  }
  return lives.all;
}

/** Whether a message may be the first with a text message: it or its request contains one. */
function mayShowSms(view: MessageView, request: MessageView | undefined): boolean {
  return mayHoldSms(view) || (request !== undefined && mayHoldSms(request));
}

function learnItem(view: MessageView, item: Item, collection: string, lives: Lives): void {
  const id = view.childText(item.node, "AirSync:ServerId");
  if (id === undefined) return;
  const key = formatLifeKey(collection, id);
  const life = lives.last.get(key);
  if (item.operation === "Delete" || item.operation === "SoftDelete") {
    if (life !== undefined && life.gone === undefined) life.gone = view.index;
  } else if (
    item.sms !== undefined &&
    view.direction === "response" &&
    (life === undefined || life.gone !== undefined)
  ) {
    begin(lives, key, { id, collection, from: "server", view, node: item.node, gone: undefined });
  }
}

/** Records the ServerIds of the client's own messages from the answers to their Adds. */
function learnAnswers(
  view: MessageView,
  node: number,
  collection: string,
  request: MessageView | undefined,
  lives: Lives,
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
    begin(lives, formatLifeKey(collection, id), {
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
