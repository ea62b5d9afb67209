import { formatCount } from "../../eas/values/reading";
import { type ClosedSource, isEdited, type OpenCapture, useInspector } from "../../store/inspector";
import type { OpenState, OpenStep } from "../../store/openState";
import { easFacts } from "../context/easFactsLater";
import { ignoreLoadError } from "../kit/crash/crashes";
import { answers, opening, openState } from "../kit/load/storeCode";
import { lastingToast, type ToastAction, toast, toasts } from "../kit/toast/toasts";

type OpenStateModule = typeof import("../../store/openState");
type OpeningModule = typeof import("../../store/opening");

/** Code that is loaded by the time there is a step to undo. */
async function loadSteps(): Promise<OpenStateModule & OpeningModule> {
  const [steps, ways] = await Promise.all([openState.load(), opening.load()]);
  return { ...steps, ...ways };
}

function makeUndo(step: OpenStep): ToastAction {
  const undo = async (): Promise<void> => {
    const { undoStep } = await loadSteps();
    undoStep(step);
    useInspector.getState().announce("Undone");
  };
  return { title: "Undo", run: () => void undo() };
}

/** The captures that are in one state and not in the other, by the objects that were read. */
function listDifference({ captures }: OpenState, other: OpenState): readonly OpenCapture[] {
  const others = new Set(other.captures.map(({ capture }) => capture));
  return captures.filter(({ capture }) => !others.has(capture));
}

/** The sources of captures in words: the name of one, the number of several. */
function nameSources(captures: readonly OpenCapture[]): string {
  const names = [...new Set(captures.map(({ capture }) => capture?.source ?? ""))];
  return names.length === 1 ? (names[0] ?? "") : formatCount(names.length, "input");
}

function describeEdits(captures: readonly OpenCapture[]): string {
  const count = captures.filter(isEdited).length;
  return count === 0 ? "" : ` with ${formatCount(count, "edited capture")}`;
}

/** Says what was closed, and offers to undo it. The offer stays if edits were closed. */
export function sayClosed(step: OpenStep): void {
  const closed = listDifference(step.before, step.after);
  if (closed.length === 0) return;
  const text = `Closed ${nameClosed(closed, step.after)}${describeEdits(closed)}.`;
  useInspector.getState().announce(text);
  show(text, closed.some(isEdited), makeUndo(step));
}

let shown: string | undefined;

/**
 * Shows a toast about a step in place of the one about the step before. One that lasts, because only its Undo
 * brings edits back, stays beside the next ones.
 */
function show(text: string, lasts: boolean, ...actions: readonly ToastAction[]): void {
  if (shown !== undefined) toasts.close(shown);
  shown = lasts ? undefined : toast(text, ...actions);
  if (lasts) lastingToast(text, ...actions);
}

/** What was closed: its source, or if others of that source are open, how many captures of it. */
function nameClosed(closed: readonly OpenCapture[], { captures }: OpenState): string {
  const name = nameSources(closed);
  const isPart = captures.some(({ capture }) => capture?.source === name);
  return isPart ? `${formatCount(closed.length, "capture")} of ${name}` : name;
}

/**
 * Says what was opened: added to what was open, or in the place of what was closed. Offers to undo it, to
 * close the rest, and if it is a response to a request that is open, to use it as the answer.
 */
export async function sayOpened(step: OpenStep): Promise<void> {
  const { before, after } = step;
  if (before.captures.length === 0) return;
  const name = nameSources(listDifference(after, before));
  const closed = listDifference(before, after);
  if (closed.length > 0) {
    const instead = `Opened ${name} instead of ${nameSources(closed)}`;
    const what = nameSources(closed) === name ? `Read ${name} in another way instead` : instead;
    return show(`${what}${describeEdits(closed)}.`, closed.some(isEdited), makeUndo(step));
  }
  const openInstead = async (): Promise<void> => {
    const { closeOthers } = await loadSteps();
    sayClosed(closeOthers(step));
  };
  const rest: readonly ToastAction[] = [
    { title: "Open instead", run: () => void openInstead() },
    makeUndo(step),
  ];
  // without the code for it, the command "Use as the answer" still offers it, and says what is missing
  const answer = await makeAnswer(step).catch(ignoreLoadError);
  show(`Added ${name}.`, answer !== undefined, ...(answer === undefined ? [] : [answer]), ...rest);
}

