import { toBase64 } from "../../bytes/base64";
import { formatByte, formatHex, toHex } from "../../bytes/hex";

/** A way to write a payload as text, for pasting elsewhere. */
export interface CopyForm {
  readonly id: string;
  readonly title: string;
  readonly write: (bytes: Uint8Array) => string;
}

const PER_LINE = 16;

function lines(bytes: Uint8Array, line: (row: Uint8Array, offset: number) => string): string {
  const out: string[] = [];
  for (let at = 0; at < bytes.length; at += PER_LINE) out.push(line(bytes.subarray(at, at + PER_LINE), at));
  return out.join("\n");
}

const writeRow = (row: Uint8Array): string => Array.from(row, (byte) => `0x${formatByte(byte)}`).join(", ");

const literal =
  (open: string, close: string, indent: string) =>
  (bytes: Uint8Array): string =>
    bytes.length === 0
      ? `${open}${close}`
      : `${open}\n${lines(bytes, (row) => `${indent}${writeRow(row)},`)}\n${close}`;

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

const pythonBytes = (bytes: Uint8Array): string =>
  bytes.length === 0
    ? 'b""'
    : `(\n${lines(bytes, (row) => `    b"${Array.from(row, pythonByte).join("")}"`)}\n)`;

/** All ways to copy a payload, the simplest first. The page can read back each of them. */
export const copyForms: readonly CopyForm[] = [
  { id: "hex", title: "Hex, spaced", write: (bytes) => toHex(bytes) },
  { id: "hex-solid", title: "Hex, solid", write: (bytes) => toHex(bytes, "") },
  { id: "base64", title: "Base64", write: toBase64 },
  { id: "xxd", title: "xxd dump", write: (bytes) => lines(bytes, xxdLine) },
  { id: "hex-0x", title: "0x… list", write: (bytes) => lines(bytes, writeRow).replaceAll("\n", ",\n") },
  { id: "c", title: "C array", write: literal("static const unsigned char payload[] = {", "};", "  ") },
  { id: "csharp", title: "C# array", write: literal("byte[] payload = new byte[] {", "};", "    ") },
  {
    id: "java",
    title: "Java array",
    write: (bytes) =>
      `byte[] payload = {\n${lines(bytes, (row) => `    ${Array.from(row, javaByte).join(", ")},`)}\n};`,
  },
  { id: "go", title: "Go slice", write: literal("payload := []byte{", "}", "\t") },
  { id: "python", title: "Python bytes", write: (bytes) => `payload = ${pythonBytes(bytes)}` },
  {
    id: "javascript",
    title: "JavaScript Uint8Array",
    write: literal("const payload = new Uint8Array([", "]);", "  "),
  },
];
