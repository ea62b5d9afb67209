import { hasWholeText } from "../../document/size";
import type { Capture } from "../../formats/format";
import { editText } from "../../store/edits";
import { editingOf, useInspector } from "../../store/inspector";
import { addCaptures } from "../../store/opening";
import type { OpenStep } from "../../store/openState";
import { textAtHand } from "../../store/textAtHand";
import { readContext, readTitle } from "../context/easFacts";

const CONTENT_TYPE = "application/vnd.ms-sync.wbxml";

/** WBXML 1.3, no public identifier, UTF-8, no string table: a header, and no element yet. */
const HEADER = [0x03, 0x01, 0x6a, 0x00];

/** Adds a payload that has a header and no element. */
export function addEmptyPayload(): OpenStep {
  const label = "Empty payload";
  const capture: Capture = {
    label,
    direction: undefined,
    payload: Uint8Array.from(HEADER),
    contentType: CONTENT_TYPE,
    origin: {},
    problems: [],
  };
  return addCaptures([capture], `Opened ${label}`);
}

/**
 * Adds a copy of the payload that is shown, as it is now: its bytes or, while they can't be encoded, its
 * text, with what is known about the message. The copy is not edited, and belongs to no exchange.
 */
export function addCopyOfShown(): OpenStep | undefined {
  const { captures, current } = useInspector.getState();
  const open = captures[current];
  const editing = editingOf(open);
  if (open === undefined || editing === undefined) return undefined;
  const { command, direction, version } = readContext(open);
  const { http } = open.capture ?? {};
  const capture: Capture = {
    label: `Copy of ${readTitle(open)}`,
    direction,
    payload: editing.document.bytes,
    contentType: CONTENT_TYPE,
    origin: {},
    problems: [],
    ...(command !== undefined && { command }),
    ...(version !== undefined && { version }),
    ...(http && { http }),
  };
  const step = addCaptures([capture], `Opened ${capture.label}`);
  if (open.context !== undefined) useInspector.getState().setContext(open.context);
  const text = textAtHand(editing);
  const isWritten = hasWholeText(editing.document) && text === editing.document.xml;
  if (text !== undefined && !isWritten) editText(text, "Write the XML as copied");
  return step;
}
