import type { Capture, Contents, Input } from "../format";
import { likeness } from "../likeness";
import { originIn, plainCapture } from "../plainCapture";
import { writeCount } from "../summary";
import { holdsTcp, readTurns } from "../tcp/textFrames";
import { countMismatch } from "../text/problems";
import type { Block } from "./blocks";
import { sourceHeading } from "./dialects";

const HEADING_SHOWN = 80;

/**
 * The line above a block; "" if it is indented, because then it is a detail that `tshark -V` prints before
 * the bytes.
 */
function findHeading(text: string, { heading }: Block): string {
  const line = heading === undefined ? "" : text.slice(heading.from, heading.to).trimEnd();
  return /^[ \t]/.test(line) && !line.endsWith(":") ? "" : line.trim();
}

/** A block with its heading, such as "Frame (271 bytes):", checked against the content of the block. */
export interface HeadedBlock extends Block {
  readonly title: string;
}

/** Reads the line above a block as its heading; a wrong byte count in it becomes a problem. */
export function readHeading(text: string, block: Block): HeadedBlock {
  const title = findHeading(text, block);
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

/** The contents of a dump: one capture for each block. */
export function blockContents(input: Input, blocks: readonly HeadedBlock[]): Contents {
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
  const start = blocks.length === 1 ? only?.start : undefined;
  const detail = start !== undefined ? `from offset ${start}` : bothSides ? "both directions" : "";
  return { captures, problems: [], detail };
}

const messageHeading = /^(?:Reassembled (?:TCP|SSL|TLS)|Decrypted (?:SSL|TLS|HTTP)\S*) /;
const partHeading = /^\w.*\(\d+ bytes?\):?$/;

/**
 * The blocks that are whole frames: those with that heading, and those whose heading does not name a part.
 */
function pickFrames(blocks: readonly HeadedBlock[]): readonly HeadedBlock[] {
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
 * The contents of a dump of whole frames: the TCP data in turns, and the messages that the tool reassembled
 * and printed.
 */
export function packetContents(input: Input, blocks: readonly HeadedBlock[]): Contents {
  const doubtful = blocks.filter(({ problems }) => problems.length > 0);
  const frames = pickFrames(blocks);
  const { captures, problems } = readTurns(input, frames);
  const turns = captures.map((turn) => withBlockProblems(turn, doubtful));
  const messages = blocks.filter(({ title }) => messageHeading.test(title));
  const own = messages.filter(({ bytes }) => !turns.some(({ payload }) => holds(payload, bytes)));
  const rest = turns.filter(({ payload }) => !own.some(({ bytes }) => holds(bytes, payload)));
  const wrapped = own.some(({ bytes }) => isHttp(bytes));
  if (own.length === 0) return { captures: turns, problems, detail: writeCount(frames.length, "frame") };
  const all = [
    ...rest.filter(({ payload }) => !wrapped || isHttp(payload)),
    ...own.map((block) =>
      plainCapture(block.bytes, block.title, originIn(input, block.from, block.to), {
        problems: block.problems,
      }),
    ),
  ];
  const sorted = all.sort((a, b) => (a.origin.text?.from ?? 0) - (b.origin.text?.from ?? 0));
  return { captures: sorted, problems, detail: writeCount(frames.length, "frame") };
}

function withBlockProblems(turn: Capture, doubtful: readonly Block[]): Capture {
  const { from = 0, to = 0 } = turn.origin.text ?? {};
  const own = doubtful.filter((block) => block.from >= from && block.to <= to);
  return own.length === 0
    ? turn
    : { ...turn, problems: [...turn.problems, ...own.flatMap(({ problems }) => problems)] };
}

/**
 * Whether the blocks are frames with TCP in them. False if one of them is already a message, whose bytes can
 * look like anything.
 */
export function isPackets(blocks: readonly HeadedBlock[]): boolean {
  const frames = pickFrames(blocks);
  return (
    frames.some(({ bytes }) => holdsTcp(bytes)) &&
    frames.every(({ bytes }) => !/^wbxml$|^http$/.test(likeness(bytes).kind))
  );
}
