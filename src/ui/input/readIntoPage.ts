import type { NamedFile } from "../../formats/files/readFiles";
import type { Alternative, Reading, ReadOptions } from "../../formats/format";
import { type PastedText, type Source, useInspector } from "../../store/inspector";
import type { OpenStep } from "../../store/openState";
import { readAside } from "../../store/readingClient";
import { opening } from "../kit/load/storeCode";
import { sayOpened } from "./openedToasts";
import { loadPanes } from "./panesCode";

const CANCELLED = "Reading was cancelled. Nothing that is open has changed.";

const READING = "Reading…";

/** The read that was started last. */
let last: Promise<void> = Promise.resolve();

type OpeningModule = typeof import("../../store/opening");

/** What to do with what was read: open it in one of the ways that the page has. */
type Open = (code: OpeningModule, reading: Reading) => OpenStep | undefined;

/** Whether what is opened is added to what is open, or takes its place. */
export type OpenWay = "added" | "instead";

function makeOpen(name: string, way: OpenWay, pasted?: PastedText): Open {
  return ({ openReading, openReadingInstead }, reading) =>
    way === "added" ? openReading(reading, name, pasted) : openReadingInstead(reading, name, pasted);
}

/** The text of a longer input is not kept beside what was read from it; in UTF-16 units. */
export const MAX_KEPT_TEXT = 4_000_000;

function keepText(text: string): PastedText {
  return { length: text.length, text: text.length > MAX_KEPT_TEXT ? undefined : text };
}

type Start = (options: ReadOptions) => Promise<Reading>;

/**
 * Reads an input and opens what was read, after the inputs that were opened earlier: none is lost if several
 * are pasted one right after the other.
 */
function read(what: string, start: Start, open: Open): Promise<void> {
  const own = last.then(() => readNow(what, start, open));
  const end = (): void => undefined;
  last = own.then(end, end); // the next read starts all the same
  return own.then(end); // a promise without a handler: the page reports an error that no caller handles
}

/** Progress, password and cancelling go through the state of the page. */
async function readNow(what: string, start: Start, open: Open): Promise<void> {
  const own = new AbortController();
  const { setState, getState } = useInspector;
  getState().announce(READING);
  const cancel = (): void => own.abort();
  const options: ReadOptions = {
    signal: own.signal,
    onProgress: (done, part) => setState({ busy: { what: part, done, cancel } }),
    askPassword: (name, wasWrong) => askPassword(name, wasWrong),
  };
  setState({ busy: { what, done: 0, cancel } });
  try {
    const all = Promise.all([start(options), opening.load(), loadPanes()]);
    const [reading, code] = await orAbort(all, own.signal);
    own.signal.throwIfAborted();
    const step = open(code, reading);
    if (step !== undefined) await sayOpened(step);
  } catch (error) {
    // a cancelled reader can throw; any other error is ours
    if (!own.signal.aborted) throw error;
    getState().announce(CANCELLED);
  } finally {
    setState({ busy: undefined, passwordRequest: undefined });
    if (getState().announcement === READING) getState().announce("");
  }
}

/** Settles like a promise, or rejects when a signal is aborted: code that is loaded can take any time. */
function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new DOMException("Cancelled", "AbortError")));
    promise.then(resolve, reject);
  });
}

function askPassword(name: string, wasWrong: boolean): Promise<string | undefined> {
  return new Promise((resolve) => {
    const answer = (password: string | undefined): void => {
      useInspector.setState({ passwordRequest: undefined });
      resolve(password);
    };
    useInspector.setState({ passwordRequest: { name, wasWrong, answer } });
  });
}

/**
 * Reads pasted or dropped text and opens its captures. If the text cannot be read, the page shows that, and
 * what it expected.
 */
export function readTextIntoPage(text: string, way: OpenWay = "added"): Promise<void> {
  const name = "Pasted text";
  return read(name, (options) => readAside(text, options), makeOpen(name, way, keepText(text)));
}

/** Reads opened, pasted or dropped files together, and opens their captures. */
export async function readFilesIntoPage(files: readonly NamedFile[], way: OpenWay = "added"): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  const name = files.length === 1 ? first.name : `${files.length} files`;
  await read(first.name, (options) => readAside(files, options), makeOpen(name, way));
}

/** Files with the names that the browser gives them; those chosen with a folder keep their path inside it. */
export function namedFiles(files: FileList | readonly File[] | null): NamedFile[] {
  return Array.from(files ?? [], (file) => ({
    name: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath,
    bytes: file,
  }));
}

/** Opens an example or another XML text. */
export async function openXmlInPage(title: string, xml: string): Promise<void> {
  const [{ openXml }] = await Promise.all([opening.load(), loadPanes()]);
  await sayOpened(openXml(title, xml));
}

/** Reads a source in another way, and puts the result in its place. */
export function openAlternative({ title, read: readAgain }: Alternative, source: Source): Promise<void> {
  return read(title, readAgain, ({ openOtherReading }, reading) => openOtherReading(reading, source));
}

/**
 * Reads a text in the place of the pasted text of a source. Returns whether it was opened; if not, nothing
 * that is open has changed.
 */
export async function readTextAgain(text: string, source: Source): Promise<boolean> {
  let step: OpenStep | undefined;
  const open: Open = ({ openOtherReading }, reading) =>
    (step = openOtherReading(reading, source, keepText(text)));
  await read(source.name, (options) => readAside(text, options), open);
  return step !== undefined;
}
