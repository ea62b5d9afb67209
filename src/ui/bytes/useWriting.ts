import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import { formatHex, toHex } from "../../bytes/hex";
import type { ByteRange } from "../../bytes/range";
import { formatCount } from "../../eas/values/reading";
import { editingOf, useInspector } from "../../store/inspector";
import { readTextIntoPage } from "../input/readIntoPage";
import { sayCopied } from "../kit/copyText";
import { edits } from "../kit/load/storeCode";
import { parsePastedHex } from "../kit/pastedHex";
import { toast } from "../kit/toast/toasts";
import { type ByteEdit, deleteBefore, deleteBytes, pasteBytes, type WriteMode, writeByte } from "./byteEdits";
import { LONGEST_COPY, sayTooLong } from "./copyHex";
import { useInsertMode } from "./insertMode";
import { readWritingKey, type WritingKey } from "./keys";

/** The state of typing into the bytes, and its event handlers. */
export interface Writing {
  /** The first digit of a byte whose second has not been typed yet; "" if there is none. */
  readonly digit: string;
  /** Handles a key. Returns whether it was one that edits bytes. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  /** Types a hexadecimal digit. */
  readonly type: (digit: string) => void;
  /** Deletes the selected bytes. */
  readonly remove: () => void;
  /** Discards a digit that has no second one. */
  readonly giveUp: () => void;
}

/** The current bytes: a key can arrive before the effect of the previous one is drawn. */
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

function modeNow(): WriteMode {
  return useInsertMode.getState().mode;
}

/** Makes an edit. `edit` is called once all edits before it have been made. */
async function make(edit: () => ByteEdit | undefined, go: (range: ByteRange) => void): Promise<void> {
  const { patchBytes, afterLargeEdit } = await edits.load();
  afterLargeEdit(() => {
    const made = tryEdit(edit);
    if (made === undefined) return;
    if (patchBytes(made.patches, made.name)) afterLargeEdit(() => go(made.next), "completion");
  });
}

function tryEdit(edit: () => ByteEdit | undefined): ByteEdit | undefined {
  const { captures, current } = useInspector.getState();
  if (editingOf(captures[current])?.isDraft === true) {
    toast(
      "The XML can't be encoded, so the bytes show its last valid state. Fix the XML or undo your changes.",
    );
    return undefined;
  }
  return edit();
}

/**
 * Overwriting, inserting, deleting, copying and pasting of bytes; each edit is a step of the shared history.
 */
export function useWriting(go: (range: ByteRange) => void): Writing {
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
    else
      makeNext(() => writeByte(bytesNow().length, caretNow(), Number.parseInt(first + typed, 16), modeNow()));
  };
  const remove = (): void => makeNext(() => deleteBytes(bytesNow().length, selectedNow(), modeNow()));

  const onKey = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const wanted = readWritingKey(event.key);
    if (wanted === undefined || (wanted === "discard" && waiting.current === "")) {
      setDigit("");
      return false;
    }
    const does: Readonly<Record<WritingKey, () => void>> = {
      digit: () => type(event.key),
      switch: useInsertMode.getState().toggle,
      delete: remove,
      "delete-before": () =>
        waiting.current === ""
          ? makeNext(() => deleteBefore(bytesNow().length, selectedNow(), modeNow()))
          : setDigit(""),
      discard: () => setDigit(""),
    };
    event.preventDefault();
    does[wanted]();
    return true;
  };

  const onCopy = (event: ClipboardEvent): void => {
    const { start, end } = selectedNow();
    event.preventDefault();
    if (end - start > LONGEST_COPY) return sayTooLong();
    event.clipboardData.setData("text/plain", toHex(bytesNow().subarray(start, end)));
    sayCopied(`Copied ${formatCount(end - start, "byte")} as hex`);
  };

  const onPaste = (event: ClipboardEvent): void => {
    const pasted = takeHex(event);
    if (pasted === undefined) return; // not hex: the page opens it, as everywhere
    const at = useInspector.getState().selection?.at;
    const place = at === undefined ? selectedNow() : { start: at, end: at + 1 };
    makeNext(() => pasteBytes(bytesNow().length, place, pasted.bytes, modeNow()));
    offerToOpen(pasted, place.start);
  };

  return { digit, onKey, onCopy, onPaste, type, remove, giveUp: () => setDigit("") };
}

interface PastedBytes {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** The bytes that are being pasted, taken before the page opens them; `undefined` for anything else. */
function takeHex(event: ClipboardEvent): PastedBytes | undefined {
  const text = event.clipboardData.getData("text/plain");
  const bytes = parsePastedHex(text);
  if (bytes === undefined) return undefined;
  event.preventDefault();
  event.nativeEvent.stopImmediatePropagation();
  return { text, bytes };
}

/** Shows where bytes were pasted, and offers to open them as a payload instead. */
function offerToOpen({ text, bytes }: PastedBytes, at: number): void {
  const openInstead = async (): Promise<void> => {
    const { undoEdit } = await edits.load();
    undoEdit();
    await readTextIntoPage(text);
  };
  toast(`Pasted ${formatCount(bytes.length, "byte")} at 0x${formatHex(at)}.`, {
    title: "Open as a payload instead",
    run: () => void openInstead(),
  });
}
