import { utf8 } from "../../bytes/text";
import type { LinkedDocument } from "../../document/open";
import { isElement } from "../../wbxml/tokenTable";
import { rootElement } from "../../wbxml/tree";
import { NO_WBXML, UNREADABLE } from "./answers";
import type { Fault } from "./fault";
import { inserted, replaced } from "./places";

const HEADER_LENGTH = 4;

const all = ({ bytes }: LinkedDocument) => ({ start: 0, end: bytes.length });

const text = (value: string): Uint8Array => utf8.encode(value) ?? new Uint8Array(0);

const PAGE =
  "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad " +
  "Gateway</h1><p>The upstream server did not answer.</p></body></html>";

const hasRoot = (document: LinkedDocument): boolean => rootElement(document.tree.tokens) >= 0;

const isWhole = (document: LinkedDocument): boolean =>
  hasRoot(document) && document.malformations.length === 0;

/** How many bytes the header takes; `undefined` where there is none, or no body behind it. */
function headerEnd({ tree: { tokens } }: LinkedDocument): number | undefined {
  const { version, stringTable } = tokens.header;
  return version === undefined || stringTable.end >= tokens.bytes.length || stringTable.end < HEADER_LENGTH
    ? undefined
    : stringTable.end;
}

/** Faults of the body as a whole. */
export const wholeBodyFaults: readonly Fault[] = [
  {
    id: "empty-body",
    name: "Empty body",
    family: "Whole body",
    breaks:
      "Leaves every byte out. Legal for a repeated Sync or Ping, and for answers that have nothing new.",
    section: "MS-ASCMD 2.2.1.21.1",
    answer:
      "Sync and Ping: the last request is repeated, or status 13 (3 for Ping) where there is none. " +
      "Other commands: status 101 or HTTP 400.",
    finds: ["empty-body"],
    patches: (document) => (document.bytes.length === 0 ? undefined : [replaced(all(document))]),
  },
  {
    id: "html-instead",
    name: "HTML instead of WBXML",
    family: "Whole body",
    breaks: "Puts the error page of a proxy in the place of the body.",
    section: "MS-ASHTTP 2.2.2.1.2.4",
    answer: NO_WBXML,
    finds: ["not-wbxml"],
    patches: (document) => [replaced(all(document), text(PAGE))],
  },
  {
    id: "xml-instead",
    name: "XML text instead of WBXML",
    family: "Whole body",
    breaks: "Sends the XML as text, not encoded, under the type of WBXML.",
    section: "MS-ASWBXML 2.1",
    answer: NO_WBXML,
    finds: ["not-wbxml"],
    hasPlace: isWhole,
    patches: (document) =>
      isWhole(document)
        ? [replaced(all(document), text(`<?xml version="1.0" encoding="utf-8"?>\n${document.xml}`))]
        : undefined,
  },
  {
    id: "trailing-bytes",
    name: "Bytes behind the end",
    family: "Whole body",
    breaks: "Appends three bytes to a message that is complete.",
    section: "WAP-192 5.3",
    answer: `${UNREADABLE} A peer that stops at the end of the root may accept it.`,
    finds: ["trailing-bytes"],
    patches: (document) =>
      hasRoot(document) ? [inserted(document.bytes.length, 0x0d, 0x0a, 0x00)] : undefined,
  },
  {
    id: "second-body",
    name: "A second body behind the first",
    family: "Whole body",
    breaks: "Sends the message twice in one body, as a client that reuses its buffer does.",
    section: "WAP-192 5.3",
    answer: `${UNREADABLE} Nothing may be carried out twice.`,
    finds: ["trailing-bytes"],
    hasPlace: hasRoot,
    patches: (document) =>
      hasRoot(document) ? [inserted(document.bytes.length, document.bytes)] : undefined,
  },
  {
    id: "header-missing",
    name: "Header missing",
    family: "Whole body",
    breaks: "Leaves the header out and begins with the root tag.",
    section: "WAP-192 5.3",
    answer: UNREADABLE,
    finds: ["missing-header", "unknown-version", "truncated-header", "truncated-string-table"],
    patches: (document) => {
      const end = headerEnd(document);
      return end === undefined ? undefined : [replaced({ start: 0, end })];
    },
  },
  {
    id: "header-alone",
    name: "Header and nothing else",
    family: "Whole body",
    breaks: "Ends behind the header: there is no root element.",
    section: "WAP-192 5.3",
    answer: UNREADABLE,
    finds: ["no-root"],
    patches: (document) => {
      const start = headerEnd(document);
      const { tokens } = document.tree;
      if (
        start === undefined ||
        !tokens.kind.some((_, token) => token < tokens.count && isElement(tokens, token))
      )
        return undefined;
      return [replaced({ start, end: document.bytes.length })];
    },
  },
];
