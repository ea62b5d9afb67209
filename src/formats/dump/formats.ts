import type { Capture, Contents, Format, Input, InputProblem, ReadOptions } from "../format";
import { likeness } from "../likeness";
import { limitProblem, limits } from "../limits";
import { atOnce, paced } from "../pace";
import { counted } from "../summary";
import { holdsTcp, turnsIn } from "../tcp/textFrames";
import { originIn, plainCapture } from "../text/onePayload";
import { countMismatch } from "../text/problems";
import { type Block, readBlocks } from "./blocks";
import { cellLine, showCharacters } from "./cells";
import { hasOffset, inferCells, inferLayout, type Layout, rulerEnd } from "./layout";
import { type DumpLine, firstLines, offsetValue } from "./lines";

/** A text looked at as a hex dump: its first lines and their layout. */
interface Look {
  readonly text: string;
  readonly lines: readonly DumpLine[];
  readonly layout: Layout;
}

const LOOKED_AT = 400;
const looks = new WeakMap<Input, Look | "none">();

/** The text looked at as a dump of characters. */
function lookAtCells({ text = "" }: Input): Look | undefined {
  const lines = firstLines(text, LOOKED_AT, cellLine);
  const layout = inferCells(text, lines);
  return layout && { text, lines, layout };
}

function lookAnew(input: Input): Look | undefined {
  const cells = lookAtCells(input);
  if (
    cells !== undefined &&
    showCharacters(
      cells.text,
      cells.lines.filter(({ kind }) => kind === "row"),
    )
  )
    return cells;
  const { text = "" } = input;
  const lines = firstLines(text, LOOKED_AT);
  const layout = inferLayout(text, lines);
  return (
    layout && {
      text,
      lines: lines.map((line) =>
        hasOffset(line, layout) || line.kind !== "row" ? line : { ...line, kind: "other" },
      ),
      layout,
    }
  );
}

/** The dump's first lines and layout, found out once per input. */
function lookAt(input: Input): Look | undefined {
  const known = looks.get(input);
  if (known !== undefined) return known === "none" ? undefined : known;
  const look = lookAnew(input);
  looks.set(input, look ?? "none");
  return look;
}

/** One tool's way to print a dump: what tells it from the others. */
interface Dialect {
  readonly id: string;
  readonly title: string;
  readonly matches: (look: Look) => boolean;
}

function some({ text, lines }: Look, pattern: RegExp): boolean {
  return lines.some(
    (line) => line.kind !== "row" && pattern.test(text.slice(line.from, Math.min(line.to, line.from + 200))),
  );
}

/** Offsets end in `h`, as UltraEdit writes them. */
function suffixed({ text, lines }: Look): boolean {
  return lines.some(({ kind, offset }) => kind === "row" && /h/i.test(text.charAt(offset.to)));
}

/** Offsets start with `0x`. */
function prefixed({ text, lines }: Look): boolean {
  return lines.some(
    ({ kind, offset }) => kind === "row" && /^0x$/i.test(text.slice(offset.from - 2, offset.from)),
  );
}

/** tcpdump fills offsets up to four digits; those of debuggers are longer. */
const LONGEST_OF_TCPDUMP = 5;

function indents({ lines }: Look): readonly number[] {
  return lines.filter(({ kind }) => kind === "row").map(({ indent }) => indent);
}

/** The headings that tshark and Wireshark put over the bytes of a frame and over those they put together. */
const sourceHeading =
  /^(?:Frame|Reassembled TCP|Reassembled [\w-]+|Decrypted \S+|De-chunked entity body|Uncompressed entity body|\w[\w -]*) \((\d+) bytes?\):?\s*$/;

