import { readBase64 } from "./base64Value";
import { isContentLines, readContentLines } from "./contentLines";
import {
  atText,
  count,
  problem,
  row,
  shorten,
  type ValueProblem,
  type ValueReading,
  type ValueRow,
} from "./reading";

interface Finding {
  readonly label: string;
  readonly pattern: RegExp;
}

/** What a page in a frame would fetch or run. It is only counted: nothing here is ever shown as HTML. */
const ACTIVE: readonly Finding[] = [
  { label: "Script", pattern: /<script\b[^<>]*>/gi },
  { label: "Event handler", pattern: /<[a-z][^<>]*?\son[a-z]{1,30}\s{0,9}=/gi },
  { label: "Script link", pattern: /\b(?:href|src|action)\s{0,9}=\s{0,9}["']?\s{0,9}javascript:/gi },
  { label: "Frame or object", pattern: /<(?:iframe|frame|object|embed|applet)\b[^<>]*>/gi },
  { label: "Form", pattern: /<form\b[^<>]*>/gi },
];

const REMOTE: Finding = {
  label: "Remote content",
  pattern:
    /(?:\b(?:src|background|data)\s{0,9}=\s{0,9}["']?\s{0,9}|\burl\(\s{0,9}["']?\s{0,9}|<link\b[^<>]*?\bhref\s{0,9}=\s{0,9}["']?\s{0,9})(?:https?:)?\/\/[^\s"'<>)]{1,2000}/gi,
};

const SHOWN = 5;

function findingRows(text: string, { label, pattern }: Finding): ValueRow[] {
  const found = Array.from(text.matchAll(pattern), ({ 0: match, index }) =>
    row(label, shorten(match, 120), atText(index, index + match.length)),
  );
  return found.length > SHOWN
    ? [...found.slice(0, SHOWN), row(label, `and ${count(found.length - SHOWN, "more", "more")}`)]
    : found;
}

/** HTML longer than this is not searched for what it would fetch or run. */
const LONGEST_SEARCHED = 2_000_000;

/**
 * Reads an HTML body: its title, what it would load from elsewhere, what it would run. It is only looked
 * through, never shown as HTML.
 */
export function readHtml(text: string): ValueReading {
  const isSearched = text.length <= LONGEST_SEARCHED;
  const remote = isSearched ? findingRows(text, REMOTE) : [];
  const active = isSearched ? ACTIVE.flatMap((finding) => findingRows(text, finding)) : [];
  const title = /<title[^<>]*>([^<]{1,500})<\/title>/i.exec(text.slice(0, 10_000))?.[1];
  const rows = [
    row("Characters", String(text.length)),
    ...(title === undefined ? [] : [row("Title", shorten(title))]),
    ...remote,
    ...active,
  ];
  if (!isSearched)
    rows.push(row("Not searched", "too long to be looked through for scripts and remote content"));
  const notes = [remote.length > 0 ? "remote content" : "", active.length > 0 ? "active content" : ""].filter(
    (note) => note !== "",
  );
  const summary = ["HTML", count(text.length, "character"), ...notes].join(", ");
  return { kind: "html", title: "HTML text", summary, rows, problems: [] };
}

/** Reads a plain text body; a vCard or iCalendar in it as what it is. */
export function readPlainText(text: string): ValueReading {
  if (isContentLines(text)) return readContentLines(text);
  const lines = text === "" ? 0 : text.split(/\r\n|\r|\n/).length;
  const isMixed = /\r\n/.test(text) && /(?:^|[^\r])\n/.test(text);
  const rows = [row("Characters", String(Array.from(text).length)), row("Lines", String(lines))];
  if (isMixed) rows.push(row("Line ends", "both CRLF and LF"));
  return {
    kind: "plain-text",
    title: "Plain text",
    summary: `${count(text.length, "character")}, ${count(lines, "line")}`,
    rows,
    problems: [],
  };
}

const RTF_HEADER = 16;
const RTF_KINDS: Readonly<Record<number, string>> = {
  0x75465a4c: "compressed (LZFu)",
  0x414c454d: "not compressed (MELA)",
};

function compressedRtfProblems(bytes: Uint8Array, packed: number): ValueProblem[] {
  const isWhole = packed + 4 === bytes.length;
  return isWhole
    ? []
    : [
        problem("rtf-length", `The header counts ${packed + 4} bytes and there are ${bytes.length}.`, {
          range: { start: 0, end: 4 },
        }),
      ];
}

/**
 * Reads an RTF body: base64 [MS-ASAIRS 2.2.2.20.1] of RTF text or of the compressed form of [MS-OXRTFCP]
 * 2.1.3. Problems: those of
 * `readBase64`, "rtf-unknown", "rtf-length".
 */
export function readRtf(text: string): ValueReading {
  if (text.startsWith("{\\rtf"))
    return {
      kind: "rtf",
      title: "RTF",
      summary: "RTF text, not in base64",
      rows: [],
      problems: [problem("rtf-not-base64", "RTF is sent in base64.")],
    };
  const { bytes, place, problems } = readBase64(text);
  const reading = { kind: "rtf", title: "RTF" };
  const isPlain = String.fromCharCode(...bytes.subarray(0, 5)) === "{\\rtf";
  if (isPlain)
    return {
      ...reading,
      summary: `RTF, ${count(bytes.length, "byte")}`,
      rows: [row("Form", "RTF text", place(0, 5))],
      problems,
    };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = bytes.length >= RTF_HEADER ? RTF_KINDS[view.getUint32(8, true)] : undefined;
  if (kind === undefined) {
    return {
      ...reading,
      summary: "not RTF",
      rows: [],
      problems: [...problems, problem("rtf-unknown", "This is neither RTF nor compressed RTF.")],
    };
  }
  const raw = view.getUint32(4, true);
  const packed = view.getUint32(0, true);
  const rows = [
    row("Bytes that follow the length", String(packed), place(0, 4)),
    row("Bytes of the RTF", String(raw), place(4, 8)),
    row("Form", kind, place(8, 12)),
    row(
      "Checksum",
      `0x${view.getUint32(12, true).toString(16).toUpperCase().padStart(8, "0")}`,
      place(12, RTF_HEADER),
    ),
  ];
  return {
    ...reading,
    summary: `RTF of ${count(raw, "byte")}, ${kind}`,
    rows,
    problems: [...problems, ...compressedRtfProblems(bytes, packed)],
  };
}
