import type { Conversation, Exchange } from "../session/conversations";
import { type OpenCapture, useInspector } from "./inspector";
import { getSourceName } from "./openState";
import { type ExchangeFailure, findFailure, findPlace, type Session, useSession } from "./session";

/** An exchange of the open captures. */
export interface ListedExchange {
  /** Its index among the exchanges of the list. */
  readonly place: number;
  /** What is known of it: from the worker, otherwise what came with its captures. */
  readonly exchange: Exchange;
  /** The indexes of its captures; at least one is there. */
  readonly request: number | undefined;
  readonly response: number | undefined;
  readonly failure: ExchangeFailure | undefined;
  readonly group: ListedConversation;
}

/** Who took part in a conversation. */
export type ConversationFacts = Omit<Conversation, "id" | "exchanges">;

/** The exchanges of one host, user and device of a source. */
export interface ListedConversation {
  /** Unique in the list. */
  readonly key: string;
  readonly facts: ConversationFacts;
  readonly source: ListedSource;
  readonly exchanges: readonly ListedExchange[];
  readonly failedCount: number;
}

/** One input that is open. */
export interface ListedSource {
  readonly name: string;
  readonly captureCount: number;
  readonly conversations: readonly ListedConversation[];
}

/** The open captures as exchanges: by source, and in it by conversation. */
export interface SessionList {
  /** The captures, whose content can have changed since. */
  readonly captures: readonly OpenCapture[];
  readonly sources: readonly ListedSource[];
  /** All exchanges, in the order of their groups. */
  readonly exchanges: readonly ListedExchange[];
  /** The exchange of each capture, by its index. */
  readonly ofCapture: readonly (ListedExchange | undefined)[];
}

type Mutable<T> = { -readonly [P in keyof T]: T[P] };
interface ExchangeDraft extends Mutable<Omit<ListedExchange, "group">> {
  group: ConversationDraft;
}
interface ConversationDraft extends Mutable<Omit<ListedConversation, "exchanges" | "source">> {
  source: SourceDraft;
  readonly exchanges: ExchangeDraft[];
}
interface SourceDraft extends Mutable<Omit<ListedSource, "conversations">> {
  readonly conversations: ConversationDraft[];
}

/**
 * Lists the open captures as exchanges. A capture that the worker has not read yet is paired by the name of
 * its exchange alone, so that nothing has to be decoded.
 */
export function listSession(captures: readonly OpenCapture[], session: Session): SessionList {
  const sources = new Map<string, SourceDraft>();
  const conversations = new Map<string, ConversationDraft>();
  const known = new Map<Exchange, ExchangeDraft>();
  const unread = new Map<string, ExchangeDraft>();
  const ofCapture = captures.map((open, index): ExchangeDraft => {
    const name = getSourceName(open);
    const source = sources.get(name) ?? { name, captureCount: 0, conversations: [] };
    sources.set(name, source);
    source.captureCount += 1;
    const place = findPlace(session, open);
    const id = `${name}\n${open.capture?.exchange ?? `capture ${index}`}`;
    const direction = place?.direction ?? open.capture?.direction ?? "request";
    const earlier = place === undefined ? unread.get(id) : known.get(place.exchange);
    if (earlier !== undefined && earlier[direction] === undefined) {
      earlier[direction] = index;
      if (place === undefined) earlier.exchange = joinUnread(earlier.exchange, open);
      return earlier;
    }
    const key = place?.conversation.id ?? findUnreadKey(open, source);
    const group = conversations.get(key) ?? startConversation(key, place?.conversation, source, open);
    conversations.set(key, group);
    const exchange = place?.exchange ?? describeUnread(open, group.exchanges.length + 1);
    const draft = { place: 0, exchange, request: undefined, response: undefined, failure: undefined, group };
    const started: ExchangeDraft = { ...draft, [direction]: index };
    if (place === undefined) unread.set(id, started);
    else known.set(exchange, started);
    group.exchanges.push(started);
    return started;
  });
  return { captures, ...finish([...sources.values()], ofCapture) };
}

