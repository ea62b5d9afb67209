import type { Input } from "./format";

/** The text of an input; "" for a file that is not text. */
export function inputText({ text }: Input): string {
  return text ?? "";
}
