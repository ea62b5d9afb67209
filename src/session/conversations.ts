import { groupBy } from "../bytes/groupBy";
import { openDocument } from "../document/open";
import { easCodeSpace } from "../eas/codeSpace";
import type { FolderKind } from "../eas/folderKinds";
import { findHttpFailure } from "../eas/httpStatus";
import type { StatusOutcome } from "../eas/statuses/status";
import type { Capture } from "../formats/format";
import { isBodyKnown, type MessageContent, readCaptureContent } from "./content";
import { inferContext } from "./context";
import { type ConversationState, type ExchangeState, readConversation } from "./conversation";
import { readElements } from "./elements";
import { groupMessages, type MessagePlace } from "./grouping";
import { messageContext } from "./messageContext";
import type { SessionMessage } from "./messages";
import { listStatusElements, type StatusElement } from "./statuses";
import { type ExchangeSummary, summarizeExchange } from "./summary";

/** A folder that an exchange is about. */
export interface ExchangeFolder {
  /** Its CollectionId. */
  readonly id: string;
  /**
   * Its DisplayName and its kind, if an earlier FolderSync or FolderCreate of the conversation names them.
   */
  readonly name?: string;
  readonly kind?: FolderKind;
  /** The command that named it, and the name of its exchange. */
  readonly from?: { readonly command: string; readonly exchange: string };
}

/** The synchronization keys of one collection in one exchange; those of the folder hierarchy have "0". */
export interface ExchangeKeys {
  readonly collection: string;
  readonly sent?: string;
  readonly received?: string;
}

/** The status of an exchange. */
export interface ExchangeStatus {
  readonly value: number;
  readonly name: string;
  /** `undefined` for a number that is not known at its place. */
  readonly outcome?: StatusOutcome;
}

/** A request and its response, and what they show. */
export interface Exchange {
  /** The name of the exchange: that of its source, otherwise its number in the source. */
  readonly name: string;
  /** The indexes of the captures; at least one is there. */
  readonly request?: number;
  readonly response?: number;
  readonly command?: string;
  /** In milliseconds since 1970 UTC. */
  readonly startedAt?: number;
  /** In milliseconds. */
  readonly tookMs?: number;
  readonly httpStatus?: number;
  /** What that HTTP status means, if it is a failure: "Retry after provisioning". */
  readonly httpFailure?: string;
  /** The first Status of the response that is a failure, otherwise the first one. */
  readonly status?: ExchangeStatus;
  /** The different statuses of the response, in order; missing if it has none. */
  readonly statuses?: readonly ExchangeStatus[];
  /** What the server says it is, in the header MS-Server-ActiveSync of this exchange or an earlier one. */
  readonly server?: string;
  readonly folders: readonly ExchangeFolder[];
  readonly syncKeys: readonly ExchangeKeys[];
  /** What it did; missing if nothing is known of that. */
  readonly summary?: ExchangeSummary;
}

/** The exchanges of one host, user and device within a source, in order. */
export interface Conversation {
  /** Unique among the conversations of these captures. */
  readonly id: string;
  readonly host?: string;
  readonly user?: string;
  readonly deviceId?: string;
  readonly deviceType?: string;
  /** The user agents, in order of their first use. */
  readonly userAgents: readonly string[];
  /** The protocol versions, in order of their first use. */
  readonly versions: readonly string[];
  readonly exchanges: readonly Exchange[];
}

/** What a source knows about a message besides its payload. */
export type SentFacts = Pick<
  Capture,
  "source" | "startedAt" | "tookMs" | "host" | "user" | "deviceId" | "deviceType" | "userAgent" | "exchange"
> & {
  readonly httpStatus?: number;
  /** What its server says it is, in the header MS-Server-ActiveSync. */
  readonly server?: string;
};

/** A message with its place, and what its source knows about it. */
export interface PlacedMessage extends SessionMessage, MessagePlace {
  /** The index of the capture. */
  readonly index: number;
  readonly facts: SentFacts;
  readonly exchange: string;
}

/** A capture as a message of a conversation. */
export interface CapturedMessage extends PlacedMessage {
  readonly content: MessageContent;
  /** Whether its body is in the input and a payload, so that it can be judged. */
  readonly isPayload: boolean;
}

