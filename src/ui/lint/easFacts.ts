// What the page knows about EAS beyond names (inference, statuses), in one chunk that is loaded when first
// needed.

import { findStatusOfElement } from "../../assist/explain";
import type { LinkedDocument } from "../../document/open";
import { inferContext } from "../../session/context";
import {
  type ChosenContext,
  type MessageContext,
  type MessageFacts,
  messageContext,
} from "../../session/messageContext";
import { editingOf, type OpenCapture, useInspector } from "../../store/inspector";

export { inferContext };

/** The name of a Status value in its command; `undefined` for other elements and unknown values. */
export function statusName(
  document: LinkedDocument,
  node: number,
  value: string,
  known: MessageFacts = {},
): string | undefined {
  return findStatusOfElement(document, node, value, known)?.name;
}

/**
 * What is known about a message: the user's choice, otherwise the value from HTTP, otherwise the one that the
 * elements of its payload give, if it has a payload.
 */
export function readContext(open: OpenCapture | undefined, chosen: ChosenContext): MessageContext {
  const document = editingOf(open)?.document;
  return messageContext({ chosen, http: open?.capture, elements: document && inferContext(document) });
}

/** What is known about the message that is shown now. */
export function readShownContext(): MessageContext {
  const { captures, current, context } = useInspector.getState();
  return readContext(captures[current], context);
}
