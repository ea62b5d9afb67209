import { joinBytes } from "../../bytes/join";
import type { Direction } from "../../eas/direction";
import type { Capture, Contents, Format, Input, InputProblem, ReadOptions } from "../format";
import { inputText } from "../inputText";
import { runPaced, type Steps } from "../pace";
import { originIn, plainCapture } from "../plainCapture";
import { writeCount } from "../summary";
import { base64Steps } from "../text/base64";
import { readEpoch } from "../time";

/** The data of one packet. */
interface Packet {
  /** The stream that it belongs to, counted from 0 in the text. */
  readonly stream: number;
  /** Peer 0 is the one that sent first, the client. */
  readonly peer: string | undefined;
  /** When it was captured, in milliseconds since 1970 UTC. */
  readonly capturedAt: number | undefined;
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
  readonly problems: readonly InputProblem[];
}

/** `data: !!binary |` of an item with its `peer:`, or `peer0_1: !!binary |` as written by older versions. */
const BINARY = /^([ \t]*)(?:- )?(data|peer(\d+)_\d+): *!!binary *\|[^\n]*(?:\n|$)/gm;
const PEER = /^[ \t]*(?:- )?peer: *(\d+)[ \t]*\r?$/gm;
const TIMESTAMP = /^[ \t]*(?:- )?timestamp: *([\d.]+)[ \t]*\r?$/gm;
const STREAM = /^peers:/gm;

/** The end of the lines from `from` that are indented deeper than the key above them. */
function blockEnd(text: string, from: number, indent: number): number {
  let end = from;
  while (end < text.length) {
    const feed = text.indexOf("\n", end);
    const next = feed < 0 ? text.length : feed + 1;
    const line = text.slice(end, next);
    if (line.trim() !== "" && line.length - line.trimStart().length <= indent) break;
    end = next;
  }
  return end;
}

function* readPackets(text: string): Steps<Packet[]> {
  const packets: Packet[] = [];
  let stream = 0;
  let before = 0;
  for (const match of text.matchAll(BINARY)) {
    const head = text.slice(before, match.index);
    const [whole, indent = ""] = match;
    const from = match.index + whole.length;
    const to = blockEnd(text, from, indent.length);
    if (packets.length > 0 && head.search(STREAM) >= 0) stream++;
    const capturedAt = readEpoch([...head.matchAll(TIMESTAMP)].at(-1)?.[1] ?? "");
    const peer = match[3] ?? [...head.matchAll(PEER)].at(-1)?.[1];
    const { bytes, problems } = yield* base64Steps(text, from, to);
    packets.push({ stream, peer, capturedAt, from: match.index, to, bytes, problems });
    before = to;
    yield to / text.length;
  }
  return packets;
}

/** The packets in turns: adjacent packets of one stream and one side. */
function joinTurns(packets: readonly Packet[]): Packet[][] {
  const turns: Packet[][] = [];
  for (const packet of packets) {
    const last = turns.at(-1)?.[0];
    if (last?.stream === packet.stream && last.peer === packet.peer) turns.at(-1)?.push(packet);
    else turns.push([packet]);
  }
  return turns;
}

const DIRECTIONS: ReadonlyMap<string | undefined, Direction> = new Map([
  ["0", "request"],
  ["1", "response"],
]);

function toCapture(input: Input, turn: readonly Packet[]): Capture {
  const origin = originIn(input, turn[0]?.from ?? 0, turn.at(-1)?.to ?? 0);
  const startedAt = turn[0]?.capturedAt;
  return plainCapture(joinBytes(turn.map(({ bytes }) => bytes)), "TCP data", origin, {
    direction: DIRECTIONS.get(turn[0]?.peer),
    ...(startedAt !== undefined && { startedAt }),
    problems: turn.flatMap(({ problems }) => problems),
  });
}

async function read(input: Input, options: ReadOptions): Promise<Contents> {
  const packets = await runPaced(readPackets(inputText(input)), options, "packets");
  return {
    captures: joinTurns(packets).map((turn) => toCapture(input, turn)),
    problems: [],
    detail: writeCount(packets.length, "packet"),
  };
}

const HEAD = 4096;

/**
 * Wireshark's "Follow stream" as YAML, also of `tshark -z follow,tcp,yaml`: base64 for each packet, one
 * capture per turn.
 */
export const followYaml: Format = {
  id: "follow-yaml",
  title: "Wireshark Follow Stream, YAML",
  recognise: ({ text = "" }) => {
    const head = text.slice(0, HEAD);
    const newer = /^peers:[ \t\r]*\n\s*- peer: *0/m.test(head) && /^packets:/m.test(head);
    const older = /^peer\d+_\d+: *!!binary *\|/m.test(head);
    return newer || older ? { confidence: 0.98, why: "packets of two peers as base64" } : undefined;
  },
  read,
};