/** Most telling first; the last takes every dump. */
const DIALECTS: readonly Dialect[] = [
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
      look.layout.mark === ":" && look.layout.offsetDigits <= LONGEST_OF_TCPDUMP && prefixed(look),
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
      look.layout.mark === ":" && look.layout.offsetDigits >= 7 && !suffixed(look) && !prefixed(look),
  },
  {
    id: "follow-stream",
    title: "Wireshark Follow Stream, hex dump",
    matches: (look) =>
      look.layout.offsetDigits === 8 &&
      look.layout.unit.size === 1 &&
      (indents(look).some((indent) => indent > 0) || some(look, /^Follow: tcp/)),
  },
  {
    id: "tshark-x",
    title: "tshark -x",
    matches: (look) =>
      look.layout.offsetDigits === 4 &&
      look.layout.ascii &&
      (some(look, sourceHeading) ||
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

function dialectOf(look: Look): Dialect | undefined {
  return DIALECTS.find(({ matches }) => matches(look));
}

function whyOf({ layout }: Look): string {
  const { unit, radix, width, ascii } = layout;
  const offsets = { 8: "octal", 10: "decimal", 16: "hexadecimal" }[radix];
  const values = { 2: "binary", 8: "octal", 10: "decimal", 16: "hexadecimal", char: "characters for" }[
    unit.radix
  ];
  const words =
    unit.size === 1 ? "bytes" : `${unit.size * 8}-bit words${unit.little ? ", little-endian" : ""}`;
  const rows = width === undefined ? "" : `, ${width} bytes a row`;
  return `${offsets} offsets, ${values} ${words}${rows}${ascii ? ", a text column" : ""}`;
}

const HEADING_SHOWN = 80;

/**
 * The line over a block; a line that is set in is a detail of the packet that `tshark -V` prints in front of
 * its bytes, and heads nothing.
 */
function headingOf(text: string, { heading }: Block): string {
  const line = heading === undefined ? "" : text.slice(heading.from, heading.to).trimEnd();
  return /^[ \t]/.test(line) && !line.endsWith(":") ? "" : line.trim();
}

/** A block with its heading read: "Frame (271 bytes):" against what the block holds. */
interface Headed extends Block {
  readonly title: string;
}

function headed(text: string, block: Block): Headed {
  const title = headingOf(text, block);
  const said = sourceHeading.exec(title)?.[1];
  if (said === undefined || Number(said) === block.bytes.length) return { ...block, title };
  const mismatch = countMismatch(
    Number(said),
    block.bytes.length,
    block.heading?.from ?? block.from,
    block.to,
  );
  return { ...block, title, problems: [...block.problems, mismatch] };
}

function blockContents(input: Input, blocks: readonly Headed[]): Contents {
  const bothSides = blocks.some(({ indented }) => indented) && blocks.some(({ indented }) => !indented);
  const captures = blocks.map(({ bytes, title, from, to, indented, problems }, i) =>
    plainCapture(
      bytes,
      title.slice(0, HEADING_SHOWN) || (blocks.length === 1 ? "dump" : `dump ${i + 1}`),
      originIn(input, from, to),
      {
        direction: bothSides ? (indented ? "response" : "request") : undefined,
        problems,
      },
    ),
  );
  const [only] = blocks;
  const detail =
    only && blocks.length === 1 ? `from offset ${only.start}` : bothSides ? "both directions" : "";
  return { captures, problems: [], detail };
}

const messageHeading = /^(?:Reassembled (?:TCP|SSL|TLS)|Decrypted (?:SSL|TLS|HTTP)\S*) /;
const partHeading = /^(?:Frame|De-chunked|Uncompressed|Reassembled|Decrypted|\w[\w -]*) ?.*\(\d+ bytes?\):?$/;

/** The blocks that are whole frames: those headed so, and those without a heading that names a part. */
function framesOf(blocks: readonly Headed[]): readonly Headed[] {
  return blocks.filter(({ title }) => !partHeading.test(title) || title.startsWith("Frame"));
}

function holds(whole: Uint8Array, part: Uint8Array): boolean {
  const first = part[0] ?? 0;
  for (
    let at = whole.indexOf(first);
    at >= 0 && at + part.length <= whole.length;
    at = whole.indexOf(first, at + 1)
  ) {
    if (part.every((byte, i) => byte === whole[at + i])) return true;
  }
  return false;
}

const isHttp = (bytes: Uint8Array): boolean => likeness(bytes).kind === "http";

/**
 * What a dump of whole frames holds: the TCP data in turns, and messages that the tool itself put together
 * and printed.
 */
function packetContents(input: Input, blocks: readonly Headed[]): Contents {
  const doubtful = blocks.filter(({ problems }) => problems.length > 0);
  const frames = framesOf(blocks);
  const { captures, problems } = turnsIn(input, frames);
  const turns = captures.map((turn) => withBlockProblems(turn, doubtful));
  const messages = blocks.filter(({ title }) => messageHeading.test(title));
  const own = messages.filter(({ bytes }) => !turns.some(({ payload }) => holds(payload, bytes)));
  const rest = turns.filter(({ payload }) => !own.some(({ bytes }) => holds(bytes, payload)));
  const wrapped = own.some(({ bytes }) => isHttp(bytes));
  if (own.length === 0) return { captures: turns, problems, detail: counted(frames.length, "frame") };
  const all = [
    ...rest.filter(({ payload }) => !wrapped || isHttp(payload)),
    ...own.map((block) =>
      plainCapture(block.bytes, block.title, originIn(input, block.from, block.to), {
        problems: block.problems,
      }),
    ),
  ];
  const sorted = all.sort((a, b) => (a.origin.text?.from ?? 0) - (b.origin.text?.from ?? 0));
  return { captures: sorted, problems, detail: counted(frames.length, "frame") };
}

function withBlockProblems(turn: Capture, doubtful: readonly Block[]): Capture {
  const { from = 0, to = 0 } = turn.origin.text ?? {};
  const own = doubtful.filter((block) => block.from >= from && block.to <= to);
  return own.length === 0
    ? turn
    : { ...turn, problems: [...turn.problems, ...own.flatMap(({ problems }) => problems)] };
}

/**
 * Frames are taken apart only where none of them is a message already; a message's bytes may look like
 * anything.
 */
function isPackets(blocks: readonly Headed[]): boolean {
  const frames = framesOf(blocks);
  return (
    frames.some(({ bytes }) => holdsTcp(bytes)) &&
    frames.every(({ bytes }) => !/^wbxml$|^http$/.test(likeness(bytes).kind))
  );
}

function tooMany(text: string, last: Block | undefined): InputProblem {
  return limitProblem("captures", "The number of dumps in this text", limits.captures, {
    text: { from: last?.to ?? 0, to: text.length },
  });
}

async function readDump(input: Input, options: ReadOptions, look: Look | undefined): Promise<Contents> {
  if (look === undefined) return { captures: [], problems: [] };
  const { text, layout } = look;
  const read = await paced(readBlocks(text, text.length, layout), options, "rows of the dump");
  const found = read.filter(({ bytes }) => bytes.length > 0);
  const blocks = found.slice(0, limits.captures).map((block) => headed(text, block));
  const cut = found.length > blocks.length ? [tooMany(text, blocks.at(-1))] : [];
  const contents = isPackets(blocks) ? packetContents(input, blocks) : blockContents(input, blocks);
  return { ...contents, problems: [...contents.problems, ...cut] };
}

const FIRST_LINES = 64;

/** The first bytes of the first block, to judge a dump by. */
function firstBytes({ text, lines, layout }: Look): Uint8Array {
  const first = lines.findIndex(({ kind }) => kind === "row");
  const end = lines[Math.min(lines.length, first + FIRST_LINES) - 1]?.to ?? 0;
  return atOnce(readBlocks(text, end, layout))[0]?.bytes ?? new Uint8Array();
}

/** Offsets that count rows but not from 0, or bytes from 1, are rather the numbers of lines. */
function countsLines({ text, lines, layout }: Look): boolean {
  const first = lines.find(({ kind }) => kind === "row");
  const start = first === undefined ? 0 : offsetValue(text, first, layout.radix);
  return start === 1 || (start > 0 && layout.scale > 1 && layout.mark !== "\t");
}

function confidenceIn(look: Look): number {
  const { score } = likeness(firstBytes(look), look.lines.length < FIRST_LINES);
  if (countsLines(look)) return 0.5 + 0.3 * score;
  if (look.layout.unit.radix === "char") return 0.9 + 0.09 * score;
  const sure = look.layout.mark === ":" || look.layout.width !== undefined || look.layout.ascii;
  return (sure ? 0.8 : 0.65) + 0.18 * score;
}

function dumpFormat({ id, title }: Dialect): Format {
  return {
    id,
    title,
    recognise: (input) => {
      const look = input.text === undefined ? undefined : lookAt(input);
      if (look === undefined || dialectOf(look)?.id !== id || firstBytes(look).length === 0) return undefined;
      return { confidence: confidenceIn(look), why: whyOf(look) };
    },
    read: (input, options) => readDump(input, options, lookAt(input)),
  };
}

function swapped(look: Look | undefined): Look | undefined {
  return (
    look && {
      ...look,
      layout: { ...look.layout, unit: { ...look.layout.unit, little: !look.layout.unit.little } },
    }
  );
}

const swappedDump: Format = {
  id: "hex-dump-swapped",
  title: "Hex dump, words in the other byte order",
  recognise: (input) => {
    const look = input.text === undefined ? undefined : lookAt(input);
    if (look === undefined || look.layout.unit.size === 1 || look.layout.ascii) return undefined;
    return {
      confidence: 0.3,
      why: `${look.layout.unit.size * 8}-bit words; nothing in the text tells their byte order`,
    };
  },
  read: (input, options) => readDump(input, options, swapped(lookAt(input))),
};

/** A dump that was taken for numbers: `  0 177` may be the character 0 and an octal number. */
const characterDump: Format = {
  id: "dump-of-characters",
  title: "od -c or hexdump -c",
  recognise: (input) => {
    const look = input.text === undefined ? undefined : lookAt(input);
    if (look === undefined || look.layout.unit.radix === "char" || lookAtCells(input) === undefined)
      return undefined;
    return { confidence: 0.2, why: "its numbers could be characters and octal numbers" };
  },
  read: (input, options) => readDump(input, options, lookAtCells(input)),
};

/**
 * All dumps with offsets: xxd, hexdump, od, Format-Hex, Wireshark, tshark, tcpdump, Burp and those that print
 * like them.
 */
export const dumps: readonly Format[] = [...DIALECTS.map(dumpFormat), swappedDump, characterDump];
