import { messageContext, pickKnownFacts } from "../../session/messageContext";
import type { SharedPayload } from "../../share/link";
import type { Editing } from "../../store/editing";
import type { OpenCapture } from "../../store/inspector";
import { readTitle } from "../lint/easFacts";

/**
 * What a link to the payload that is shown contains, with what is known about it. What follows from its
 * elements is left out, because the link contains them.
 */
export function toSharedPayload(
  { document, text }: Editing,
  open: OpenCapture,
  selection: SharedPayload["selection"],
): SharedPayload {
  const { capture, context: chosen } = open;
  const xml = text();
  const context = messageContext({ chosen, http: capture });
  const { folder, product } = context;
  return {
    label: readTitle(open),
    bytes: document.bytes,
    ...(xml !== document.xml && { text: xml }),
    ...pickKnownFacts(context),
    ...(folder !== "unknown" && { folder }),
    ...(product !== "unknown" && { product }),
    ...(selection && { selection: { start: selection.start, end: selection.end } }),
  };
}
