import type { NamedFile } from "./files/readFiles";
import type { Alternative } from "./format";

/** What a person gives to the page at once: a text, or files that belong together. */
export type Given = string | readonly NamedFile[];

/** An alternative of a reading: its place in the list, and the format that it is in. */
export interface AlternativePlace extends Pick<Alternative, "format"> {
  readonly index: number;
}

/** How many bytes a file has. */
export function countFileBytes(bytes: NamedFile["bytes"]): number {
  return bytes instanceof Blob ? bytes.size : bytes.length;
}

/** The name of what was given, for messages: that of the first file. */
export function nameGiven(given: Given): string {
  return typeof given === "string" ? "The text" : (given[0]?.name ?? "The file");
}