/** The offer to use what was opened as the answer to a request, if it can be one. */
async function makeAnswer({ before, after }: OpenStep): Promise<ToastAction | undefined> {
  if (after.captures.length !== before.captures.length + 1) return undefined;
  const [{ findRequestFor }, { readMessageFacts, readTitle }] = await Promise.all([
    answers.load(),
    easFacts.load(),
  ]);
  const { captures } = useInspector.getState();
  const response = after.captures.at(-1);
  const index = captures.findIndex(({ capture }) => capture === response?.capture);
  const preferred = before.captures[before.current];
  const request = captures[findRequestFor(captures, index, readMessageFacts, preferred) ?? -1];
  if (request === undefined) return undefined;
  return {
    title: `Use as the answer to ${readTitle(request)}`,
    run: () => void useAsAnswer(request, response),
  };
}

/** Makes a response the answer to a request, says so, and offers to undo it. */
async function useAsAnswer(request: OpenCapture, response: OpenCapture | undefined): Promise<void> {
  const [{ answerRequest }, { readTitle }] = await Promise.all([answers.load(), easFacts.load()]);
  const { captures } = useInspector.getState();
  const find = (wanted: OpenCapture | undefined): number =>
    captures.findIndex(({ capture }) => capture === wanted?.capture);
  const [asked, answer] = [find(request), find(response)];
  if (asked < 0 || answer < 0) {
    toast("The request or its answer is no longer open.");
    return;
  }
  const step = answerRequest(asked, answer);
  show(`The response is now the answer to ${readTitle(request)}.`, false, makeUndo(step));
}

/** Offers the shown response as the answer to an open request, as right after opening it. */
export async function answerWithShown(): Promise<void> {
  const [{ findRequestFor }, { readMessageFacts }] = await Promise.all([answers.load(), easFacts.load()]);
  const { captures, current } = useInspector.getState();
  const request = captures[findRequestFor(captures, current, readMessageFacts) ?? -1];
  if (request !== undefined) return useAsAnswer(request, captures[current]);
  toast(
    "No open request of another input waits for this capture. It must be a response to the same command.",
  );
}

/** Closes the source of the capture that is shown, or the one with the given name, and says so. */
export async function closeSourceInPage(name?: string): Promise<void> {
  const { closeSource } = await loadSteps();
  const { captures, current } = useInspector.getState();
  sayClosed(closeSource(name ?? captures[current]?.capture?.source ?? ""));
}

/** Closes the capture at an index, or the one that is shown, and says so. */
export async function closeCaptureInPage(index?: number): Promise<void> {
  const { closeCapture } = await loadSteps();
  sayClosed(closeCapture(index ?? useInspector.getState().current));
}

/** Opens something that was closed again, by default what was closed last, and says so. */
export async function reopenInPage(closed?: ClosedSource): Promise<void> {
  const { reopen } = await loadSteps();
  const which = closed ?? useInspector.getState().closed[0];
  if (which !== undefined) await sayOpened(reopen(which));
}

/** Closes the captures at some indexes, and says so. */
export async function closeCapturesInPage(indexes: readonly number[]): Promise<void> {
  const { closeCaptures } = await loadSteps();
  sayClosed(closeCaptures(indexes));
}

/** Closes everything and says so. */
export async function closeAllInPage(): Promise<void> {
  const { closeAll } = await loadSteps();
  sayClosed(closeAll());
}
