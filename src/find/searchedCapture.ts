import type { LinkedDocument } from "../document/open";
import type { Capture } from "../formats/format";
import { type MessageContent, readCaptureContent } from "../session/content";
import { inferContext } from "../session/context";
import { messageContext } from "../session/messageContext";
import type { Term } from "./query";
import { createValueTest } from "./valueTest";

/** A capture to search: as it was read and, if it has been opened, with its current content. */
export interface SearchedCapture extends Pick<Capture, "label" | "direction" | "payload"> {
  readonly command?: string | undefined;
  readonly version?: string | undefined;
  readonly http?: Capture["http"] | undefined;
  readonly contentType?: string | undefined;
  readonly parts?: readonly Uint8Array[] | undefined;
  /** Its current content. If omitted, it is derived from `payload`, as if the capture were opened. */
  readonly content?: MessageContent | undefined;
  readonly isEdited: boolean;
  readonly isDraft: boolean;
}

/** The current content of a capture. */
export function readContent({ content, payload, contentType }: SearchedCapture): MessageContent {
  return content ?? readCaptureContent({ payload, ...(contentType !== undefined && { contentType }) });
}

type FactTerm = Extract<Term, { kind: "fact" }>;

/**
 * Whether a capture satisfies a term; an unknown property never does. `undefined` if only the document, which
 * is not available yet, can decide: for command and direction.
 */
export function evaluateFact(
  term: FactTerm,
  searched: SearchedCapture,
  document: LinkedDocument | undefined,
): boolean | undefined {
  const { fact, operator, value } = term;
  if (fact === "is")
    return (value === "edited" ? searched.isEdited : searched.isDraft) === (operator === "=");
  const known = readFact(fact, searched, document);
  if (known !== undefined) return createValueTest(operator, value)(known);
  return document === undefined && (fact === "command" || fact === "direction") ? undefined : false;
}

function readFact(
  fact: Exclude<FactTerm["fact"], "is">,
  searched: SearchedCapture,
  document: LinkedDocument | undefined,
): string | undefined {
  const { version, http, payload, content } = searched;
  switch (fact) {
    case "command":
    case "direction":
      return messageContext({ http: searched, elements: document && inferContext(document) })[fact];
    case "version":
      return version;
    case "http":
      return http?.status?.toString();
    case "size":
      return String(content?.kind === "payload" ? content.bytes.length : payload.length);
  }
}
