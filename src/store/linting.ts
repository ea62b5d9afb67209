import { create } from "zustand";
import { createPageWorker, createWorkerFactory } from "../browser/worker";
import { hasWholeText, MAX_DECODED_BYTES } from "../document/size";
import { yieldThread } from "../formats/pace";
import { isBodyKnown, mayBePayload } from "../session/content";
import { type Conversation, pickSentFacts } from "../session/conversations";
import { messageContext, pickKnownFacts } from "../session/messageContext";
import type {
  KeyedMessage,
  KeyedPayload,
  LintBatch,
  LintReport,
  SentDiagnostic,
  SessionReport,
  ToLintWorker,
} from "../worker/lintMessages";
import workerUrl from "../worker/lintWorker?worker&url";
import { PIECE_BYTES, sendPieces } from "../worker/pieces";
import { joinConversations } from "../worker/sessionParts";
import type { Editing } from "./editing";
import { setFindingCounts } from "./findingCounts";
import { editingOf, type OpenCapture } from "./inspector";
import { useSession } from "./session";

/** What the rules found in a capture, and the state of it that they looked at. */
export interface LintResult {
  readonly open: OpenCapture;
  /** `undefined` for a text, about which only failures of HTTP are found. */
  readonly editing: Editing | undefined;
  readonly diagnostics: readonly SentDiagnostic[];
}

/** Why there is no result: the rules threw an error, or their worker has ended. */
export interface LintFailure {
  readonly kind: "error" | "worker";
  /** The error, or a clause: "the browser refused to start it". */
  readonly reason: string;
}

/**
 * The latest result of the rules. `result` is `undefined` until the first one; `failure` says why the rules
 * could not run.
 */
export const useLintResult = create<{
  readonly result: LintResult | undefined;
  readonly failure: LintFailure | undefined;
}>()(() => ({
  result: undefined,
  failure: undefined,
}));

/** The XML text of a longer payload is sent only if the user edited it. */
const MAX_UNEDITED_TEXT = 2_000_000;
/** A request is sent in batches of at most about this many bytes and messages. */
const BATCH_BYTES = 1_000_000;
const BATCH_MESSAGES = 500;

/**
 * How long a request waits for an earlier one, in milliseconds; then the worker is ended, because what it is
 * doing is no longer shown.
 */
const MAX_WAIT = 3000;
/**
 * How long the worker may work on one request, in milliseconds, far longer than any payload takes: a time for
 * each request and for each byte that is open, together at most `MAX_SILENCE`. A worker that has not started
 * has `MAX_SILENCE`, because its script can be slow to come.
 */
const MAX_SILENCE = 60_000;
const SILENCE_PER_REQUEST = 10_000;
const SILENCE_PER_BYTE = 0.05;

/** What is to be judged: a capture among all that are open. */
interface Shown {
  readonly captures: readonly OpenCapture[];
  readonly current: number;
}

interface PendingLint extends Shown {
  readonly id: number;
  readonly open: OpenCapture;
}

const worker = createPageWorker<ToLintWorker, LintReport>(createWorkerFactory("lint-worker", workerUrl), {
  onReport: (report) => onReport(report),
  onEnd: (reason) => onEnd(reason),
});

let pending: PendingLint | undefined;
/** What to judge when the worker is free: only the latest matters. */
let queued: Shown | undefined;
let isBusy = false;
/** Whether the worker has started. */
let isReady = false;
/** The request that has been sent a second time, because the worker ended during the first. */
let repeated: Shown | undefined;
let silence: ReturnType<typeof setTimeout> | undefined;
let wait: ReturnType<typeof setTimeout> | undefined;
let lastId = 0;

/** Starts the worker before it is needed. */
export function startLinting(): void {
  worker.start();
}

/** Runs the rules again after they failed. */
export function retryLinting(): void {
  if (isBusy || pending === undefined) return;
  useLintResult.setState({ failure: undefined });
  ask(pending);
}

function onReport(report: LintReport): void {
  if (report.kind === "ready") {
    isReady = true;
    if (isBusy && pending !== undefined) limitSilence(pending);
    return;
  }
  const isOfNow = pending?.id === report.id;
  if (report.kind === "session") {
    if (isOfNow && pending !== undefined) takeSession(report, pending);
    return;
  }
  if (report.kind === "counts") {
    if (isOfNow && pending !== undefined) setFindingCounts(pending.captures, report.counts);
    return;
  }
  settle();
  if (report.kind === "crash") useLintResult.setState({ failure: { kind: "error", reason: report.crash } });
  else if (isOfNow && pending !== undefined) {
    const { open } = pending;
    const { diagnostics } = report;
    useLintResult.setState({
      result: { open, editing: editingOf(open), diagnostics },
      failure: undefined,
    });
  }
  askQueued();
}

