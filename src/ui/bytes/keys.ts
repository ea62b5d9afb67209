import type { PaneKeys } from "../kit/commands/paneKeys";
import type { WriteMode } from "./byteEdits";

/** What a key does that writes bytes. */
export type WritingKey = "digit" | "switch" | "delete" | "delete-before" | "discard";

const WRITING: Readonly<Record<string, WritingKey>> = {
  Insert: "switch",
  Delete: "delete",
  Backspace: "delete-before",
  Escape: "discard",
};

/** What a key does that writes bytes; `undefined` for any other key. */
export function readWritingKey(key: string): WritingKey | undefined {
  return /^[0-9a-f]$/i.test(key) ? "digit" : WRITING[key];
}

/** The bytes that the keys move in. */
export interface Grid {
  readonly mode: WriteMode;
  readonly length: number;
  /** Bytes per row. */
  readonly width: number;
  /** How many rows the Page keys move. */
  readonly pageSize: number;
}

/** Where a key goes: a number of bytes forward or back, or to a byte; `undefined` for any other key. */
export function readMovingKey(
  key: string,
  { mode, length, width, pageSize }: Grid,
): { readonly by: number } | { readonly to: number } | undefined {
  switch (key) {
    case "ArrowLeft":
      return { by: -1 };
    case "ArrowRight":
      return { by: 1 };
    case "ArrowUp":
      return { by: -width };
    case "ArrowDown":
      return { by: width };
    case "PageUp":
      return { by: -pageSize * width };
    case "PageDown":
      return { by: pageSize * width };
    case "Home":
      return { to: 0 };
    case "End":
      return { to: mode === "insert" ? length : length - 1 };
    default:
      return undefined;
  }
}

/** The keys of the bytes. */
export const bytesKeys: PaneKeys = {
  title: "In the bytes",
  keys: [
    {
      keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
      shown: "← → ↑ ↓",
      does: "Previous, next, above, below; with Shift, select a range",
    },
    { keys: ["Home", "End"], shown: "Home End", does: "First, last" },
    { keys: ["PageUp", "PageDown"], shown: "Page Up, Page Down", does: "A page up, a page down" },
    {
      keys: "0123456789ABCDEF".split(""),
      shown: "0 to 9, A to F",
      does: "Overwrite the byte, digit by digit",
    },
    { keys: ["Insert"], shown: "Insert", does: "Switch between inserting and overwriting" },
    {
      keys: ["Delete", "Backspace"],
      shown: "Delete, Backspace",
      does: "Delete the selected bytes, or the previous byte",
    },
    { keys: ["Mod+C", "Mod+V"], shown: "Ctrl C, Ctrl V", does: "Copy as hex; paste hex", by: "browser" },
    { keys: ["Escape"], shown: "Escape", does: "Discard an unfinished digit" },
  ],
};
