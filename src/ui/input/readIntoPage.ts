import type { NamedFile } from "../../formats/files/readFiles";
import type { Alternative, Reading, ReadOptions } from "../../formats/format";
import { useInspector } from "../../store/inspector";
import { Workspace } from "../workspace/panesLater";

const CANCELLED = "Reading was cancelled; what was open stays.";

let running: AbortController | undefined;

/**
 * Runs one read; a new one stops the one before. Progress, password and cancel go through the page's state.
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
    // a reader that was stopped may throw; anything else is a fault of ours
    if (!own.signal.aborted) throw error;
    getState().announce(CANCELLED);
  } finally {
    if (running === own) setState({ busy: undefined, asking: undefined });
  }
}

function askPassword(name: string, wasWrong: boolean): Promise<string | undefined> {
  return new Promise((resolve) => {
    const answer = (password: string | undefined): void => {
      useInspector.setState({ asking: undefined });
      resolve(password);
    };
    useInspector.setState({ asking: { name, wasWrong, answer } });
  });
}

/**
 * Reads a text that was pasted or dropped and opens what it holds. What can't be read is said on the page,
 * with what was expected.
 */
export function readTextIntoPage(text: string): Promise<void> {
  return read("Pasted text", async (options) => {
    const { readInput } = await import("../../formats/read");
    return readInput(text, undefined, options);
  });
}

/** Reads files that were opened, pasted or dropped, all together, and opens what they hold. */
export async function readFilesIntoPage(files: readonly NamedFile[]): Promise<void> {
  if (files.length === 0) return;
  await read(files[0]?.name ?? "", async (options) => {
    const { readFiles } = await import("../../formats/files/readFiles");
    return readFiles(files, options);
  });
}

/** Files as the browser hands them out, with the path inside the folder they were chosen with. */
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

/** Opens another reading of the same input. */
export function openAlternative({ title, read: readAgain }: Alternative): Promise<void> {
  return read(title, readAgain);
}

/** Shows another of the captures that are open. */
export async function showCaptureInPage(index: number): Promise<void> {
  const { showCapture } = await import("../../store/edits");
  showCapture(index);
}
