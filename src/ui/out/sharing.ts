import { type ChosenContext, messageContext, pickKnownFacts } from "../../session/messageContext";
import type { SharedPayload } from "../../share/link";
import type { Editing } from "../../store/editing";
import type { OpenCapture } from "../../store/inspector";

/**
 * What is shared of the payload that is shown, and what is known of it. What its elements point to is left to
 * whoever opens the link, since they are in it.
 */
export function toSharedPayload(
  { document, text }: Editing,
  { label, capture }: OpenCapture,
  chosen: ChosenContext,
  selection: SharedPayload["selection"],
): SharedPayload {
  const xml = text();
  const context = messageContext({ chosen, http: capture });
  const { folder, product } = context;
  return {
    label,
    bytes: document.bytes,
    ...(xml !== document.xml && { text: xml }),
    ...pickKnownFacts(context),
    ...(folder !== "unknown" && { folder }),
    ...(product !== "unknown" && { product }),
    ...(selection && { selection: { start: selection.start, end: selection.end } }),
  };
}
