import type { NamedFile } from "./files/readFiles";
import type { Alternative } from "./format";

/** An input as the page has it: a text, or files that were given together. */
export type GivenInput = string | readonly NamedFile[];

/** An alternative of a reading: its place in the list, and the format that it is in. */
export interface AlternativePlace extends Pick<Alternative, "format"> {
  readonly index: number;
}

/** How many bytes a file has. */
export function countFileBytes(bytes: NamedFile["bytes"]): number {
  return bytes instanceof Blob ? bytes.size : bytes.length;
}

/** What was given, in words for messages. */
export function nameGiven(given: GivenInput): string {
  if (typeof given === "string") return "The text";
  const [first] = given;
  return first !== undefined && given.length === 1 ? first.name : `The input of ${given.length} files`;
}