/** Picks what the source of a capture knows about it. */
export function pickSentFacts(capture: Capture): SentFacts {
  const { source, startedAt, tookMs, exchange, host, user, deviceId, deviceType, userAgent, http } = capture;
  return {
    ...(source !== undefined && { source }),
    ...(startedAt !== undefined && { startedAt }),
    ...(tookMs !== undefined && { tookMs }),
    ...(exchange !== undefined && { exchange }),
    ...(host !== undefined && { host }),
    ...(user !== undefined && { user }),
    ...(deviceId !== undefined && { deviceId }),
    ...(deviceType !== undefined && { deviceType }),
    ...(userAgent !== undefined && { userAgent }),
    ...(http?.status !== undefined && { httpStatus: http.status }),
    ...readServer(http),
  };
}

function readServer(http: Capture["http"]): Pick<SentFacts, "server"> {
  const header = http?.headers.find(([name]) => name.toLowerCase() === "ms-server-activesync");
  return header === undefined ? {} : { server: header[1].trim() };
}

/**
 * What the servers of the exchanges of one conversation say they are, by the name of the exchange: in its own
 * response, otherwise in the last one before it.
 */
export function listServers(messages: readonly PlacedMessage[]): ReadonlyMap<string, string> {
  const servers = new Map<string, string>();
  let last: string | undefined;
  for (const { facts, exchange } of messages) {
    last = facts.server ?? last;
    const isNews = facts.server !== undefined || !servers.has(exchange);
    if (isNews && last !== undefined) servers.set(exchange, last);
  }
  return servers;
}

const NO_BYTES = new Uint8Array(0);

/**
 * Opens captures as messages, and assigns each to its conversation and exchange. A capture whose content is
 * not a payload becomes a message without bytes.
 */
export function openMessages(captures: readonly Capture[]): readonly CapturedMessage[] {
  const opened = captures.map((capture, index) => {
    const content = readCaptureContent(capture);
    const document = openDocument(content.kind === "payload" ? content.bytes : NO_BYTES, easCodeSpace);
    const isKnown = capture.command !== undefined && capture.direction !== undefined;
    const elements = isKnown ? undefined : inferContext(document);
    const { command, direction, version } = messageContext({ http: capture, elements });
    const isPayload = content.kind === "payload" && isBodyKnown(capture);
    return {
      facts: pickSentFacts(capture),
      isPayload,
      index,
      content,
      document,
      command,
      direction,
      version,
      httpStatus: capture.http?.status,
    };
  });
  const places = groupMessages(
    opened.map(({ facts, command, direction }) => ({ ...facts, command, direction })),
  );
  return opened.map((message, index) => ({
    ...message,
    ...(places[index] ?? { conversation: "", exchange: "" }),
  }));
}

/**
 * The conversations of captures: for each source, the exchanges of each host, user and device, in order. Each
 * capture is in exactly one exchange.
 */
export function conversations(captures: readonly Capture[]): readonly Conversation[] {
  return describeConversations(openMessages(captures));
}

/** The conversations of messages that have their places. */
export function describeConversations(messages: readonly PlacedMessage[]): readonly Conversation[] {
  const groups = groupBy(messages, ({ conversation }) => conversation);
  return [...groups].map(([id, members]) => describeConversation(id, members));
}

function describeConversation(id: string, messages: readonly PlacedMessage[]): Conversation {
  const state = readConversation(messages);
  const captures = messages.map(({ facts }) => facts);
  const hasResponses = messages.some(({ direction }) => direction === "response");
  const servers = listServers(messages);
  return {
    id,
    ...firstKnown(captures, "host"),
    ...firstKnown(captures, "user"),
    ...firstKnown(captures, "deviceId"),
    ...firstKnown(captures, "deviceType"),
    userAgents: [...new Set(captures.flatMap(({ userAgent }) => userAgent ?? []))],
    versions: [...new Set(messages.flatMap(({ version }) => version ?? []))],
    exchanges: state.exchanges.map((exchange) => ({
      ...describeExchange(exchange, state, hasResponses),
      ...describeServer(servers.get(exchange.name)),
    })),
  };
}

function describeServer(server: string | undefined): Pick<Exchange, "server"> {
  return server === undefined ? {} : { server };
}

type Fact = "host" | "user" | "deviceId" | "deviceType";

function firstKnown<K extends Fact>(captures: readonly SentFacts[], fact: K): Partial<Record<K, string>> {
  const value = captures.find((capture) => capture[fact] !== undefined)?.[fact];
  const known: Partial<Record<K, string>> = {};
  if (value !== undefined) known[fact] = value;
  return known;
}

