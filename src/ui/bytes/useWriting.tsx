import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import { hexByte, hexOffset, toHex } from "../../bytes/hex";
import type { ByteRange } from "../../bytes/range";
import { editingOf, useInspector } from "../../store/inspector";
import { readTextIntoPage } from "../input/readIntoPage";
import { toast } from "../toast/toasts";
import {
  type ByteEdit,
  deleteBefore,
  deleteBytes,
  pasteBytes,
  pastedHex,
  type WriteMode,
  writeByte,
} from "./byteEdits";

/** What typing into the bytes does. */
export interface Writing {
  readonly mode: WriteMode;
  /** The first digit of a byte whose second is awaited; "" where none is. */
  readonly digit: string;
  /** Whether the key was one that writes. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly setMode: (mode: WriteMode) => void;
  /** Forgets a digit that was typed alone. */
  readonly giveUp: () => void;
}

/** The bytes as they are now: a key can come before what the last one did is drawn. */
function bytesNow(): Uint8Array {
  const { captures, current } = useInspector.getState();
  return editingOf(captures[current])?.document.bytes ?? new Uint8Array();
}

function selectedNow(): ByteRange {
  return useInspector.getState().selection?.range ?? { start: 0, end: Math.min(1, bytesNow().length) };
}

function caretNow(): number {
  return useInspector.getState().selection?.at ?? selectedNow().start;
}

/** Makes an edit of the bytes as they are once all edits before it are made. */
async function make(edit: () => ByteEdit | undefined, go: (range: ByteRange) => void): Promise<void> {
  const { patchBytes } = await import("../../store/edits");
  const { captures, current } = useInspector.getState();
  if (editingOf(captures[current])?.isDraft === true) {
    toast(
      "The XML can't be encoded as it stands, so the bytes are those of before. Mend the XML or undo first.",
    );
    return;
  }
  const made = edit();
  if (made === undefined) return;
  patchBytes(made.patches, made.name);
  go(made.next);
}

/** Writing over bytes, between them, taking out, copying and pasting; each a step of the one history. */
export function useWriting(go: (range: ByteRange) => void): Writing {
  const [mode, setMode] = useState<WriteMode>("overwrite");
  const [digit, showDigit] = useState("");
  const waiting = useRef("");

  const setDigit = (typed: string): void => {
    waiting.current = typed;
    showDigit(typed);
  };

  const makeNext = (edit: () => ByteEdit | undefined): void => {
    setDigit("");
    void make(edit, go);
  };

  const type = (typed: string): void => {
    const first = waiting.current;
    if (first === "") setDigit(typed.toUpperCase());
    else makeNext(() => writeByte(bytesNow().length, caretNow(), Number.parseInt(first + typed, 16), mode));
  };

  const onKey = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const keys: Readonly<Record<string, () => void>> = {
      Insert: () => setMode(mode === "insert" ? "overwrite" : "insert"),
      Delete: () => makeNext(() => deleteBytes(bytesNow().length, selectedNow(), mode)),
      Backspace: () =>
        waiting.current === ""
          ? makeNext(() => deleteBefore(bytesNow().length, selectedNow(), mode))
          : setDigit(""),
    };
    const does = /^[0-9a-f]$/i.test(event.key)
      ? () => type(event.key)
      : event.key === "Escape" && waiting.current !== ""
        ? () => setDigit("")
        : keys[event.key];
    if (does === undefined) {
      setDigit("");
      return false;
    }
    event.preventDefault();
    does();
    return true;
  };

  const onCopy = (event: ClipboardEvent): void => {
    const { start, end } = selectedNow();
    event.preventDefault();
    event.clipboardData.setData("text/plain", toHex(bytesNow().subarray(start, end)));
    useInspector.getState().announce(`Copied ${end - start} ${end - start === 1 ? "byte" : "bytes"} as hex`);
  };

  const onPaste = (event: ClipboardEvent): void => {
    const pasted = takeHex(event);
    if (pasted === undefined) return; // no bytes: the page opens it, as everywhere
    const at = useInspector.getState().selection?.at;
    const place = at === undefined ? selectedNow() : { start: at, end: at + 1 };
    makeNext(() => pasteBytes(bytesNow().length, place, pasted.bytes, mode));
    offerToOpen(pasted, place.start);
  };

  return { mode, digit, onKey, onCopy, onPaste, setMode, giveUp: () => setDigit("") };
}

interface Pasted {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/**
 * The bytes that are pasted, taken from the page, which would open them; `undefined` where it is something
 * else.
 */
function takeHex(event: ClipboardEvent): Pasted | undefined {
  const text = event.clipboardData.getData("text/plain");
  const bytes = pastedHex(text);
  if (bytes === undefined) return undefined;
  event.preventDefault();
  event.nativeEvent.stopImmediatePropagation();
  return { text, bytes };
}

/** Says where bytes were pasted; who wanted to open them instead is one click away from it. */
function offerToOpen({ text, bytes }: Pasted, at: number): void {
  const openInstead = async (): Promise<void> => {
    const { undoEdit } = await import("../../store/edits");
    undoEdit();
    await readTextIntoPage(text);
  };
  toast(`Pasted ${bytes.length} ${bytes.length === 1 ? "byte" : "bytes"} at 0x${hexOffset(at)}.`, {
    title: "Open them as a payload instead",
    run: () => void openInstead(),
  });
}

/** How typing writes, and a digit that waits for its second. */
export function WritingLine({
  writing: { mode, digit, setMode },
  hasSelection,
}: {
  readonly writing: Writing;
  readonly hasSelection: boolean;
}) {
  return (
    <p className="bytes-writing">
      <button
        type="button"
        className="link-button"
        aria-pressed={mode === "insert"}
        onClick={() => setMode(mode === "insert" ? "overwrite" : "insert")}
      >
        {mode === "insert" ? "Typing inserts" : "Typing overwrites"}
      </button>
      {digit !== "" && <span role="status">{digit}_ … one more digit</span>}
      {digit === "" && !hasSelection && (
        <span>Select a byte and type hexadecimal digits, for example {hexByte(0x4b)}.</span>
      )}
    </p>
  );
}
