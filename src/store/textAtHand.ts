import { hasWholeText } from "../document/size";
import type { Editing } from "./editing";

/**
 * The text, if getting it costs nothing; `undefined` for that of a large payload, which is not written yet.
 */
export function textAtHand({ typed, document, text }: Editing): string | undefined {
  return typed !== undefined || hasWholeText(document) ? text() : undefined;
}
