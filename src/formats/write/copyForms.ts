import { toBase64 } from "../../bytes/base64";
import { formatByte, formatHex, toHex } from "../../bytes/hex";

/** A way to write a payload as text, for pasting elsewhere. */
export interface CopyForm {
  readonly id: string;
  readonly title: string;
  readonly write: (bytes: Uint8Array) => string;
  /** The same text in pieces, one after the other: that of many megabytes can be too long for one string. */
  readonly writePieces: (bytes: Uint8Array) => Generator<string, void>;
}

const PER_LINE = 16;
/** The bytes of a piece: whole lines, and whole groups of base64. */
const PIECE = 0xc000;

/** How a text is put together: what stands before, between and after what is written for each piece. */
interface Layout {
  readonly open?: string;
  readonly between: string;
  readonly close?: string;
  /** The text if there are no bytes, where it is not just the opening and the closing. */
  readonly empty?: string;
  readonly write: (piece: Uint8Array, offset: number) => string;
}

function* layPieces(
  bytes: Uint8Array,
  { open = "", between, close = "", empty, write }: Layout,
): Generator<string, void> {
  if (bytes.length === 0 && empty !== undefined) return yield empty;
  yield open;
  for (let at = 0; at < bytes.length; at += PIECE)
    yield (at === 0 ? "" : between) + write(bytes.subarray(at, at + PIECE), at);
  yield close;
}

function makeForm(id: string, title: string, layout: Layout): CopyForm {
  const writePieces = (bytes: Uint8Array): Generator<string, void> => layPieces(bytes, layout);
  return { id, title, writePieces, write: (bytes) => [...writePieces(bytes)].join("") };
}

/** Writes a line for each 16 bytes. */
const lines =
  (between: string, line: (row: Uint8Array, offset: number) => string): Layout["write"] =>
  (piece, offset) => {
    const out: string[] = [];
    for (let at = 0; at < piece.length; at += PER_LINE)
      out.push(line(piece.subarray(at, at + PER_LINE), offset + at));
    return out.join(between);
  };

const writeRow = (row: Uint8Array): string => Array.from(row, (byte) => `0x${formatByte(byte)}`).join(", ");

const makeLiteral = (open: string, close: string, indent: string): Layout => ({
  open: `${open}\n`,
  between: "\n",
  close: `\n${close}`,
  empty: `${open}${close}`,
  write: lines("\n", (row) => `${indent}${writeRow(row)},`),
});

/** A byte from 128 on is negative in Java, so it needs a cast. */
const javaByte = (byte: number): string =>
  byte < 0x80 ? `0x${formatByte(byte)}` : `(byte) 0x${formatByte(byte)}`;

const printable = (byte: number): string => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".");

function xxdLine(row: Uint8Array, offset: number): string {
  const pairs: string[] = [];
  for (let i = 0; i < row.length; i += 2) pairs.push(toHex(row.subarray(i, i + 2), "").toLowerCase());
  return (
    `${formatHex(offset, 8).toLowerCase()}: ${pairs.join(" ").padEnd(39)}  ` +
    Array.from(row, printable).join("")
  );
}

const pythonByte = (byte: number): string => `\\x${formatByte(byte).toLowerCase()}`;

/** All ways to copy a payload, the simplest first. The page can read back each of them. */
export const copyForms: readonly CopyForm[] = [
  makeForm("hex", "Hex, spaced", { between: " ", write: (piece) => toHex(piece) }),
  makeForm("hex-solid", "Hex, solid", { between: "", write: (piece) => toHex(piece, "") }),
  makeForm("base64", "Base64", { between: "", write: toBase64 }),
  makeForm("xxd", "xxd dump", { between: "\n", write: lines("\n", xxdLine) }),
  makeForm("hex-0x", "0x… list", { between: ",\n", write: lines(",\n", writeRow) }),
  makeForm("c", "C array", makeLiteral("static const unsigned char payload[] = {", "};", "  ")),
  makeForm("csharp", "C# array", makeLiteral("byte[] payload = new byte[] {", "};", "    ")),
  makeForm("java", "Java array", {
    open: "byte[] payload = {\n",
    between: "\n",
    close: "\n};",
    write: lines("\n", (row) => `    ${Array.from(row, javaByte).join(", ")},`),
  }),
  makeForm("go", "Go slice", makeLiteral("payload := []byte{", "}", "\t")),
  makeForm("python", "Python bytes", {
    open: "payload = (\n",
    between: "\n",
    close: "\n)",
    empty: 'payload = b""',
    write: lines("\n", (row) => `    b"${Array.from(row, pythonByte).join("")}"`),
  }),
  makeForm(
    "javascript",
    "JavaScript Uint8Array",
    makeLiteral("const payload = new Uint8Array([", "]);", "  "),
  ),
];
