import { create } from "zustand";
import { type ChosenContext, knownFacts, messageContext } from "../session/messageContext";
import type {
  JudgedMessage,
  JudgeReport,
  JudgeRequest,
  KeyedPayload,
  SentDiagnostic,
} from "../worker/judgeMessages";
import workerUrl from "../worker/judgeWorker?worker&url";
import type { Editing } from "./editing";
import { editingOf, type OpenCapture } from "./inspector";
import { ownWorker } from "./ownWorker";

/** What the rules say of a payload as it was at one time. */
export interface Judged {
  readonly editing: Editing;
  readonly diagnostics: readonly SentDiagnostic[];
  /** By rule, how many more there are of its kind that are not told one by one. */
  readonly left: readonly (readonly [rule: string, count: number])[];
}

/**
 * What the rules said last; `judged` is `undefined` until they first answer, `failure` says why they can't.
 */
export const useJudged = create<{
  readonly judged: Judged | undefined;
  readonly failure: string | undefined;
}>()(() => ({
  judged: undefined,
  failure: undefined,
}));

const startWorker = ownWorker("judge-worker", workerUrl);

/** Messages beyond this number are not looked at together. */
const MOST_IN_SESSION = 300;
/** Texts of longer payloads are sent only where somebody wrote them. */
const SHORT = 2_000_000;

interface Asking {
  readonly id: number;
  readonly editing: Editing;
}

let worker: Worker | undefined;
let asked: Asking | undefined;
/** Asked for while the worker is busy: only the last is of any use. */
let next: (() => void) | undefined;
let busy = false;
let questions = 0;

/** Starts the worker before it is needed. */
export function startJudging(): void {
  worker ??= started();
}

function started(): Worker {
  const own = startWorker();
  own.addEventListener("message", ({ data }: MessageEvent<JudgeReport>) => take(data));
  own.addEventListener("error", ({ message }) => {
    useJudged.setState({
      failure: message === "" ? "The worker of the rules could not be started." : message,
    });
  });
  return own;
}

function take(report: JudgeReport): void {
  busy = false;
  if ("failure" in report) useJudged.setState({ failure: report.failure });
  else if (asked?.id === report.id)
    useJudged.setState({
      judged: { editing: asked.editing, diagnostics: report.diagnostics, left: report.left },
      failure: undefined,
    });
  const waiting = next;
  next = undefined;
  waiting?.();
}

/**
 * Asks the rules about the payload that is shown, in the light of those opened with it. The answer goes to
 * `useJudged`.
 */
export function judgeShown(captures: readonly OpenCapture[], current: number, chosen: ChosenContext): void {
  if (busy) {
    next = () => judgeShown(captures, current, chosen);
    return;
  }
  const editing = editingOf(captures[current]);
  if (editing === undefined) return;
  startJudging();
  const id = ++questions;
  const request = requestOf(id, captures, current, chosen);
  asked = { id, editing };
  busy = true;
  worker?.postMessage(request, []);
}

const keys = new WeakMap<object, number>();
let sent = new Set<number>();
let lastKey = 0;

function keyOf(payload: object): number {
  const known = keys.get(payload) ?? ++lastKey;
  keys.set(payload, known);
  return known;
}

/**
 * What stands for a payload: its document where it was shown, else its bytes as they were read; `undefined`
 * for a text.
 */
function payloadOf({
  capture,
  content,
}: OpenCapture): (Omit<KeyedPayload, "key"> & { readonly of: object }) | undefined {
  if (content?.kind === "payload") {
    const { document, undo } = content.editing;
    const isWritten = undo.length > 0 || capture === undefined || document.bytes.length <= SHORT;
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

function requestOf(
  id: number,
  captures: readonly OpenCapture[],
  current: number,
  chosen: ChosenContext,
): JudgeRequest {
  const isAlone = captures.length > MOST_IN_SESSION;
  const payloads: KeyedPayload[] = [];
  const messages: JudgedMessage[] = [];
  const wanted = new Set<number>();
  let shown = -1;
  const forAll: ChosenContext = { ...chosen, direction: "auto", version: "auto" };
  captures.forEach((open, index) => {
    const payload = isAlone && index !== current ? undefined : payloadOf(open);
    if (payload === undefined) return;
    const { of, ...content } = payload;
    const key = keyOf(of);
    if (!sent.has(key) && !wanted.has(key)) payloads.push({ key, ...content });
    wanted.add(key);
    if (index === current) shown = messages.length;
    messages.push({ key, ...factsOf(open, index === current ? chosen : forAll) });
  });
  sent = wanted;
  const editing = editingOf(captures[current]);
  return {
    id,
    payloads,
    messages,
    shown,
    problems: editing === undefined || editing.isDraft ? [] : editing.problems,
  };
}

/** What is known of a message without reading its elements, which the worker does. */
function factsOf({ capture }: OpenCapture, chosen: ChosenContext): Omit<JudgedMessage, "key"> {
  const context = messageContext({ chosen, http: capture });
  return { ...knownFacts(context), folder: context.folder, product: context.product };
}
