import { utf8 } from "../../bytes/text";
import type { LinkedDocument } from "../../document/open";
import { isElement } from "../../wbxml/tokenTable";
import { rootElement } from "../../wbxml/tree";
import { NOT_WBXML, UNREADABLE } from "./answers";
import type { DeliberateFault } from "./deliberateFault";
import { insertBytes, replaceBytes } from "./places";

const HEADER_LENGTH = 4;

const getWholeRange = ({ bytes }: LinkedDocument) => ({ start: 0, end: bytes.length });

const encodeText = (value: string): Uint8Array => utf8.encode(value) ?? new Uint8Array(0);

const ERROR_PAGE =
  "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad " +
  "Gateway</h1><p>The upstream server did not answer.</p></body></html>";

const hasRoot = (document: LinkedDocument): boolean => rootElement(document.tree.tokens) >= 0;

const isWellFormed = (document: LinkedDocument): boolean =>
  hasRoot(document) && document.malformations.length === 0;

/** The end of the header; `undefined` if there is no header, or no body after it. */
function findHeaderEnd({ tree: { tokens } }: LinkedDocument): number | undefined {
  const { version, stringTable } = tokens.header;
  return version === undefined || stringTable.end >= tokens.bytes.length || stringTable.end < HEADER_LENGTH
    ? undefined
    : stringTable.end;
}

/** Faults in the body as a whole. */
export const wholeBodyFaults: readonly DeliberateFault[] = [
  {
    id: "empty-body",
    name: "Empty body",
    family: "Whole body",
    breaks: "Removes every byte. Legal for a repeated Sync or Ping, and for responses without changes.",
    section: "MS-ASCMD 2.2.1.21.1",
    answer:
      "Sync and Ping: the server repeats the last request, or answers status 13 (3 for Ping) if there " +
      "is none. " +
      "Other commands: status 101 or HTTP 400.",
    finds: ["empty-body"],
    patches: (document) =>
      document.bytes.length === 0 ? undefined : [replaceBytes(getWholeRange(document))],
  },
  {
    id: "html-instead",
    name: "HTML instead of WBXML",
    family: "Whole body",
    breaks: "Replaces the body with the error page of a proxy.",
    section: "MS-ASHTTP 2.2.2.1.2.4",
    answer: NOT_WBXML,
    finds: ["not-wbxml"],
    patches: (document) => [replaceBytes(getWholeRange(document), encodeText(ERROR_PAGE))],
  },
  {
    id: "xml-instead",
    name: "XML text instead of WBXML",
    family: "Whole body",
    breaks: "Sends the XML as text, with the content type of WBXML.",
    section: "MS-ASWBXML 2.1",
    answer: NOT_WBXML,
    finds: ["not-wbxml"],
    hasPlace: isWellFormed,
    patches: (document) =>
      isWellFormed(document)
        ? [
            replaceBytes(
              getWholeRange(document),
              encodeText(`<?xml version="1.0" encoding="utf-8"?>\n${document.xml}`),
            ),
          ]
        : undefined,
  },
  {
    id: "trailing-bytes",
    name: "Bytes after the end",
    family: "Whole body",
    breaks: "Appends three bytes to a complete message.",
    section: "WAP-192 5.3",
    answer: `${UNREADABLE} A peer that stops at the end of the root might accept it.`,
    finds: ["trailing-bytes"],
    patches: (document) =>
      hasRoot(document) ? [insertBytes(document.bytes.length, 0x0d, 0x0a, 0x00)] : undefined,
  },
  {
    id: "second-body",
    name: "A second body after the first",
    family: "Whole body",
    breaks: "Sends the message twice in one body, as a client that reuses its buffer does.",
    section: "WAP-192 5.3",
    answer: `${UNREADABLE} It must not act on anything twice.`,
    finds: ["trailing-bytes"],
    hasPlace: hasRoot,
    patches: (document) =>
      hasRoot(document) ? [insertBytes(document.bytes.length, document.bytes)] : undefined,
  },
  {
    id: "header-missing",
    name: "Header missing",
    family: "Whole body",
    breaks: "Omits the header and starts with the root tag.",
    section: "WAP-192 5.3",
    answer: UNREADABLE,
    finds: ["missing-header", "unknown-version", "truncated-header", "truncated-string-table"],
    patches: (document) => {
      const end = findHeaderEnd(document);
      return end === undefined ? undefined : [replaceBytes({ start: 0, end })];
    },
  },
  {
    id: "header-alone",
    name: "Header only",
    family: "Whole body",
    breaks: "Ends after the header, without a root element.",
    section: "WAP-192 5.3",
    answer: UNREADABLE,
    finds: ["no-root"],
    patches: (document) => {
      const start = findHeaderEnd(document);
      const { tokens } = document.tree;
      if (
        start === undefined ||
        !tokens.kind.some((_, token) => token < tokens.count && isElement(tokens, token))
      )
        return undefined;
      return [replaceBytes({ start, end: document.bytes.length })];
    },
  },
];
