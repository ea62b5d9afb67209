import type { NamedFile } from "../../formats/files/readFiles";
import type { Alternative, Reading, ReadOptions } from "../../formats/format";
import { useInspector } from "../../store/inspector";
import { Workspace } from "../workspace/panesLater";

const CANCELLED = "Reading was cancelled. Your open captures are unchanged.";

let running: AbortController | undefined;

/**
 * Runs a read; starting one cancels the previous one. Progress, password and cancelling go through the state
 * of the page.
 */
async function read(what: string, start: (options: ReadOptions) => Promise<Reading>): Promise<void> {
  running?.abort();
  const own = new AbortController();
  running = own;
  const { setState, getState } = useInspector;
  getState().announce("Reading…");
  const cancel = (): void => own.abort();
  const options: ReadOptions = {
    signal: own.signal,
    onProgress: (done, part) => running === own && setState({ busy: { what: part, done, cancel } }),
    askPassword: (name, wasWrong) => askPassword(name, wasWrong),
  };
  setState({ busy: { what, done: 0, cancel } });
  try {
    const [reading, { openReading }] = await Promise.all([
      start(options),
      import("../../store/edits"),
      Workspace.load(),
    ]);
    if (own.signal.aborted) getState().announce(CANCELLED);
    else openReading(reading);
  } catch (error) {
    // a cancelled reader can throw; any other error is ours
    if (!own.signal.aborted) throw error;
    getState().announce(CANCELLED);
  } finally {
    if (running === own) setState({ busy: undefined, passwordRequest: undefined });
  }
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
export function readTextIntoPage(text: string): Promise<void> {
  return read("Pasted text", async (options) => {
    const { readInput } = await import("../../formats/read");
    return readInput(text, undefined, options);
  });
}

/** Reads opened, pasted or dropped files together, and opens their captures. */
export async function readFilesIntoPage(files: readonly NamedFile[]): Promise<void> {
  if (files.length === 0) return;
  await read(files[0]?.name ?? "", async (options) => {
    const { readFiles } = await import("../../formats/files/readFiles");
    return readFiles(files, options);
  });
}

/** Files with the names that the browser gives them; those chosen with a folder keep their path inside it. */
export function namedFiles(files: FileList | readonly File[] | null): NamedFile[] {
  return Array.from(files ?? [], (file) => ({
    name: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath,
    bytes: file,
  }));
}

/** Opens an example or another XML text. */
export async function openXmlInPage(label: string, xml: string): Promise<void> {
  const [{ openXml }] = await Promise.all([import("../../store/edits"), Workspace.load()]);
  openXml(label, xml);
}

/** Reads the same input in another way, and opens the result. */
export function openAlternative({ title, read: readAgain }: Alternative): Promise<void> {
  return read(title, readAgain);
}

/** Shows another open capture. */
export async function showCaptureInPage(index: number): Promise<void> {
  const { showCapture } = await import("../../store/edits");
  showCapture(index);
}
