import type { Contents, Format, Input, InputProblem, ReadOptions } from "../format";
import { likeness } from "../likeness";
import { limitProblem, limits } from "../limits";
import { runAtOnce, runPaced } from "../pace";
import { type Block, readBlocks } from "./blocks";
import { blockContents, readHeading } from "./contents";
import { type Dialect, describeLayout, dialects, findDialect } from "./dialects";
import { hexColumns } from "./hexColumns";
import { offsetValue } from "./lines";
import { type Look, lookAt, lookAtCells } from "./look";
import { isPackets, packetContents } from "./packets";

function tooMany(text: string, last: Block | undefined): InputProblem {
  return limitProblem("captures", "The number of dumps in this text", limits.captures, {
    text: { from: last?.to ?? 0, to: text.length },
  });
}

async function readDump(input: Input, options: ReadOptions, look: Look | undefined): Promise<Contents> {
  if (look === undefined) return { captures: [], problems: [] };
  const { text, layout } = look;
  const read = await runPaced(readBlocks(text, text.length, layout), options, "rows of the dump");
  const found = read.filter(({ bytes }) => bytes.length > 0);
  const blocks = found.slice(0, limits.captures).map((block) => readHeading(text, block));
  const cut = found.length > blocks.length ? [tooMany(text, blocks.at(-1))] : [];
  const contents = isPackets(blocks) ? packetContents(input, blocks) : blockContents(input, blocks);
  return { ...contents, problems: [...contents.problems, ...cut] };
}

const FIRST_LINES = 64;

/** The first bytes of the first block, used to recognise a dump. */
function firstBytes({ text, lines, layout }: Look): Uint8Array {
  const first = lines.findIndex(({ kind }) => kind === "row");
  const end = lines[Math.min(lines.length, first + FIRST_LINES) - 1]?.to ?? 0;
  return runAtOnce(readBlocks(text, end, layout))[0]?.bytes ?? new Uint8Array();
}

/**
 * Whether the offsets are probably line numbers: they count rows but don't start at 0, or bytes but start at
 * 1.
 */
function countsLines({ text, lines, layout }: Look): boolean {
  const first = lines.find(({ kind }) => kind === "row");
  const start = first === undefined ? 0 : offsetValue(text, first, layout.radix);
  return start === 1 || (start > 0 && layout.scale > 1 && layout.mark !== "\t");
}

function rateConfidence(look: Look): number {
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
      if (look === undefined || findDialect(look)?.id !== id || firstBytes(look).length === 0)
        return undefined;
      return { confidence: rateConfidence(look), why: describeLayout(look) };
    },
    read: (input, options) => readDump(input, options, lookAt(input)),
  };
}

function swapByteOrder(look: Look | undefined): Look | undefined {
  return (
    look && {
      ...look,
      layout: { ...look.layout, unit: { ...look.layout.unit, little: !look.layout.unit.little } },
    }
  );
}

const swappedDump: Format = {
  id: "hex-dump-swapped",
  title: "Hex dump, other byte order",
  recognise: (input) => {
    const look = input.text === undefined ? undefined : lookAt(input);
    if (look === undefined || look.layout.unit.size === 1 || look.layout.ascii) return undefined;
    return {
      confidence: 0.3,
      why: `${look.layout.unit.size * 8}-bit words; the text doesn't show their byte order`,
    };
  },
  read: (input, options) => readDump(input, options, swapByteOrder(lookAt(input))),
};

/**
 * Also offers a dump of numbers as a dump of characters: `  0 177` can be the character 0 and an octal
 * number.
 */
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
 * All dumps with offsets: xxd, hexdump, od, Format-Hex, Wireshark, tshark, tcpdump, Burp and tools with
 * similar output; and columns of hex and text without offsets.
 */
export const dumpFormats: readonly Format[] = [
  ...dialects.map(dumpFormat),
  swappedDump,
  characterDump,
  hexColumns,
];
