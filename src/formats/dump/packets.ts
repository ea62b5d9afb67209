import { findBytes } from "../../bytes/find";
import { groupBy } from "../../bytes/groupBy";
import type { Capture, Contents, Input } from "../format";
import { likeness } from "../likeness";
import { originIn, plainCapture } from "../plainCapture";
import { writeCount } from "../summary";
import { type FrameData, holdsTcp, readTurns } from "../tcp/textFrames";
import type { HeadedBlock } from "./contents";

/*
 * Wireshark and tshark print a message that they reassembled or decrypted after the frame that completed it.
 * If the segments joined here contain the message, it would be shown twice: it is looked for around the data
 * of that frame, where it must be. Looking through everything that was sent would take the square of the
 * input.
 */

const messageHeading = /^(?:Reassembled (?:TCP|SSL|TLS)|Decrypted (?:SSL|TLS|HTTP)\S*) /;
const partHeading = /^\w.*\(\d+ bytes?\):?$/;

/** Whether a block is a whole frame: it has that heading, or one that does not name a part. */
function isFrame({ title }: HeadedBlock): boolean {
  return !partHeading.test(title) || title.startsWith("Frame");
}

/** Whether a block is a message that the tool reassembled or decrypted. */
function isMessage(block: HeadedBlock): boolean {
  return messageHeading.test(block.title) && !isFrame(block);
}

/** A block, and the data of the frame that it is or that it was printed with. */
interface Printed {
  readonly block: HeadedBlock;
  readonly data: FrameData | undefined;
}

function findFrames(
  blocks: readonly HeadedBlock[],
  byFrame: ReadonlyMap<number, FrameData>,
): readonly Printed[] {
  let frame = -1;
  return blocks.map((block) => {
    if (isFrame(block)) frame++;
    return { block, data: byFrame.get(frame) };
  });
}

/** Whether a message is in the turn of its frame. */
function isInTurn({ block: { bytes }, data }: Printed): boolean {
  if (data === undefined) return false;
  const { start, end } = data.range;
  const around = data.capture.payload.subarray(Math.max(0, start - bytes.length), end + bytes.length);
  return findBytes(around, bytes) >= 0;
}

const isHttp = (bytes: Uint8Array): boolean => likeness(bytes).kind === "http";

/** The turns that are not part of one of these messages. */
function withoutParts(turns: readonly Capture[], messages: readonly Printed[]): readonly Capture[] {
  const parts = new Set<Capture>();
  for (const { block, data } of messages)
    if (data !== undefined && !parts.has(data.capture) && findBytes(block.bytes, data.capture.payload) >= 0)
      parts.add(data.capture);
  return turns.filter((turn) => !parts.has(turn));
}

function toCapture(input: Input, { bytes, title, from, to, problems }: HeadedBlock): Capture {
  return plainCapture(bytes, title, originIn(input, from, to), { problems });
}

/** Adds the problems of blocks to the turn of their frame. */
function addProblems(turns: readonly Capture[], doubtful: readonly Printed[]): readonly Capture[] {
  const byTurn = groupBy(doubtful, ({ data }) => data?.capture);
  return turns.map((turn) => {
    const own = (byTurn.get(turn) ?? []).flatMap(({ block }) => block.problems);
    return own.length === 0 ? turn : { ...turn, problems: [...turn.problems, ...own] };
  });
}

/**
 * The contents of a dump of whole frames: the TCP data in turns, and the messages that the tool reassembled
 * and printed.
 */
export function packetContents(input: Input, blocks: readonly HeadedBlock[]): Contents {
  const frames = blocks.filter(isFrame);
  const { captures: turns, problems, byFrame } = readTurns(input, frames);
  const printed = findFrames(blocks, byFrame);
  const own = printed.filter((one) => isMessage(one.block) && !isInTurn(one));
  const wrapped = own.some(({ block }) => isHttp(block.bytes));
  const rest = withoutParts(turns, own).filter(({ payload }) => !wrapped || isHttp(payload));
  const shown = new Set(rest);
  const known = new Set(own);
  const doubtful = printed.filter((one) => one.block.problems.length > 0 && !known.has(one));
  const isShown = ({ data }: Printed): boolean => data !== undefined && shown.has(data.capture);
  const captures = [
    ...addProblems(rest, doubtful.filter(isShown)),
    ...own.map(({ block }) => toCapture(input, block)),
  ];
  if (own.length > 0) captures.sort((a, b) => (a.origin.text?.from ?? 0) - (b.origin.text?.from ?? 0));
  const left = doubtful.filter((one) => !isShown(one)).flatMap(({ block }) => block.problems);
  return { captures, problems: [...problems, ...left], detail: writeCount(frames.length, "frame") };
}

/**
 * Whether the blocks are frames with TCP in them. False if one of them is already a message, whose bytes can
 * look like anything.
 */
export function isPackets(blocks: readonly HeadedBlock[]): boolean {
  const frames = blocks.filter(isFrame);
  return (
    frames.some(({ bytes }) => holdsTcp(bytes)) &&
    frames.every(({ bytes }) => !/^wbxml$|^http$/.test(likeness(bytes).kind))
  );
}
