import type { ByteRange } from "../../bytes/range";
import type { Capture, Input, InputProblem } from "../format";
import { limits } from "../limits";
import { originIn, plainCapture } from "../plainCapture";
import { listMissedProblems, readSegment, readSegments } from "./segment";
import { cutProblems, gapProblem, joinSegments } from "./streams";
import { splitTurns, type Turn } from "./turns";

/** One frame of a packet dump, and where it is in the text. */
export interface TextFrame {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** When it was captured, in milliseconds since 1970 UTC. */
  readonly capturedAt?: number | undefined;
}

/** What one frame contributed to a turn. */
export interface FrameData {
  readonly capture: Capture;
  /** In the payload of the capture. */
  readonly range: ByteRange;
}

/** The captures in the frames of a text, one for each turn. */
export interface TextTurns {
  readonly captures: readonly Capture[];
  /** By the index of the frame; frames that contributed nothing are missing. */
  readonly byFrame: ReadonlyMap<number, FrameData>;
  readonly problems: readonly InputProblem[];
}

function toCapture(
  input: Input,
  frames: readonly TextFrame[],
  { stream, bytes, packets, gaps }: Turn,
): Capture {
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const packet of packets) {
    from = Math.min(from, frames[packet]?.from ?? from);
    to = Math.max(to, frames[packet]?.to ?? to);
  }
  const locateFrame = (packet: number) => ({
    from: frames[packet]?.from ?? from,
    to: frames[packet]?.to ?? to,
  });
  const startedAt = frames[packets[0] ?? -1]?.capturedAt;
  return plainCapture(bytes, "TCP data", originIn(input, from, to), {
    direction: stream.toLowerPort ? "request" : "response",
    ...(startedAt !== undefined && { startedAt }),
    problems: gaps.map(({ missing, before }) => gapProblem(missing, { text: locateFrame(before) })),
  });
}

/**
 * The turns of a connection with their places in the text, none later than the next one: a frame that appears
 * late was sent earlier.
 */
function placeInText(
  captures: readonly Capture[],
): readonly { readonly capture: Capture; readonly place: number }[] {
  let place = Number.POSITIVE_INFINITY;
  const backwards = captures.toReversed().map((capture) => {
    place = Math.min(place, capture.origin.text?.from ?? 0);
    return { capture, place };
  });
  return backwards.reverse();
}

/** The turns of each TCP connection, in text order. Frames without TCP data are skipped. */
export function readTurns(input: Input, frames: readonly TextFrame[]): TextTurns {
  const found = readSegments(frames.map(({ bytes }, number) => ({ number, linkType: undefined, bytes })));
  const connections = joinSegments(found.segments, limits.tcpStreamBytes);
  const byFrame = new Map<number, FrameData>();
  const placed = connections.flatMap((connection) =>
    placeInText(
      splitTurns(connection).map((turn) => {
        const capture = toCapture(input, frames, turn);
        for (const [i, range] of turn.ranges.entries()) byFrame.set(turn.packets[i] ?? 0, { capture, range });
        return capture;
      }),
    ),
  );
  return {
    byFrame,
    captures: placed.sort((a, b) => a.place - b.place).map(({ capture }) => capture),
    problems: [...listMissedProblems(found), ...cutProblems(connections, limits.tcpStreamBytes)],
  };
}

/** Whether the bytes are a frame with a TCP segment in it. */
export function holdsTcp(bytes: Uint8Array): boolean {
  return typeof readSegment({ number: 0, linkType: undefined, bytes }) !== "string";
}
