import { hasWholeText } from "../../document/size";
import { messageContext, pickKnownFacts } from "../../session/messageContext";
import type { SharedPayload } from "../../share/link";
import type { Editing } from "../../store/editing";
import type { OpenCapture } from "../../store/inspector";
import { textAtHand } from "../../store/textAtHand";
import { readTitle } from "../context/easFacts";

/**
 * What a link to the payload that is shown contains, with what is known about it. What follows from its
 * elements is left out, because the link contains them.
 */
export function toSharedPayload(
  editing: Editing,
  open: OpenCapture,
  selection: SharedPayload["selection"],
): SharedPayload {
  const { capture, context: chosen } = open;
  const { document } = editing;
  const xml = textAtHand(editing);
  const isOther = xml !== undefined && !(hasWholeText(document) && xml === document.xml);
  const context = messageContext({ chosen, http: capture });
  const { folder, product } = context;
  return {
    label: readTitle(open),
    bytes: document.bytes,
    ...(isOther && { text: xml }),
    ...pickKnownFacts(context),
    ...(folder !== "unknown" && { folder }),
    ...(product !== "unknown" && { product }),
    ...(selection && { selection: { start: selection.start, end: selection.end } }),
  };
}
