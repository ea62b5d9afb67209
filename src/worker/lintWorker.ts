// Runs the rules off the page's thread, so that neither a payload of 50 MB nor a key typed into 100 KB of XML
// has to wait for them. What is shown comes first: alone, then in its conversation. What the other messages
// are follows when there is time, in steps that a newer request interrupts.
import { groupBy } from "../bytes/groupBy";
import { type LinkedDocument, openDocument } from "../document/open";
import { openWithinLimits } from "../document/openWithinLimits";
import { TooLargeError } from "../document/size";
import { easCodeSpace } from "../eas/codeSpace";
import type { FolderKind } from "../eas/folderKinds";
import { makeFindingList } from "../lint/findingList";
import { checkMessage, checkSession, combineFindings } from "../lint/lint";
import { knowProduct, type LintContext } from "../lint/message";
import type { Diagnostic } from "../lint/rule";
import { type MessageView, viewDocument } from "../lint/view";
import { listCollections } from "../session/collections";
import { readCaptureContent } from "../session/content";
import { inferContext } from "../session/context";
import { describeConversations, listServers, type PlacedMessage } from "../session/conversations";
import { groupMessages } from "../session/grouping";
import { type CountedMessage, createFindingCounter } from "./countFindings";
import type {
  KeyedMessage,
  KeyedPayload,
  LintBatch,
  LintReport,
  LintRequest,
  SentDiagnostic,
  ToLintWorker,
} from "./lintMessages";
import { makePieceBox } from "./pieces";
import { divideConversations } from "./sessionParts";

/** With more messages than this, the shown message is first linted alone. */
const MAX_AT_ONCE = 100;

const documents = new Map<number, LinkedDocument>();
const empty = openDocument(new Uint8Array(0), easCodeSpace);
const messages: KeyedMessage[] = [];
let latest: LintRequest | undefined;
/** The messages with their places; `undefined` after a change. */
let placed: readonly PlacedMessage[] | undefined;
let isSessionSent = false;

const pieces = makePieceBox();

self.addEventListener("message", ({ data }: MessageEvent<ToLintWorker>) => {
  if (data.kind === "piece") return pieces.add(data);
  guard(data.id, () => {
    if (data.kind === "lint") start(data);
    else add(data);
    if (data.isLast && data.id === latest?.id) finish(latest);
  });
});

send({ kind: "ready" });

function send(report: LintReport): void {
  self.postMessage(report, { transfer: [] });
}

function guard(id: number, run: () => void): void {
  try {
    run();
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ kind: "crash", id, crash });
  }
}

/** Runs a later step of a request, unless a newer request has come. */
function later(id: number, run: () => void): void {
  setTimeout(() => {
    if (latest?.id === id) guard(id, run);
  });
}

/** Adds what is new; at the end of a request, forgets the payloads that no message has any more. */
function add({ changes, payloads, isLast }: LintRequest | LintBatch): void {
  if (changes.length > 0) {
    placed = undefined;
    isSessionSent = false;
  }
  for (const [index, message] of changes) messages[index] = message;
  addPayloads(payloads);
  if (!isLast) return;
  const wanted = new Set(messages.map(({ key }) => key));
  for (const key of documents.keys()) if (!wanted.has(key)) documents.delete(key);
}

function addPayloads(payloads: readonly KeyedPayload[]): void {
  for (const { key, bytes = pieces.take(key), text, contentType } of payloads) {
    const content = readCaptureContent({ payload: bytes, contentType });
    const document = content.kind === "payload" ? open(content.bytes, text ?? content.xml) : undefined;
    if (document !== undefined) documents.set(key, document);
  }
}

/** `undefined` for a payload that is too large to decode: the page doesn't show it either. */
function open(bytes: Uint8Array, text: string | undefined): LinkedDocument | undefined {
  if (text !== undefined) return openDocument(bytes, easCodeSpace, text);
  try {
    return openWithinLimits(bytes, easCodeSpace);
  } catch (error) {
    if (error instanceof TooLargeError) return undefined;
    throw error;
  }
}

function start(request: LintRequest): void {
  latest = request;
  pieces.forgetOthers(request.payloads);
  if (messages.length > request.count) {
    messages.length = request.count;
    placed = undefined;
    isSessionSent = false;
  }
  add(request);
  if (request.isLast && request.count <= MAX_AT_ONCE) return;
  const message = messages[request.shown];
  const own = message && viewKeyed(place(message, request.shown), request);
  const views = own === undefined ? [] : [own];
  sendFindings(request, lintTogether(views, views));
}

/** Lints the shown message in its conversation, and then tells what all messages are. */
function finish(request: LintRequest): void {
  const { id } = request;
  if (messages.length <= MAX_AT_ONCE) lintInConversation(request);
  else later(id, () => lintInConversation(request));
  if (isSessionSent) return countLater(id);
  later(id, () => {
    isSessionSent = true;
    const parts = divideConversations(describeConversations(placeAll()), EXCHANGES_AT_ONCE);
    parts.forEach((conversations, part) => {
      send({ kind: "session", id, conversations, isLast: part === parts.length - 1 });
    });
    countLater(id);
  });
}

/** A report tells about so many exchanges. */
const EXCHANGES_AT_ONCE = 1000;

const counter = createFindingCounter();
/** A report tells about so many messages, so that it does not hold up the page. */
const COUNTS_AT_ONCE = 2000;
/** How long the worker counts before it looks whether something else is asked, in milliseconds. */
const COUNT_SLICE = 20;