/** The conversation of a capture that the worker has not read: by who sent it, otherwise the first one. */
function findUnreadKey({ capture }: OpenCapture, { name, conversations: [first] }: SourceDraft): string {
  const { host = "", user = "", deviceId = "" } = capture ?? {};
  return user === "" && deviceId === "" && first !== undefined
    ? first.key
    : `${name}#${host}\n${user}\n${deviceId}`;
}

function startConversation(
  key: string,
  facts: Conversation | undefined,
  source: SourceDraft,
  { capture }: OpenCapture,
): ConversationDraft {
  const group = { key, facts: facts ?? pickPeople(capture), source, exchanges: [], failedCount: 0 };
  source.conversations.push(group);
  return group;
}

function pickPeople(capture: OpenCapture["capture"]): ConversationFacts {
  const { host, user, deviceId, deviceType, userAgent, version } = capture ?? {};
  return {
    ...(host !== undefined && { host }),
    ...(user !== undefined && { user }),
    ...(deviceId !== undefined && { deviceId }),
    ...(deviceType !== undefined && { deviceType }),
    userAgents: userAgent === undefined ? [] : [userAgent],
    versions: version === undefined ? [] : [version],
  };
}

/** Numbers the exchanges in their order, and counts those that failed. */
function finish(
  sources: readonly SourceDraft[],
  ofCapture: readonly ExchangeDraft[],
): Omit<SessionList, "captures"> {
  const exchanges: ExchangeDraft[] = [];
  for (const group of sources.flatMap(({ conversations }) => conversations)) {
    for (const draft of group.exchanges) {
      draft.place = exchanges.length;
      draft.failure = findFailure(draft.exchange);
      if (draft.failure !== undefined) group.failedCount += 1;
      exchanges.push(draft);
    }
  }
  return { sources, exchanges, ofCapture };
}

/** What came with a capture that the worker has not read. */
function describeUnread({ capture }: OpenCapture, number: number): Exchange {
  const { exchange, command, startedAt, tookMs, http } = capture ?? {};
  return {
    name: exchange ?? String(number),
    ...(command !== undefined && { command }),
    ...(startedAt !== undefined && { startedAt }),
    ...(tookMs !== undefined && { tookMs }),
    ...(http?.status !== undefined && { httpStatus: http.status }),
    folders: [],
    syncKeys: [],
  };
}

function joinUnread(exchange: Exchange, { capture }: OpenCapture): Exchange {
  const status = capture?.http?.status;
  return status === undefined ? exchange : { ...exchange, httpStatus: status };
}

/**
 * The message of an exchange to show: the response if it failed or has a body, otherwise the request. An
 * exchange has at least one message.
 */
export function chooseMessage(
  { request, response, failure }: ListedExchange,
  captures: readonly OpenCapture[],
): number {
  if (response === undefined) return request ?? 0;
  const isTelling = failure !== undefined || hasBody(captures[response]);
  return isTelling ? response : (request ?? response);
}

function hasBody(open: OpenCapture | undefined): boolean {
  if (open?.content?.kind === "payload") return open.content.editing.document.bytes.length > 0;
  return (open?.capture?.payload.length ?? 0) > 0;
}

let stable: readonly OpenCapture[] = [];

/** The open captures; the same array as long as only the content of captures changes. */
function pickStable(captures: readonly OpenCapture[]): readonly OpenCapture[] {
  const isSame =
    captures.length === stable.length &&
    captures.every((open, index) => {
      const other = stable[index];
      return open === other || (open.capture !== undefined && open.capture === other?.capture);
    });
  if (!isSame) stable = captures;
  return stable;
}

let last: {
  readonly captures: readonly OpenCapture[];
  readonly session: Session;
  readonly list: SessionList;
};

/**
 * The open captures as exchanges, as of now. Made again only if captures were opened, closed or moved, or the
 * worker has read them again; showing another capture does not count.
 */
export function readSessionList(): SessionList {
  const captures = pickStable(useInspector.getState().captures);
  const session = useSession.getState();
  if (last?.captures !== captures || last.session !== session)
    last = { captures, session, list: listSession(captures, session) };
  return last.list;
}

/** The open captures as exchanges, for components. */
export function useSessionList(): SessionList {
  useInspector(({ captures }) => pickStable(captures));
  useSession();
  return readSessionList();
}
