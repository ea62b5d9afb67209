import { bisect } from "../../bytes/bisect";
import type { ByteRange } from "../../bytes/range";
import type { InputProblem } from "../format";
import { limitProblem } from "../limits";
import type { Segment } from "./segment";

/*
 * TCP numbers bytes, not segments: a segment has the sequence number of its first byte. Sorting by it puts
 * late segments in place, shows which bytes were retransmitted, and reveals gaps. Two things make this more
 * than a sort. Sequence numbers wrap at 2^32, so each is taken as a distance from the previous one and summed
 * up. And ports are reused: a SYN with another initial number on ports that have carried data starts another
 * connection.
 */

/** Bytes that one packet contributed first, in their place. */
export interface Piece {
  /** Offset in the stream's bytes. */
  readonly at: number;
  readonly data: Uint8Array;
  readonly packet: number;
  /** The sequence number after its last byte. */
  readonly next: number;
  /**
   * The sequence number up to which its sender had received the other side; `undefined` if it does not say.
   */
  readonly expects: number | undefined;
}

/** Bytes that no captured segment contains. */
export interface Gap extends ByteRange {
  /** How many there are; more than the range if there are too many to fill. */
  readonly missing: number;
}

/** One reassembled direction of a TCP connection. */
export interface Stream {
  readonly from: string;
  readonly to: string;
  /** Towards the lower port number: the client's side, unless there is other evidence. */
  readonly toLowerPort: boolean;
  readonly bytes: Uint8Array;
  /** The pieces of `bytes`, in order and not overlapping. */
  readonly pieces: readonly Piece[];
  /** Zeros in `bytes`, up to 1 MiB each. */
  readonly gaps: readonly Gap[];
  /** Whether bytes over the limit were left out. */
  readonly cut: boolean;
}

/** Both directions of one connection; it is not known here which of them is the client's. */
export interface Connection {
  readonly streams: readonly Stream[];
}

interface Received extends Pick<Piece, "data" | "packet" | "next" | "expects"> {
  readonly offset: number;
}

interface Half {
  readonly from: string;
  readonly to: string;
  readonly toLowerPort: boolean;
  /** The sequence number that offsets are relative to. */
  readonly origin: number;
  readonly received: Received[];
}

interface Open {
  readonly halves: Map<string, Half>;
  readonly initial: number | undefined;
}

/** The longest gap that is filled with zeros; what follows a longer one comes directly after them. */
const MAX_FILL = 1024 * 1024;

/** Distance between sequence numbers, which wrap at 2^32, as a signed number. */
export function distance(seq: number, origin: number): number {
  return (seq - origin) | 0;
}

function openHalf({ from, to, fromPort, toPort, seq, syn }: Segment): Half {
  return { from, to, toLowerPort: toPort <= fromPort, origin: syn ? (seq + 1) >>> 0 : seq, received: [] };
}

function receive({ halves }: Open, segment: Segment): void {
  const { from, seq, syn, ack, expects, data, packet } = segment;
  const half = halves.get(from) ?? openHalf(segment);
  halves.set(from, half);
  if (data.length === 0) return;
  const last = half.received.at(-1)?.offset ?? 0;
  // counted from the last one, so that long streams do not wrap
  const wrapped = distance(seq + (syn ? 1 : 0), (half.origin + last) >>> 0);
  const next = (seq + (syn ? 1 : 0) + data.length) >>> 0;
  half.received.push({
    offset: last + wrapped,
    data,
    packet,
    next,
    expects: ack && expects !== 0 ? expects : undefined,
  });
}

/** Whether a SYN starts a new connection on ports that have carried data. */
function startsOver({ halves, initial }: Open, { syn, ack, seq }: Segment): boolean {
  return syn && !ack && initial !== seq && [...halves.values()].some(({ received }) => received.length > 0);
}

/**
 * Joins segments into connections by addresses and ports; a SYN with another sequence number starts a new
 * one. Retransmitted bytes count once (the first arrival), out-of-order segments are put in place, and gaps
 * are kept as gaps.
 */
export function joinSegments(segments: Iterable<Segment>, mostBytes: number): readonly Connection[] {
  const latest = new Map<string, Open>();
  const all: Open[] = [];
  for (const segment of segments) {
    const key = [segment.from, segment.to].sort().join(" ");
    let open = latest.get(key);
    if (open === undefined || startsOver(open, segment)) {
      open = { halves: new Map(), initial: segment.syn && !segment.ack ? segment.seq : undefined };
      latest.set(key, open);
      all.push(open);
    }
    receive(open, segment);
  }
  return all
    .map(({ halves }) => ({ streams: [...halves.values()].map((half) => toStream(half, mostBytes)) }))
    .filter(({ streams }) => streams.some(({ bytes }) => bytes.length > 0));
}

/** The bytes received in order, without those that earlier packets had already brought. */
function putInPlace(
  { received }: Half,
  mostBytes: number,
): Pick<Stream, "pieces" | "gaps" | "cut"> & { readonly size: number } {
  const sorted = [...received].sort((a, b) => a.offset - b.offset || a.packet - b.packet);
  const pieces: Piece[] = [];
  const gaps: Gap[] = [];
  let next = sorted[0]?.offset ?? 0; // in offsets of the sender
  let size = 0;
  for (const { offset, data, packet, next: behind, expects } of sorted) {
    const known = next - offset;
    if (known >= data.length) continue;
    const fill = Math.min(MAX_FILL, Math.max(0, -known));
    const fresh = data.subarray(Math.max(0, known));
    if (size + fill + fresh.length > mostBytes) return { pieces, gaps, size, cut: true };
    if (known < 0) gaps.push({ start: size, end: size + fill, missing: -known });
    pieces.push({ at: size + fill, data: fresh, packet, next: behind, expects });
    size += fill + fresh.length;
    next = offset + data.length;
  }
  return { pieces, gaps, size, cut: false };
}

function toStream(half: Half, mostBytes: number): Stream {
  const { pieces, gaps, size, cut } = putInPlace(half, mostBytes);
  const { from, to, toLowerPort } = half;
  const bytes = new Uint8Array(size);
  for (const { at, data } of pieces) bytes.set(data, at);
  return { from, to, toLowerPort, bytes, pieces, gaps, cut };
}

/** The packet that carried the byte at an offset of a stream; 0 for a stream without bytes. */
export function packetAt({ pieces }: Stream, offset: number): number {
  const behind = bisect(pieces.length, (index) => Number(pieces[index]?.at) > offset);
  return pieces[Math.max(0, behind - 1)]?.packet ?? 0;
}

/** The gaps of a stream that overlap a range of it. */
export function findGaps({ gaps }: Stream, { start, end }: ByteRange): readonly Gap[] {
  return gaps.filter((gap) => gap.start < end && gap.end > start);
}

/** The problem of sent bytes that are not in the capture. */
export function gapProblem(missing: number, place: Pick<InputProblem, "text"> = {}): InputProblem {
  return {
    code: "tcp-gap",
    severity: "error",
    message: `${missing} bytes were not captured and are replaced by zeros.`,
    ...place,
  };
}

/** A problem for each stream that was longer than the limit. */
export function cutProblems(connections: readonly Connection[], mostBytes: number): readonly InputProblem[] {
  const cut = connections.flatMap(({ streams }) => streams.filter((stream) => stream.cut));
  return cut.map(({ from, to }) =>
    limitProblem("tcpStreamBytes", `The data that ${from} sent to ${to}`, mostBytes),
  );
}
