import { formatHex } from "../../bytes/hex";
import { createView } from "../../bytes/integers";
import { decodeLatin1 } from "../../bytes/latin1";
import { type TextRange } from "../../bytes/range";
import { readBase64 } from "./base64Value";
import { isContentLines, readContentLines } from "./contentLines";
import {
  atText,
  formatCount,
  problem,
  row,
  shorten,
  type ValueProblem,
  type ValueReading,
  type ValueRow,
} from "./reading";

interface HtmlPattern {
  readonly label: string;
  /** The tags to search; the whole text if not given. What is found then starts where the tag starts. */
  readonly tags?: RegExp;
  readonly pattern: RegExp;
}

/** Content that a page in a frame would fetch or run. It is only counted: nothing is ever shown as HTML. */
const ACTIVE: readonly HtmlPattern[] = [
  { label: "Script", pattern: /<script\b[^<>]*>/gi },
  { label: "Event handler", tags: /<[a-z][^<>]*/gi, pattern: /\son[a-z]+\s*=/i },
  { label: "Script link", pattern: /\b(?:href|src|action)\s*=\s*(?:["']\s*)?javascript:/gi },
  { label: "Frame or object", pattern: /<(?:iframe|frame|object|embed|applet)\b[^<>]*>/gi },
  { label: "Form", pattern: /<form\b[^<>]*>/gi },
];

const REMOTE: readonly HtmlPattern[] = [
  {
    label: "Remote content",
    pattern: /\b(?:(?:src|background|data)\s*=|url\()\s*(?:["']\s*)?(?:https?:)?\/\/[^\s"'<>)]+/gi,
  },
  {
    label: "Remote content",
    tags: /<link\b[^<>]*/gi,
    pattern: /\bhref\s*=\s*(?:["']\s*)?(?:https?:)?\/\/[^\s"'<>)]+/i,
  },
];

const MAX_MATCHES = 5;

function findMatches(text: string, { tags, pattern }: HtmlPattern): TextRange[] {
  if (tags === undefined)
    return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
      from: index,
      to: index + match.length,
    }));
  return Array.from(text.matchAll(tags)).flatMap(({ 0: tag, index: from }) => {
    const match = pattern.exec(tag);
    return match === null ? [] : [{ from, to: from + match.index + match[0].length }];
  });
}

function listMatches(text: string, patterns: readonly HtmlPattern[]): ValueRow[] {
  const label = patterns[0]?.label ?? "";
  const found = patterns
    .flatMap((pattern) => findMatches(text, pattern))
    .toSorted((one, other) => one.from - other.from)
    .map(({ from, to }) => row(label, shorten(text.slice(from, to), 120), atText(from, to)));
  return found.length > MAX_MATCHES
    ? [
        ...found.slice(0, MAX_MATCHES),
        row(label, `and ${formatCount(found.length - MAX_MATCHES, "more", "more")}`),
      ]
    : found;
}

/** The length above which HTML is not searched for such content. */
const MAX_SEARCHED_LENGTH = 2_000_000;

/**
 * Reads an HTML body: its title, what it would load from elsewhere, and what it would run. The text is only
 * searched, never shown as HTML.
 */
export function readHtml(text: string): ValueReading {
  const isSearched = text.length <= MAX_SEARCHED_LENGTH;
  const remote = isSearched ? listMatches(text, REMOTE) : [];
  const active = isSearched ? ACTIVE.flatMap((finding) => listMatches(text, [finding])) : [];
  const title = /<title[^<>]*>([^<]+)<\/title>/i.exec(text.slice(0, 10_000))?.[1];
  const rows = [
    row("Characters", String(text.length)),
    ...(title === undefined ? [] : [row("Title", shorten(title))]),
    ...remote,
    ...active,
  ];
  if (!isSearched) rows.push(row("Not searched", "too long to search for scripts and remote content"));
  const notes = [remote.length > 0 ? "remote content" : "", active.length > 0 ? "active content" : ""].filter(
    (note) => note !== "",
  );
  const summary = ["HTML", formatCount(text.length, "character"), ...notes].join(", ");
  return { kind: "html", title: "HTML text", summary, rows, problems: [] };
}

/** Reads a plain text body; a vCard or iCalendar is read as such. */
export function readPlainText(text: string): ValueReading {
  if (isContentLines(text)) return readContentLines(text);
  const lines = text === "" ? 0 : text.split(/\r\n|\r|\n/).length;
  const isMixed = /\r\n/.test(text) && /(?:^|[^\r])\n/.test(text);
  const rows = [row("Characters", String(Array.from(text).length)), row("Lines", String(lines))];
  if (isMixed) rows.push(row("Line ends", "both CRLF and LF"));
  return {
    kind: "plain-text",
    title: "Plain text",
    summary: `${formatCount(text.length, "character")}, ${formatCount(lines, "line")}`,
    rows,
    problems: [],
  };
}

const RTF_HEADER = 16;
const RTF_KINDS: Readonly<Record<number, string>> = {
  0x75465a4c: "compressed (LZFu)",
  0x414c454d: "not compressed (MELA)",
};

function findRtfProblems(bytes: Uint8Array, packed: number): ValueProblem[] {
  const isWhole = packed + 4 === bytes.length;
  return isWhole
    ? []
    : [
        problem("rtf-length", `The header declares ${packed + 4} bytes, but there are ${bytes.length}.`, {
          range: { start: 0, end: 4 },
        }),
      ];
}

/**
 * Reads an RTF body: base64 [MS-ASAIRS 2.2.2.20.1] of RTF text or of its compressed form [MS-OXRTFCP] 2.1.3.
 * Problems: those of `readBase64`, "rtf-unknown", "rtf-length".
 */
export function readRtf(text: string): ValueReading {
  if (text.startsWith("{\\rtf"))
    return {
      kind: "rtf",
      title: "RTF",
      summary: "RTF text, not base64",
      rows: [],
      problems: [problem("rtf-not-base64", "RTF must be sent in base64.")],
    };
  const { bytes, place, problems } = readBase64(text);
  const reading = { kind: "rtf", title: "RTF" };
  const isPlain = decodeLatin1(bytes.subarray(0, 5)) === "{\\rtf";
  if (isPlain)
    return {
      ...reading,
      summary: `RTF, ${formatCount(bytes.length, "byte")}`,
      rows: [row("Form", "RTF text", place(0, 5))],
      problems,
    };
  const view = createView(bytes);
  const kind = bytes.length >= RTF_HEADER ? RTF_KINDS[view.getUint32(8, true)] : undefined;
  if (kind === undefined) {
    return {
      ...reading,
      summary: "not RTF",
      rows: [],
      problems: [...problems, problem("rtf-unknown", "The value is neither RTF nor compressed RTF.")],
    };
  }
  const raw = view.getUint32(4, true);
  const packed = view.getUint32(0, true);
  const rows = [
    row("Bytes that follow the length", String(packed), place(0, 4)),
    row("Bytes of the RTF", String(raw), place(4, 8)),
    row("Form", kind, place(8, 12)),
    row("Checksum", `0x${formatHex(view.getUint32(12, true), 8)}`, place(12, RTF_HEADER)),
  ];
  return {
    ...reading,
    summary: `RTF of ${formatCount(raw, "byte")}, ${kind}`,
    rows,
    problems: [...problems, ...findRtfProblems(bytes, packed)],
  };
}
