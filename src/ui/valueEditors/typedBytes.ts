import { fromBase64, toBase64 } from "../../bytes/base64";
import { toHex } from "../../bytes/hex";
import { utf8 } from "../../bytes/text";
import { pastedHex } from "../bytes/byteEdits";

/** How bytes are typed. */
export type BytesForm = "hex" | "base64" | "text";

/** Bytes in a form; `undefined` where that can't hold them. */
export function writeBytes(bytes: Uint8Array, form: BytesForm): string | undefined {
  if (form === "text") return utf8.decode(bytes);
  return form === "hex" ? toHex(bytes) : toBase64(bytes);
}

/** What was typed in a form, as bytes; `undefined` where it is not in that form. */
export function readBytes(typed: string, form: BytesForm): Uint8Array | undefined {
  if (form === "text") return utf8.encode(typed);
  if (typed.trim() === "") return new Uint8Array();
  return form === "hex" ? pastedHex(typed) : fromBase64(typed.replaceAll(/\s+/g, ""));
}
