import { writeClipboardLater } from "../../browser/clipboard";
import type { LinkedDocument } from "../../document/open";
import { type FileForm, type TextForm, TextTooLong, writeFile, writeText } from "../../share/forms";
import type { Editing } from "../../store/editing";
import { writeInWorker } from "../../store/exportClient";
import { useInspector } from "../../store/inspector";
import { textAtHand } from "../../store/textAtHand";
import { nodeRange } from "../../wbxml/tokenTable";
import { copyText, sayCopied } from "../kit/copyText";
import { download } from "../kit/download";
import { lastingToast, toasts } from "../kit/toast/toasts";
import { LONGEST_COPY, MAX_AT_ONCE } from "./atOnce";

/** A payload to copy or to save, in a form. */
export interface Outgoing<Form extends FileForm = FileForm> {
  /** What the form is called. */
  readonly title: string;
  readonly document: LinkedDocument;
  readonly form: Form;
  /** The name of its file. */
  readonly name: string;
}

/** A payload to copy, and what is copied as the end of "Copied …": "264 bytes as C array". */
export interface Copied extends Outgoing<TextForm> {
  readonly what: string;
}

/** The XML of a payload as it is shown, or as it will be written. */
export function toXmlForm(editing: Editing): TextForm {
  const text = textAtHand(editing);
  return text === undefined ? { kind: "xml" } : { kind: "text", text };
}

const NO_LIMIT = Number.POSITIVE_INFINITY;

/** How many bytes are written. */
function countBytes({ document, form }: Outgoing): number {
  if (!("node" in form) || form.node === undefined) return document.bytes.length;
  const { start, end } = nodeRange(document.tree.tokens, form.node);
  return end - start;
}

/** A text that is there, and bytes as they are, cost nothing to write. */
function isLarge(out: Outgoing): boolean {
  return out.form.kind !== "text" && out.form.kind !== "http" && countBytes(out) > MAX_AT_ONCE;
}

const toWritten = ({ document }: Outgoing) => ({ bytes: document.bytes, document: () => document });

/**
 * Copies a payload in a form. A large one is written in a worker, and can be cancelled until it is copied.
 */
export async function copyOut(out: Copied): Promise<void> {
  if (!isLarge(out)) return copyAtOnce(out);
  await watch(out, "copied", async (signal) => {
    if (await writeClipboardLater(write(out, LONGEST_COPY, signal))) sayCopied(`Copied ${out.what}`);
    else
      lastingToast(
        `The browser did not let this page copy ${out.what}. Allow it to use the clipboard, or save a file ` +
          "instead.",
        saveInstead(out),
      );
  });
}

async function copyAtOnce(out: Copied): Promise<void> {
  const text = [...writeText(toWritten(out), out.form)].join("");
  if (text.length <= LONGEST_COPY) await copyText(out.what, text);
  else explainTooLong(out, "copied");
}

/**
 * Saves a payload in a form as a file. A large one is written in a worker, and can be cancelled until then.
 */
export async function saveOut(out: Outgoing): Promise<void> {
  await watch(out, "saved", async (signal) => {
    const file = isLarge(out) ? write(out, NO_LIMIT, signal) : writeFile(toWritten(out), out.form);
    download(await file, out.name);
    useInspector.getState().announce(`Saved ${out.name}`);
  });
}

function write(out: Outgoing, longest: number, signal: AbortSignal): Promise<Blob> {
  return writeInWorker({ payload: toWritten(out), form: out.form, longest }, signal);
}

const saveInstead = (out: Outgoing) => ({ title: "Save as a file", run: () => void saveOut(out) });

/** What is written in less time is written before it could be read. */
const SHOWN_AFTER = 200;

/** Says what is written while it is, with a way to cancel it, and why it was not. */
async function watch(
  out: Outgoing,
  what: "copied" | "saved",
  run: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  let key: string | undefined;
  const timer = setTimeout(() => {
    const text = `Writing ${formatMegabytes(countBytes(out))} as ${out.title}…`;
    key = toasts.add({ text, actions: [{ title: "Cancel", run: cancel }] });
  }, SHOWN_AFTER);
  try {
    await run(controller.signal);
  } catch (error) {
    explain(out, what, error, () => void watch(out, what, run));
  } finally {
    clearTimeout(timer);
    if (key !== undefined) toasts.close(key);
  }
}

function explain(out: Outgoing, what: "copied" | "saved", error: unknown, retry: () => void): void {
  if (error instanceof DOMException && error.name === "AbortError") {
    useInspector.getState().announce(`${out.title} was not ${what}: it was cancelled`);
  } else if (error instanceof TextTooLong) {
    explainTooLong(out, what);
  } else {
    const reason = error instanceof Error ? error.message : String(error);
    lastingToast(`${out.title} could not be ${what}: ${reason}.`, { title: "Try again", run: retry });
  }
}

function explainTooLong(out: Outgoing, what: "copied" | "saved"): void {
  if (what === "copied")
    lastingToast(
      `${out.title} is too long to be copied: it has over ${LONGEST_COPY / 1_000_000} million characters, ` +
        "and the browser would stand still while it takes them. Save it as a file instead.",
      saveInstead(out),
    );
  else
    lastingToast(
      `${out.title} is too large to be written by this browser. Save the payload as .wbxml instead.`,
    );
}

/** A size in megabytes, such as "66.7 MB". */
export function formatMegabytes(size: number): string {
  return `${(size / 1_000_000).toFixed(1)} MB`;
}
