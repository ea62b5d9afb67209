import type { EnginePage } from "../e2e/engines/engine";

/** A page in a browser that is measured. */
export interface BenchPage {
  readonly evaluate: EnginePage["evaluate"];
  /** The bytes on the heap and in buffers after a garbage collection; missing where a browser can't tell. */
  readonly measureHeap?: () => Promise<number>;
}

/** What was measured while an input was opened. All in milliseconds. */
export interface Opening {
  /** From the paste or the drop to the frame that shows the tree; `undefined` if none was shown. */
  readonly painted: number | undefined;
  /** The longest time that the page could not answer, from the paste or drop until all was at rest. */
  readonly blocked: number;
}

/** How long an input may take before the measurement ends, in milliseconds. */
export const MAX_OPENING = 120_000;

/**
 * Opens the `benchInput` and measures, for at least and at most so many milliseconds. Runs in the page, and
 * sees nothing but its argument.
 *
 * Chromium reports tasks longer than 50 ms. Firefox has no such report; there a heartbeat ticks every few
 * milliseconds, and the largest gap between two ticks counts. The paste itself is not counted: in it, the
 * browser hands over the text.
 */
export async function openInput([least, most]: readonly [number, number]): Promise<Opening> {
  const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
  const input = globalThis.benchInput;
  globalThis.benchInput = undefined;
  if (input === undefined) throw new Error("there is no input");
  const hasReport = PerformanceObserver.supportedEntryTypes.includes("longtask");
  const tasks: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  if (hasReport) observer.observe({ type: "longtask" });
  const dispatch = (): void => {
    const data = new DataTransfer();
    if (typeof input === "string") data.setData("text/plain", input);
    else data.items.add(input);
    const how = { bubbles: true, cancelable: true };
    const target = document.querySelector("main") ?? document.body;
    if (typeof input !== "string") {
      target.dispatchEvent(new DragEvent("drop", { ...how, dataTransfer: data }));
      return;
    }
    const paste = new ClipboardEvent("paste", how);
    // Firefox leaves it out of an event by a script
    Object.defineProperty(paste, "clipboardData", { value: data });
    target.dispatchEvent(paste);
  };
  const isShown = (): boolean =>
    document.querySelector("[role=treeitem]") !== null && document.querySelector(".busy") === null;
  const isStopped = (): boolean => document.querySelector("[role=alert]") !== null;

  await wait(200); // a task of its own, and nothing left of what made the input
  const start = performance.now();
  dispatch();
  const counted = typeof input === "string" ? performance.now() : start;
  let [last, gap] = [performance.now(), 0];
  const beat = setInterval(() => {
    const now = performance.now();
    gap = Math.max(gap, now - last);
    last = now;
  }, 4);
  await new Promise(requestAnimationFrame); // what was open before is drawn no longer
  // an input that is refused leaves the page neither busy nor with a tree
  for (let idle = 0; idle < 600 && !isShown() && !isStopped() && performance.now() - start < most; ) {
    await new Promise(requestAnimationFrame);
    idle = document.querySelector(".busy") === null ? idle + 1 : 0;
  }
  await new Promise(requestAnimationFrame);
  const painted = isShown() ? performance.now() - start : undefined;
  await wait(Math.max(3000, least - (performance.now() - start))); // rules, names and the other panes
  clearInterval(beat);
  tasks.push(...observer.takeRecords());
  observer.disconnect();
  const reported = tasks.filter(({ startTime }) => startTime >= counted - 1).map(({ duration }) => duration);
  return { painted, blocked: hasReport ? Math.max(0, ...reported) : gap };
}

/**
 * The frames per second while a pane is scrolled from end to end in two seconds; `undefined` if there is no
 * such pane. Runs in the page, and sees nothing but its argument.
 */
export async function scrollPane(css: string): Promise<number | undefined> {
  const pane = document.querySelector(css);
  if (pane === null) return undefined;
  const start = performance.now();
  let frames = 0;
  while (performance.now() - start < 2000) {
    pane.scrollTop = ((performance.now() - start) / 2000) * pane.scrollHeight;
    await new Promise(requestAnimationFrame);
    frames++;
  }
  return (frames * 1000) / (performance.now() - start);
}