/** The parts of a session that have come, and the request that they answer. */
let coming: { readonly id: number; readonly parts: Conversation[][] } = { id: 0, parts: [] };

function takeSession({ id, conversations, isLast }: SessionReport, { captures }: PendingLint): void {
  if (coming.id !== id) coming = { id, parts: [] };
  coming.parts.push([...conversations]);
  if (!isLast) return;
  useSession.setState({ conversations: joinConversations(coming.parts), captures });
  coming = { id: 0, parts: [] };
}

/**
 * Goes on after the worker has ended by itself: with what is shown now, otherwise with the same request once
 * more. A request that ends the worker twice is not sent again until the user asks for it.
 */
function onEnd(reason: string): void {
  settle();
  forgetSent();
  if (queued !== undefined) askQueued();
  else if (pending !== undefined && repeated?.captures !== pending.captures) {
    repeated = pending;
    ask(pending);
  } else useLintResult.setState({ failure: { kind: "worker", reason } });
}

/** Ends a worker that is doing something else than what is to be judged now. */
function endAndAskQueued(): void {
  worker.end();
  settle();
  forgetSent();
  askQueued();
}

/** Ends the worker if it does not answer a request in time. */
function limitSilence({ captures }: Shown): void {
  clearTimeout(silence);
  const bytes = captures.reduce((sum, open) => sum + countBytes(open), 0);
  const own = SILENCE_PER_REQUEST + Math.round(bytes * SILENCE_PER_BYTE);
  const limit = isReady ? Math.min(own, MAX_SILENCE) : MAX_SILENCE;
  silence = setTimeout(() => endSilent(limit), limit);
}

function countBytes(open: OpenCapture): number {
  return editingOf(open)?.document.bytes.length ?? open.capture?.payload.length ?? 0;
}

function endSilent(limit: number): void {
  worker.end();
  settle();
  forgetSent();
  const reason = `they did not finish within ${Math.round(limit / 1000)} seconds and were stopped`;
  useLintResult.setState({ failure: { kind: "worker", reason } });
}

function settle(): void {
  isBusy = false;
  clearTimeout(silence);
  clearTimeout(wait);
  wait = undefined;
}

function askQueued(): void {
  const next = queued;
  queued = undefined;
  if (next !== undefined) ask(next);
}

/**
 * Lints the payload that is shown in its conversation among the open captures. The result goes to
 * `useLintResult`; what all captures are goes to `useSession`. What was asked last is not asked again, unless
 * it failed.
 */
export function lintShown(captures: readonly OpenCapture[], current: number): void {
  const asked = queued ?? pending;
  const isAsked = asked?.captures === captures && asked.current === current;
  if (isAsked && useLintResult.getState().failure === undefined) return;
  if (isBusy) {
    queued = { captures, current };
    wait ??= setTimeout(endAndAskQueued, MAX_WAIT);
  } else ask({ captures, current });
}

function ask({ captures, current }: Shown): void {
  const open = captures[current];
  if (open === undefined) return;
  const id = ++lastId;
  pending = { id, open, captures, current };
  isBusy = true;
  limitSilence(pending);
  void sendRequest(pending);
}

const keys = new WeakMap<object, number>();
/** The keys of the payloads that the worker has, and the messages that it knows. */
const sentKeys = new Set<number>();
const sentMessages: KeyedMessage[] = [];
let lastKey = 0;

/** A new worker has received nothing yet. */
function forgetSent(): void {
  isReady = false;
  sending = 0;
  sentKeys.clear();
  sentMessages.length = 0;
}

function assignKey(payload: object): number {
  const known = keys.get(payload) ?? ++lastKey;
  keys.set(payload, known);
  return known;
}

function isEdited(content: OpenCapture["content"]): boolean {
  return content?.kind === "payload" && content.editing.undo.length > 0;
}

/**
 * What to send for a capture: its document if it has been shown, otherwise its bytes as read; `undefined` for
 * a text.
 */
function getPayload({ capture, content }: OpenCapture): KeyedPayload | undefined {
  if (capture !== undefined && capture.payload.length === 0 && !isBodyKnown(capture) && !isEdited(content))
    return undefined;
  if (content?.kind === "payload") {
    const { document, undo } = content.editing;
    const isWritten =
      hasWholeText(document) &&
      (undo.length > 0 || capture === undefined || document.bytes.length <= MAX_UNEDITED_TEXT);
    return { key: assignKey(document), bytes: document.bytes, ...(isWritten && { text: document.xml }) };
  }
  if (content !== undefined || capture === undefined) return undefined;
  const { payload, contentType } = capture;
  if (payload.length > MAX_DECODED_BYTES) return undefined;
  return mayBePayload(contentType) ? { key: assignKey(payload), bytes: payload, contentType } : undefined;
}

