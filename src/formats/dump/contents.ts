import type { Contents, Input } from "../format";
import { originIn, plainCapture } from "../plainCapture";
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
