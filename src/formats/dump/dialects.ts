import { rulerEnd } from "./layout";
import type { Look } from "./look";

/** How one tool prints a dump, and what distinguishes it from the others. */
export interface Dialect {
  readonly id: string;
  readonly title: string;
  readonly matches: (look: Look) => boolean;
}

function someLine({ text, lines }: Look, pattern: RegExp): boolean {
  return lines.some(
    (line) => line.kind !== "row" && pattern.test(text.slice(line.from, Math.min(line.to, line.from + 200))),
  );
}

/** Offsets end in `h`, as in UltraEdit. */
function hasSuffix({ text, lines }: Look): boolean {
  return lines.some(({ kind, offset }) => kind === "row" && /h/i.test(text.charAt(offset.to)));
}

/** Offsets start with `0x`. */
function hasPrefix({ text, lines }: Look): boolean {
  return lines.some(
    ({ kind, offset }) => kind === "row" && /^0x$/i.test(text.slice(offset.from - 2, offset.from)),
  );
}

/** tcpdump pads offsets to four digits; debuggers print longer ones. */
const LONGEST_OF_TCPDUMP = 5;

function indents({ lines }: Look): readonly number[] {
  return lines.filter(({ kind }) => kind === "row").map(({ indent }) => indent);
}

/**
 * The headings that tshark and Wireshark print above the bytes of a frame and above reassembled bytes; group
 * 1 is the number of bytes.
 */
export const sourceHeading =
  /^(?:Frame|Reassembled TCP|Reassembled [\w-]+|Decrypted \S+|De-chunked entity body|Uncompressed entity body|\w[\w -]*) \((\d+) bytes?\):?\s*$/;

/**
 * The ways to print a dump with offsets, most distinctive first; the last one accepts every dump. To add one,
 * add an entry here and a sample with the same name in samples/text.
 */
export const dialects: readonly Dialect[] = [
  {
    id: "hexdump-characters",
    title: "hexdump -c",
    matches: ({ layout }) => layout.unit.radix === "char" && layout.radix === 16 && layout.offsetDigits === 7,
  },
  { id: "od-characters", title: "od -c", matches: ({ layout }) => layout.unit.radix === "char" },
  {
    id: "tcpdump",
    title: "tcpdump -X",
    matches: (look) =>
      look.layout.mark === ":" && look.layout.offsetDigits <= LONGEST_OF_TCPDUMP && hasPrefix(look),
  },
  {
    id: "format-hex",
    title: "PowerShell Format-Hex",
    matches: (look) =>
      look.lines.some((line) => line.kind === "other" && rulerEnd(look.text, line) !== undefined) &&
      (look.layout.offsetDigits >= 16 ||
        /^ {3}/.test(
          look.text.slice(
            look.lines.find(({ kind, offset }) => kind === "row" && offset.to - offset.from >= 8)?.offset
              .to ?? 0,
          ),
        )),
  },
  { id: "hexdump-c", title: "hexdump -C", matches: ({ layout }) => layout.bar === "|" },
  {
    id: "xxd",
    title: "xxd",
    matches: (look) =>
      look.layout.mark === ":" && look.layout.offsetDigits >= 7 && !hasSuffix(look) && !hasPrefix(look),
  },
  {
    id: "follow-stream",
    title: "Wireshark Follow Stream, hex dump",
    matches: (look) =>
      look.layout.offsetDigits === 8 &&
      look.layout.unit.size === 1 &&
      (indents(look).some((indent) => indent > 0) || someLine(look, /^Follow: tcp/)),
  },
  {
    id: "tshark-x",
    title: "tshark -x",
    matches: (look) =>
      look.layout.offsetDigits === 4 &&
      look.layout.ascii &&
      (someLine(look, sourceHeading) ||
        look.lines.filter(
          ({ kind, offset }) => kind === "row" && /^0+$/.test(look.text.slice(offset.from, offset.to)),
        ).length > 1),
  },
  {
    id: "wireshark",
    title: "Wireshark hex dump",
    matches: ({ layout }) =>
      layout.offsetDigits === 4 && layout.unit.size === 1 && layout.radix === 16 && layout.mark === " ",
  },
  { id: "burp-hex", title: "Burp hex table", matches: ({ layout }) => layout.mark === "\t" },
  {
    id: "hexdump",
    title: "hexdump",
    matches: ({ layout }) =>
      layout.offsetDigits === 7 && layout.radix === 16 && layout.mark === " " && layout.bar === undefined,
  },
  {
    id: "od",
    title: "od",
    matches: ({ layout }) =>
      layout.offsetDigits <= 7 &&
      layout.mark === " " &&
      (layout.radix !== 16 || layout.unit.radix === 8 || layout.bar === ">"),
  },
  { id: "hex-dump", title: "Hex dump", matches: () => true },
];

/** The first dialect that matches a dump. */
export function findDialect(look: Look): Dialect | undefined {
  return dialects.find(({ matches }) => matches(look));
}

/** The layout of the dump in a few words: "hexadecimal offsets, hexadecimal bytes, 16 bytes per row". */
export function describeLayout({ layout }: Look): string {
  const { unit, radix, width, ascii } = layout;
  const offsets = { 8: "octal", 10: "decimal", 16: "hexadecimal" }[radix];
  const values = { 2: "binary", 8: "octal", 10: "decimal", 16: "hexadecimal", char: "characters for" }[
    unit.radix
  ];
  const words =
    unit.size === 1 ? "bytes" : `${unit.size * 8}-bit words${unit.little ? ", little-endian" : ""}`;
  const rows = width === undefined ? "" : `, ${width} bytes per row`;
  return `${offsets} offsets, ${values} ${words}${rows}${ascii ? ", a text column" : ""}`;
}
