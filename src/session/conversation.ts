import { rootElement } from "../wbxml/tree";
import { readElements } from "./elements";
import { type MessageExchange, pairMessages } from "./exchanges";
import { type Folder, listFolderChanges } from "./folders";
import { type ItemEvent, type ItemEvents, readItemEvents } from "./items";
import { isAnswer, type SessionMessage, type SetValue } from "./messages";
import { type Turn, turnReader } from "./turns";

/*
 * What holds in a conversation after each of its messages. One pass over the messages in order, so that
 * nothing said about a message depends on what comes after it, and the work is linear. Whatever changes with
 * nearly every message (keys, options) is kept with each turn; whatever changes rarely (folders) is kept as a
 * history that is asked for a place in it.
 */

/** What one exchange shows, and what holds after it. */
export interface ExchangeState<M extends SessionMessage> extends MessageExchange<M> {
  /** The name of the exchange: that of its source, otherwise its number in the conversation. */
  readonly name: string;
  readonly command: string | undefined;
  /** The collections of a Sync, in order: those asked for, then those that only the response has. */
  readonly turns: readonly Turn<M>[];
  /** What holds after it. */
  readonly after: StateAfter;
}

/** The facts that hold after an exchange and are not about one collection. */
export interface StateAfter {
  /** The key of the folder hierarchy that the server returned last. */
  readonly folderKey: SetValue | undefined;
  /** The key of the policy that the server returned last. */
  readonly policyKey: SetValue | undefined;
  /** The protocol versions that were used, in order of their first use. */
  readonly versions: readonly string[];
  /**
   * The limit of a heartbeat or wait that the server named when it refused one, in the unit of the request.
   */
  readonly heartbeatLimit: SetValue | undefined;
  /** The Status of the root of the last response of each command. */
  readonly lastStatus: ReadonlyMap<string, SetValue>;
  /** By command, the last exchange, while its answer is not known: missing, damaged or not yet there. */
  readonly unanswered: ReadonlyMap<string, string>;
}

/** A conversation: its exchanges, its turns, and what is known about its folders at each message. */
export interface ConversationState<M extends SessionMessage> {
  readonly messages: readonly M[];
  readonly exchanges: readonly ExchangeState<M>[];
  /** The collections of all Sync exchanges, in order of their requests. */
  readonly turns: readonly Turn<M>[];
  /** What held before a message was sent. */
  readonly before: (message: M) => StateAfter;
  /** What earlier messages did with an item, in order. */
  readonly listItemEvents: (collection: string, serverId: string, before: M) => readonly ItemEvent<M>[];
  readonly exchangeOf: (message: M) => ExchangeState<M> | undefined;
  /**
   * The folder with a ServerId, as known when a message was sent; `undefined` if no earlier message names it.
   */
  readonly findFolder: (id: string, at: M) => Folder | undefined;
  /** The folders known when a message was sent, by ServerId. */
  readonly listFolders: (at: M) => ReadonlyMap<string, Folder>;
}

const known = new WeakMap<readonly SessionMessage[], unknown>();

/** Reads the messages of one conversation, in order: once for each array of messages. */
export function readConversation<M extends SessionMessage>(messages: readonly M[]): ConversationState<M> {
  // the type of a cached state follows from the array that is its key
  const state = (known.get(messages) as ConversationState<M> | undefined) ?? reduce(messages);
  known.set(messages, state);
  return state;
}

