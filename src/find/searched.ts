import type { LinkedDocument } from "../document/open";
import type { Capture } from "../formats/format";
import { contentOfCapture, type MessageContent } from "../session/content";
import { inferContext } from "../session/context";
import { messageContext } from "../session/messageContext";
import { valueTest } from "./compare";
import type { Term } from "./query";

/** A capture as it is searched: as it was read, and what it holds where it has been opened. */
export interface Searched extends Pick<Capture, "label" | "direction" | "payload"> {
  readonly command?: string | undefined;
  readonly version?: string | undefined;
  readonly http?: Capture["http"] | undefined;
  readonly contentType?: string | undefined;
  readonly parts?: readonly Uint8Array[] | undefined;
  /** What it holds now; where that is left out it is made from `payload`, as opening it would. */
  readonly content?: MessageContent | undefined;
  readonly isEdited: boolean;
  readonly isDraft: boolean;
}

/** What a capture holds now. */
export function contentOf({ content, payload, contentType }: Searched): MessageContent {
  return content ?? contentOfCapture({ payload, ...(contentType !== undefined && { contentType }) });
}

type FactTerm = Extract<Term, { kind: "fact" }>;

/**
 * Whether a capture is as a term asks; what nobody tells is never so. `undefined` where only its document,
 * which is not at hand, may tell: command and direction.
 */
export function factHolds(
  term: FactTerm,
  searched: Searched,
  document: LinkedDocument | undefined,
): boolean | undefined {
  const { fact, operator, value } = term;
  if (fact === "is")
    return (value === "edited" ? searched.isEdited : searched.isDraft) === (operator === "=");
  const told = factOf(fact, searched, document);
  if (told !== undefined) return valueTest(operator, value)(told);
  return document === undefined && (fact === "command" || fact === "direction") ? undefined : false;
}

function factOf(
  fact: Exclude<FactTerm["fact"], "is">,
  searched: Searched,
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