function describeExchange(
  exchange: ExchangeState<PlacedMessage>,
  state: ConversationState<PlacedMessage>,
  hasResponses: boolean,
): Exchange {
  const { name, request, response, command, turns } = exchange;
  const startedAt = request?.facts.startedAt ?? response?.facts.startedAt;
  const tookMs = request?.facts.tookMs ?? response?.facts.tookMs;
  // a line of a log has the status with the request
  const httpStatus = response?.facts.httpStatus ?? request?.facts.httpStatus;
  const statuses = response === undefined ? [] : listStatusElements(response);
  const status = chooseStatus(statuses);
  const httpFailure = httpStatus === undefined ? undefined : findHttpFailure(httpStatus)?.name;
  const folders = listExchangeFolders(exchange, state);
  const isOutbox = folders.some(({ kind }) => kind === "outbox");
  const summary = summarizeExchange({
    request,
    response,
    command,
    turns,
    tookMs,
    httpStatus,
    hasResponses,
    isOutbox,
  });
  return {
    name,
    ...(request !== undefined && { request: request.index }),
    ...(response !== undefined && { response: response.index }),
    ...(command !== undefined && { command }),
    ...(startedAt !== undefined && { startedAt }),
    ...(tookMs !== undefined && { tookMs }),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(httpFailure !== undefined && { httpFailure }),
    ...(status !== undefined && { status: describeStatus(status), statuses: listDifferent(statuses) }),
    folders,
    syncKeys: listKeys(exchange),
    ...(summary !== undefined && { summary }),
  };
}

function describeStatus({ value, entry }: StatusElement): ExchangeStatus {
  const { name = "Unknown", outcome } = entry ?? {};
  return { value, name, ...(outcome !== undefined && { outcome }) };
}

function listDifferent(statuses: readonly StatusElement[]): readonly ExchangeStatus[] {
  const seen = new Set<string>();
  return statuses.map(describeStatus).filter(({ value, name }) => {
    const key = `${value} ${name}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The status that says most about a response: the first that is a failure, otherwise the first one. */
export function chooseStatus(statuses: readonly StatusElement[]): StatusElement | undefined {
  return statuses.find(({ entry }) => entry?.outcome === "failure") ?? statuses[0];
}

/** The elements that name folders, by command; those of a Sync are its turns. */
const ID_KEYS: Readonly<Record<string, readonly string[]>> = {
  Ping: ["Ping:Id"],
  GetItemEstimate: ["GetItemEstimate:CollectionId"],
  ItemOperations: ["AirSync:CollectionId"],
  MoveItems: ["Move:SrcFldId"],
  MeetingResponse: ["MeetingResponse:CollectionId"],
};

function listExchangeFolders(
  { turns, request, response, command }: ExchangeState<PlacedMessage>,
  { findFolder }: ConversationState<PlacedMessage>,
): readonly ExchangeFolder[] {
  const message = request ?? response;
  if (message === undefined) return [];
  const { all, text } = readElements(message.document);
  const others = (ID_KEYS[command ?? ""] ?? []).flatMap((key) =>
    all(key).flatMap((node) => text(node) ?? []),
  );
  return [...new Set([...turns.map(({ id }) => id), ...others])].map((id) => {
    const folder = findFolder(id, message);
    return {
      id,
      ...(folder?.name !== undefined && { name: folder.name }),
      ...(folder?.kind !== undefined && { kind: folder.kind }),
      ...(folder !== undefined && { from: { command: folder.command, exchange: folder.from } }),
    };
  });
}

function listKeys({
  turns,
  command,
  request,
  response,
}: ExchangeState<PlacedMessage>): readonly ExchangeKeys[] {
  const ofTurns = turns.flatMap(({ id, syncKey, received }) => makeKeys(id, syncKey, received));
  if (command !== "FolderSync") return ofTurns;
  const [sent, received] = [request, response].map((message) => {
    const elements = message && readElements(message.document);
    const [node] = elements?.all("FolderHierarchy:SyncKey") ?? [];
    return node === undefined ? undefined : elements?.text(node);
  });
  return makeKeys("0", sent, received);
}

function makeKeys(
  collection: string,
  sent: string | undefined,
  received: string | undefined,
): readonly ExchangeKeys[] {
  if (sent === undefined && received === undefined) return [];
  return [{ collection, ...(sent !== undefined && { sent }), ...(received !== undefined && { received }) }];
}