function reduce<M extends SessionMessage>(messages: readonly M[]): ConversationState<M> {
  const paired = pairMessages(messages);
  const names = paired.map(
    ({ request, response }, index) => (request ?? response)?.exchange ?? String(index + 1),
  );
  const placeOf = new Map<M, number>();
  paired.forEach(({ request, response }, index) => {
    if (request !== undefined) placeOf.set(request, index);
    if (response !== undefined) placeOf.set(response, index);
  });
  const positions = new Map(messages.map((message, index) => [message, index]));
  const turns = turnReader<M>();
  const folders = new Map<string, (Folder & { readonly at: number })[]>();
  const after: StateAfter[] = [];
  const before: StateAfter[] = []; // by position
  let now: StateAfter = NOTHING_YET;
  messages.forEach((message, at) => {
    const place = placeOf.get(message) ?? 0;
    const exchange = { request: paired[place]?.request, response: paired[place]?.response };
    const name = names[place] ?? "";
    before.push(now);
    turns.add(message, exchange, name);
    for (const folder of listFolderChanges(message, exchange.request, name)) {
      const history = folders.get(folder.id) ?? [];
      history.push({ ...folder, at });
      folders.set(folder.id, history);
    }
    now = advance(now, message, name);
    after[place] = now;
  });
  const exchanges = paired.map((exchange, index) => ({
    ...exchange,
    name: names[index] ?? "",
    command: exchange.request?.command ?? exchange.response?.command,
    turns: turns.ofExchange(exchange),
    after: after[index] ?? NOTHING_YET,
  }));
  let events: ItemEvents<M> | undefined; // read when first asked for: few conversations need it
  const findFolder = (id: string, at: M): Folder | undefined =>
    folders.get(id)?.findLast((folder) => folder.at <= (positions.get(at) ?? -1));
  return {
    messages,
    exchanges,
    turns: turns.all,
    before: (message) => before[positions.get(message) ?? -1] ?? NOTHING_YET,
    listItemEvents: (collection, serverId, end) => {
      events ??= readItemEvents(messages, (message) => names[placeOf.get(message) ?? -1] ?? "");
      const last = positions.get(end) ?? 0;
      return events(collection, serverId).filter(({ message }) => (positions.get(message) ?? 0) < last);
    },
    exchangeOf: (message) => exchanges[placeOf.get(message) ?? -1],
    findFolder,
    listFolders: (at) => new Map([...folders.keys()].flatMap((id) => findKnown(id, findFolder(id, at)))),
  };
}

function findKnown(id: string, folder: Folder | undefined): readonly (readonly [string, Folder])[] {
  return folder === undefined ? [] : [[id, folder]];
}

const NOTHING_YET: StateAfter = {
  folderKey: undefined,
  policyKey: undefined,
  versions: [],
  heartbeatLimit: undefined,
  lastStatus: new Map(),
  unanswered: new Map(),
};

/** What holds after a message, from what held before it. */
function advance(before: StateAfter, message: SessionMessage, from: string): StateAfter {
  const { command, version } = message;
  const isNewVersion = version !== undefined && !before.versions.includes(version);
  const now = {
    ...before,
    ...(isNewVersion && { versions: [...before.versions, version] }),
    unanswered: setEntry(before.unanswered, command, isAnswer(message) ? undefined : from),
  };
  return message.direction === "response" ? advanceByAnswer(now, message, from) : now;
}

/**
 * What holds after a response. The hierarchy's key changes with each command on folders [MS-ASCMD
 * 2.2.3.181.1].
 */
function advanceByAnswer(before: StateAfter, message: SessionMessage, from: string): StateAfter {
  const { command } = message;
  const root = rootElement(message.document.tree.tokens);
  const set = (value: string | undefined): SetValue | undefined =>
    value === undefined || value === "" ? undefined : { value, from };
  const { childText, all, text } = readElements(message.document);
  const status = root < 0 ? undefined : set(readRootStatus(message));
  const limit =
    root < 0 ? undefined : (childText(root, "Ping:HeartbeatInterval") ?? childText(root, "AirSync:Limit"));
  const folderKey = root < 0 ? undefined : childText(root, "FolderHierarchy:SyncKey");
  const [policyKey] = command === "Provision" ? all("Provision:PolicyKey") : [];
  return {
    ...before,
    folderKey: set(folderKey) ?? before.folderKey,
    policyKey: (policyKey === undefined ? undefined : set(text(policyKey))) ?? before.policyKey,
    heartbeatLimit: set(limit) ?? before.heartbeatLimit,
    lastStatus: status === undefined ? before.lastStatus : setEntry(before.lastStatus, command, status),
  };
}

/** A copy with an entry, or without it; they are as few as the commands. The same map if nothing changes. */
function setEntry<V>(
  map: ReadonlyMap<string, V>,
  key: string | undefined,
  value: V | undefined,
): ReadonlyMap<string, V> {
  if (key === undefined || map.get(key) === value) return map;
  const copy = new Map(map);
  if (value === undefined) copy.delete(key);
  else copy.set(key, value);
  return copy;
}

/** The text of the Status directly inside the root; `undefined` if there is none. */
export function readRootStatus({ document }: SessionMessage): string | undefined {
  const elements = readElements(document);
  const root = rootElement(document.tree.tokens);
  const status =
    root < 0 ? undefined : elements.children(root).find((child) => isStatus(elements.key(child)));
  return status === undefined ? undefined : elements.text(status)?.trim();
}

function isStatus(key: string | undefined): boolean {
  return key?.endsWith(":Status") === true && key !== "Email:Status";
}