/** The request that is being sent, batch by batch; 0 when none is, or the worker has ended meanwhile. */
let sending = 0;

/**
 * Sends a request, in batches so that neither finding what is new nor copying it blocks the page. The first
 * one has what is shown. A newer request ends it; what has been sent by then is not sent again.
 */
async function sendRequest({ id, captures, current }: PendingLint): Promise<void> {
  sending = id;
  sentMessages.length = Math.min(sentMessages.length, captures.length);
  const editing = editingOf(captures[current]);
  const problems = editing === undefined || editing.isDraft ? [] : editing.problems;
  let batch = collectFirst(captures, current);
  await sendBatch(id, batch, (part) =>
    worker.send({ kind: "lint", ...part, count: captures.length, shown: current, problems }),
  );
  while (batch.next !== undefined) {
    await yieldThread();
    if (sending !== id) return;
    batch = collectBatch(captures, batch.next);
    await sendBatch(id, batch, (part) => worker.send({ kind: "more", ...part }));
  }
}

/** Sends a batch, its large payloads piece by piece before it, unless a newer request comes meanwhile. */
async function sendBatch(
  id: number,
  { payloads, changes, next }: Batch,
  send: (part: Omit<LintBatch, "kind">) => void,
): Promise<void> {
  const large = payloads.filter(({ bytes }) => bytes !== undefined && bytes.length > PIECE_BYTES);
  for (const { key, bytes = NO_BYTES } of large)
    if (!(await sendPieces(key, bytes, worker.send, () => sending === id))) return;
  const sent = payloads.map((payload) => (large.includes(payload) ? withoutBytes(payload) : payload));
  send({ id, changes, payloads: sent, isLast: next === undefined });
  for (const { key } of payloads) sentKeys.add(key);
  for (const [index, message] of changes) sentMessages[index] = message;
  if (next === undefined) endRequest();
}

/** After the last batch, the worker keeps only the payloads that a message has. */
function endRequest(): void {
  sending = 0;
  const wanted = new Set(sentMessages.map(({ key }) => key));
  for (const key of sentKeys) if (!wanted.has(key)) sentKeys.delete(key);
}

/** What of the captures is new to the worker. */
interface Batch extends Pick<LintBatch, "changes" | "payloads"> {
  /** Where the next batch begins; `undefined` if there is none. */
  readonly next: number | undefined;
}

/** What is shown, with the rest if that is little; otherwise alone, so that it is answered first. */
function collectFirst(captures: readonly OpenCapture[], shown: number): Batch {
  const all = collectBatch(captures, 0, shown);
  return all.next === undefined ? all : { ...collectBatch(captures, captures.length, shown), next: 0 };
}

/** Collects what the worker does not have yet: the capture that is shown, and those from an index on. */
function collectBatch(captures: readonly OpenCapture[], from: number, shown?: number): Batch {
  const changes: (readonly [number, KeyedMessage])[] = [];
  const payloads = new Map<number, KeyedPayload>();
  let bytes = 0;
  const take = (index: number): void => {
    const open = captures[index];
    if (open === undefined) return;
    const message = toKeyedMessage(open);
    const { key } = message;
    if (message !== sentMessages[index]) changes.push([index, message]);
    if (key === undefined || sentKeys.has(key) || payloads.has(key)) return;
    const payload = getPayload(open);
    if (payload === undefined) return;
    payloads.set(key, payload);
    bytes += payload.bytes?.length ?? 0;
  };
  if (shown !== undefined) take(shown);
  const [ownBytes, ownChanges] = [bytes, changes.length];
  let index = from;
  for (; index < captures.length; index++) {
    if (index === shown) continue;
    if (changes.length - ownChanges >= BATCH_MESSAGES || bytes - ownBytes > BATCH_BYTES) break;
    take(index);
  }
  const next = index < captures.length ? index : undefined;
  return { changes, payloads: [...payloads.values()], next };
}

const NO_BYTES = new Uint8Array();

function withoutBytes({ key, text, contentType }: KeyedPayload): KeyedPayload {
  return { key, ...(text !== undefined && { text }), contentType };
}

const keyedMessages = new WeakMap<OpenCapture, KeyedMessage>();

/** What is known about a capture without reading its elements, which is left to the worker. */
function toKeyedMessage(open: OpenCapture): KeyedMessage {
  const known = keyedMessages.get(open);
  if (known !== undefined) return known;
  const { capture, context: chosen } = open;
  const context = messageContext({ chosen, http: capture });
  const message: KeyedMessage = {
    key: getPayload(open)?.key,
    facts: capture === undefined ? {} : pickSentFacts(capture),
    ...pickKnownFacts(context),
    folder: context.folder,
    product: context.product,
  };
  keyedMessages.set(open, message);
  return message;
}
