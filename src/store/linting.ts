import { create } from "zustand";
import { type ChosenContext, messageContext, pickKnownFacts } from "../session/messageContext";
import type {
  KeyedMessage,
  KeyedPayload,
  LintReport,
  LintRequest,
  SentDiagnostic,
} from "../worker/lintMessages";
import workerUrl from "../worker/lintWorker?worker&url";
import type { Editing } from "./editing";
import { editingOf, type OpenCapture } from "./inspector";
import { createWorkerFactory } from "./workerFactory";

/** What the rules found in a payload, and the state of the payload they looked at. */
export interface LintResult {
  readonly editing: Editing;
  readonly diagnostics: readonly SentDiagnostic[];
  /** By rule, how many more findings of its kind there are than are listed. */
  readonly omitted: readonly (readonly [rule: string, count: number])[];
}

/**
 * The latest result of the rules. `result` is `undefined` until the first one; `crash` says why the rules
 * could not run.
 */
export const useLintResult = create<{
  readonly result: LintResult | undefined;
  readonly crash: string | undefined;
}>()(() => ({
  result: undefined,
  crash: undefined,
}));

const startWorker = createWorkerFactory("lint-worker", workerUrl);

/** With more captures than this, the shown message is linted on its own. */
const MAX_IN_SESSION = 300;
/** The XML text of a longer payload is sent only if the user edited it. */
const MAX_UNEDITED_TEXT = 2_000_000;

interface PendingLint {
  readonly id: number;
  readonly editing: Editing;
}

let worker: Worker | undefined;
let pending: PendingLint | undefined;
/** The request to send when the worker is free: only the latest one matters. */
let queued: (() => void) | undefined;
let busy = false;
let lastId = 0;

/** Starts the worker before it is needed. */
export function startLinting(): void {
  worker ??= createWorker();
}

function createWorker(): Worker {
  const own = startWorker();
  own.addEventListener("message", ({ data }: MessageEvent<LintReport>) => onReport(data));
  own.addEventListener("error", ({ message }) => {
    useLintResult.setState({
      crash: message === "" ? "The worker that runs the rules could not be started." : message,
    });
  });
  return own;
}

function onReport(report: LintReport): void {
  busy = false;
  if ("crash" in report) useLintResult.setState({ crash: report.crash });
  else if (pending?.id === report.id)
    useLintResult.setState({
      result: { editing: pending.editing, diagnostics: report.diagnostics, omitted: report.omitted },
      crash: undefined,
    });
  const waiting = queued;
  queued = undefined;
  waiting?.();
}

/**
 * Lints the payload that is shown, taking the other open captures into account. The result goes to
 * `useLintResult`.
 */
export function lintShown(captures: readonly OpenCapture[], current: number, chosen: ChosenContext): void {
  if (busy) {
    queued = () => lintShown(captures, current, chosen);
    return;
  }
  const editing = editingOf(captures[current]);
  if (editing === undefined) return;
  startLinting();
  const id = ++lastId;
  const request = buildRequest(id, captures, current, chosen);
  pending = { id, editing };
  busy = true;
  worker?.postMessage(request, []);
}

const keys = new WeakMap<object, number>();
let sentKeys = new Set<number>();
let lastKey = 0;

function assignKey(payload: object): number {
  const known = keys.get(payload) ?? ++lastKey;
  keys.set(payload, known);
  return known;
}

/**
 * What to send for a capture: its document if it has been shown, otherwise its bytes as read; `undefined` for
 * a text.
 */
function getPayload({
  capture,
  content,
}: OpenCapture): (Omit<KeyedPayload, "key"> & { readonly of: object }) | undefined {
  if (content?.kind === "payload") {
    const { document, undo } = content.editing;
    const isWritten = undo.length > 0 || capture === undefined || document.bytes.length <= MAX_UNEDITED_TEXT;
    return { of: document, bytes: document.bytes, ...(isWritten && { text: document.xml }) };
  }
  if (
    content !== undefined ||
    capture === undefined ||
    !/vnd\.ms-sync|^undefined$/.test(String(capture.contentType))
  )
    return undefined;
  return { of: capture.payload, bytes: capture.payload };
}

function buildRequest(
  id: number,
  captures: readonly OpenCapture[],
  current: number,
  chosen: ChosenContext,
): LintRequest {
  const isAlone = captures.length > MAX_IN_SESSION;
  const payloads: KeyedPayload[] = [];
  const messages: KeyedMessage[] = [];
  const wanted = new Set<number>();
  let shown = -1;
  const forAll: ChosenContext = { ...chosen, direction: "auto", version: "auto" };
  captures.forEach((open, index) => {
    const payload = isAlone && index !== current ? undefined : getPayload(open);
    if (payload === undefined) return;
    const { of, ...content } = payload;
    const key = assignKey(of);
    if (!sentKeys.has(key) && !wanted.has(key)) payloads.push({ key, ...content });
    wanted.add(key);
    if (index === current) shown = messages.length;
    messages.push({ key, ...factsOf(open, index === current ? chosen : forAll) });
  });
  sentKeys = wanted;
  const editing = editingOf(captures[current]);
  return {
    id,
    payloads,
    messages,
    shown,
    problems: editing === undefined || editing.isDraft ? [] : editing.problems,
  };
}

/** What is known about a message without reading its elements, which is left to the worker. */
function factsOf({ capture }: OpenCapture, chosen: ChosenContext): Omit<KeyedMessage, "key"> {
  const context = messageContext({ chosen, http: capture });
  return { ...pickKnownFacts(context), folder: context.folder, product: context.product };
}