/** Counts the findings of all messages in slices. With one message, there is no list that tells them. */
function countLater(id: number): void {
  if (messages.length < 2) return;
  later(id, () => {
    const counts = counter.advance(groupCounted(), COUNT_SLICE);
    if (counts === "done") return;
    for (let from = 0; from < (counts?.length ?? 0); from += COUNTS_AT_ONCE)
      send({ kind: "counts", id, counts: counts?.slice(from, from + COUNTS_AT_ONCE) ?? [] });
    countLater(id);
  });
}

let grouped: { readonly of: readonly PlacedMessage[]; readonly groups: Map<string, CountedMessage[]> };

function groupCounted(): ReadonlyMap<string, readonly CountedMessage[]> {
  const all = placeAll();
  if (grouped?.of !== all)
    grouped = { of: all, groups: groupBy(all.map(toCounted), ({ conversation }) => conversation) };
  return grouped.groups;
}

function toCounted(placedMessage: PlacedMessage): CountedMessage & Pick<PlacedMessage, "conversation"> {
  const { index, document, conversation, isPayload } = placedMessage;
  return {
    message: messages[index] ?? NO_MESSAGE,
    index,
    conversation,
    bytes: document.bytes.length,
    view: () => viewKeyed(placedMessage, NOTHING_SHOWN),
    isPayload: isPayload === true,
  };
}

const NO_MESSAGE: KeyedMessage = { key: undefined, folder: "unknown", product: "unknown", facts: {} };
const NOTHING_SHOWN = { shown: -1, problems: [] };

function lintInConversation(request: LintRequest): void {
  const { shown } = request;
  const all = placeAll();
  const conversation = all[shown]?.conversation;
  const members = all.filter((message) => message.conversation === conversation);
  const servers = listServers(members);
  const views = members.map((message) => viewKeyed(message, request, servers.get(message.exchange)));
  const own = views.find(({ index }) => index === shown);
  if (own === undefined) {
    sendFindings(request, []);
    return;
  }
  const counterparts = views.filter(({ exchange, index }) => exchange === own.exchange && index !== shown);
  const found = lintTogether(views, [own, ...counterparts]);
  sendFindings(
    request,
    found.filter(({ messageIndex }) => messageIndex === shown),
  );
}

/** The findings about messages together, and about some of them each on its own if they are payloads. */
function lintTogether(views: readonly MessageView[], alone: readonly MessageView[]): readonly Diagnostic[] {
  const found = makeFindingList();
  for (const view of alone) if (documents.has(messages[view.index]?.key ?? -1)) checkMessage(view, found);
  checkSession(views, found);
  return combineFindings(found.list(), views);
}

function sendFindings({ id }: LintRequest, found: readonly Diagnostic[]): void {
  send({ kind: "findings", id, diagnostics: found.map(dropTextRange) });
}

/** All messages with their conversations and exchanges. */
function placeAll(): readonly PlacedMessage[] {
  if (placed !== undefined) return placed;
  const opened = messages.map((message, index) => place(message, index));
  const places = groupMessages(
    opened.map(({ facts, command, direction }) => ({ ...facts, command, direction })),
  );
  placed = opened.map((message, index) => ({ ...message, ...places[index] }));
  return placed;
}

/** A message with its document and what its elements tell, before its place is known. */
function place({ key, facts, ...known }: KeyedMessage, index: number): PlacedMessage {
  const own = key === undefined ? undefined : documents.get(key);
  const document = own ?? empty;
  const isKnown = known.command !== undefined && known.direction !== undefined;
  const elements = isKnown ? undefined : inferContext(document);
  const command = known.command ?? elements?.command;
  const direction = known.direction ?? elements?.direction;
  const exchange = facts.exchange ?? "";
  return {
    document,
    index,
    facts,
    command,
    direction,
    version: known.version,
    httpStatus: facts.httpStatus,
    isPayload: own !== undefined,
    conversation: "",
    exchange,
  };
}

function viewKeyed(
  message: PlacedMessage,
  { shown, problems }: Pick<LintRequest, "shown" | "problems">,
  server = message.facts.server,
): MessageView {
  const { index, document, facts, conversation, exchange } = message;
  const { folder = "unknown", product = "unknown" } = messages[index] ?? {};
  const { command, direction } = message;
  const { version } = messages[index] ?? {};
  const known = {
    conversation,
    exchange,
    isPayload: message.isPayload !== false,
    ...(command !== undefined && { command }),
    ...(direction !== undefined && { direction }),
    ...(version !== undefined && { version }),
    ...(facts.httpStatus !== undefined && { httpStatus: facts.httpStatus }),
  };
  const context = knowProduct({ folder, product, ...nameFolder(document, folder) }, server);
  return viewDocument(document, known, index, context, index === shown ? problems : []);
}

/** A folder that the user chose counts more than one that a FolderSync names. */
function nameFolder(document: LinkedDocument, folder: FolderKind): Pick<LintContext, "folders"> {
  const [only, ...others] = folder === "unknown" ? [] : listCollections(document);
  return only?.id === undefined || others.length > 0 ? {} : { folders: { [only.id]: folder } };
}

/** Copies a diagnostic without its text range, which would be computed to be copied. */
function dropTextRange(diagnostic: Diagnostic): SentDiagnostic {
  const { rule, severity, message, why, spec, range, element, messageIndex, fixes } = diagnostic;
  const { status, observations, omitted } = diagnostic;
  return {
    rule,
    severity,
    message,
    why,
    spec,
    range,
    messageIndex,
    fixes,
    ...(element !== undefined && { element }),
    ...(status !== undefined && { status }),
    ...(observations !== undefined && { observations }),
    ...(omitted !== undefined && { omitted }),
  };
}
