import { writeClipboard, writeClipboardLater } from "../../browser/clipboard";
import { toHex } from "../../bytes/hex";
import type { ByteRange } from "../../bytes/range";
import type { LinkedDocument } from "../../document/open";
import { formatCount } from "../../eas/values/reading";
import { writeInWorker } from "../../store/exportClient";
import { sayCopied } from "../kit/copyText";
import { lastingToast } from "../kit/toast/toasts";

/** The page puts no more bytes on the clipboard: the browser would stand still while it takes their text. */
export const LONGEST_COPY = 10_000_000;

/** More bytes than these are written in the worker. */
const MOST_AT_ONCE = 256 * 1024;

/** Says that there are too many bytes to copy, and what can be done instead. */
export function sayTooLong(): void {
  lastingToast(
    `More than ${LONGEST_COPY / 1_000_000} million bytes cannot be copied: the browser would stand still ` +
      "while it takes their text. Save the payload instead.",
  );
}

/** Copies bytes of a payload as hex, and says how many they were, or why they were not copied. */
export async function copyHex(document: LinkedDocument, { start, end }: ByteRange): Promise<void> {
  const count = end - start;
  if (count > LONGEST_COPY) return sayTooLong();
  const bytes = document.bytes.subarray(start, end);
  const isCopied = await (count <= MOST_AT_ONCE
    ? writeClipboard(toHex(bytes))
    : writeClipboardLater(writeLater(document, bytes.slice())));
  if (isCopied) sayCopied(`Copied ${formatCount(count, "byte")} as hex`);
  else
    lastingToast(
      "The browser did not allow copying the bytes. Allow this page to use the clipboard, or save the " +
        "payload instead.",
    );
}

function writeLater(document: LinkedDocument, bytes: Uint8Array): Promise<Blob> {
  return writeInWorker(
    {
      payload: { bytes, document: () => document },
      form: { kind: "copy", id: "hex" },
      longest: 3 * LONGEST_COPY,
    },
    new AbortController().signal,
  );
}
