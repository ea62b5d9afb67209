import { fromBase64, toBase64 } from "../../../bytes/base64";
import { toHex } from "../../../bytes/hex";
import { utf8 } from "../../../bytes/text";
import { parsePastedHex } from "../../kit/pastedHex";

/** The form in which bytes are typed. */
export type BytesForm = "hex" | "base64" | "text";

/** Writes bytes in a form; `undefined` if the form cannot hold them. */
export function writeBytes(bytes: Uint8Array, form: BytesForm): string | undefined {
  if (form === "text") return utf8.decode(bytes);
  return form === "hex" ? toHex(bytes) : toBase64(bytes);
}

/** Reads the text of a form as bytes; `undefined` if it is not valid in that form. */
export function readBytes(typed: string, form: BytesForm): Uint8Array | undefined {
  if (form === "text") return utf8.encode(typed);
  if (typed.trim() === "") return new Uint8Array();
  return form === "hex" ? parsePastedHex(typed) : fromBase64(typed.replaceAll(/\s+/g, ""));
}
