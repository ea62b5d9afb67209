import { byteAt } from "../../bytes/byteAt";
import { countUp } from "../../bytes/tally";
import type { InputProblem } from "../format";

/*
 * A frame is a link layer around an IP packet around a TCP segment. Each layer identifies the next one and
 * where it starts: the link type and EtherType, the protocol number of IP (after extension headers in IPv6),
 * the header length of TCP. A dump does not give its link type, so the usual ones are tried, and the first
 * one is used in which all layers are consistent. Fragments of IP packets are counted, not reassembled: TCP
 * avoids them.
 */

/**
 * A captured frame. Its number, of a packet or of a block of a dump, identifies it in everything derived from
 * it.
 */
export interface Frame {
  readonly number: number;
  /**
   * The link type by its LINKTYPE_ number; `undefined` if it is unknown, as in a dump: then the usual ones
   * are tried.
   */
  readonly linkType: number | undefined;
  readonly bytes: Uint8Array;
  /** When it was captured, in milliseconds since 1970 UTC, if the capture says. */
  readonly capturedAt?: number | undefined;
}

/** One TCP segment with data or a flag that matters. */
export interface Segment {
  /** The number of its frame. */
  readonly packet: number;
  /** "10.0.0.1:1234" or "[2001:db8::1]:1234". */
  readonly from: string;
  readonly to: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly seq: number;
  readonly syn: boolean;
  readonly ack: boolean;
  /** The next sequence number that the sender expects from the other side; only meaningful with `ack`. */
  readonly expects: number;
  readonly data: Uint8Array;
}

/** Why a frame has no segment: another protocol, an unknown link type, or a fragment of an IP packet. */
export type NoSegment = "other" | "unknown-link" | "fragment";

const IPV4 = 0x0800;
const IPV6 = 0x86dd;
const VLAN = new Set([0x8100, 0x88a8, 0x9100]);
const TCP = 6;

/** Link types to try if it is not known: Ethernet, Linux cooked 1 and 2, raw IP, BSD loopback. */
const GUESSES = [1, 113, 276, 101, 0];

/** Missing bytes at the end of a short frame count as 0; code that needs them checks the length itself. */
function u16(bytes: Uint8Array, at: number): number {
  return (byteAt(bytes, at) << 8) | byteAt(bytes, at + 1);
}

function u32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) * 0x10000 + u16(bytes, at + 2);
}

function isIp(etherType: number): boolean {
  return etherType === IPV4 || etherType === IPV6;
}

/** Ethernet II, with any number of VLAN tags. */
function ethernet(bytes: Uint8Array): Uint8Array | undefined {
  let at = 12;
  while (VLAN.has(u16(bytes, at))) at += 4;
  return isIp(u16(bytes, at)) ? bytes.subarray(at + 2) : undefined;
}

/**
 * The IP packet in a frame; "unknown-link" for unsupported link types, `undefined` if the frame contains no
 * IP.
 */
function readIp(linkType: number, bytes: Uint8Array): Uint8Array | "unknown-link" | undefined {
  switch (linkType) {
    case 1:
      return ethernet(bytes);
    case 0: // BSD loopback: address family in the byte order of the machine
    case 108:
      return bytes.subarray(4);
    case 12:
    case 14:
    case 101:
    case 228:
    case 229:
      return bytes;
    case 113: // Linux "cooked": the protocol is the last field of the header
      return isIp(u16(bytes, 14)) ? bytes.subarray(16) : undefined;
    case 276: // Linux "cooked" version 2: the protocol is the first field
      return isIp(u16(bytes, 0)) ? bytes.subarray(20) : undefined;
    default:
      return "unknown-link";
  }
}

interface IpPayload {
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

const writeIpv4 = (bytes: Uint8Array, at: number): string => Array.from(bytes.subarray(at, at + 4)).join(".");

/** IPv4 [RFC 791]. */
function ipv4(bytes: Uint8Array): IpPayload | NoSegment {
  const head = (byteAt(bytes, 0) & 0x0f) * 4;
  const total = u16(bytes, 2) || bytes.length; // 0: left for the network card to fill in
  if (head < 20 || bytes[9] !== TCP) return "other";
  if ((u16(bytes, 6) & 0x3fff) !== 0) return "fragment";
  return {
    from: writeIpv4(bytes, 12),
    to: writeIpv4(bytes, 16),
    bytes: bytes.subarray(head, Math.min(total, bytes.length)),
  };
}

function writeIpv6(bytes: Uint8Array, at: number): string {
  const words = Array.from({ length: 8 }, (_, i) => u16(bytes, at + i * 2).toString(16)).join(":");
  return `[${words.replace(/(?:^|:)0(?::0)+(?::|$)/, "::")}]`;
}

const IPV6_EXTENSIONS = new Set([0, 43, 60]);

/** IPv6 with its extension headers [RFC 8200] 4. */
function ipv6(bytes: Uint8Array): IpPayload | NoSegment {
  const total = u16(bytes, 4) === 0 ? bytes.length : 40 + u16(bytes, 4);
  let next = byteAt(bytes, 6);
  let at = 40;
  while (IPV6_EXTENSIONS.has(next) && at + 8 <= bytes.length) {
    next = byteAt(bytes, at);
    at += (byteAt(bytes, at + 1) + 1) * 8;
  }
  if (next === 44) return "fragment";
  if (next !== TCP) return "other";
  return {
    from: writeIpv6(bytes, 8),
    to: writeIpv6(bytes, 24),
    bytes: bytes.subarray(at, Math.min(total, bytes.length)),
  };
}

/** The TCP segment [RFC 9293] 3.1 in a frame of one link type. */
function segmentIn(linkType: number, { number, bytes: frame }: Frame): Segment | NoSegment {
  const ip = readIp(linkType, frame);
  if (ip === undefined || ip === "unknown-link") return ip ?? "other";
  const version = byteAt(ip, 0) >> 4;
  const carried = version === 4 ? ipv4(ip) : version === 6 ? ipv6(ip) : "other";
  if (typeof carried === "string") return carried;
  const { bytes, from, to } = carried;
  const head = (byteAt(bytes, 12) >> 4) * 4;
  if (bytes.length < 20 || head < 20 || head > bytes.length) return "other";
  const [fromPort, toPort] = [u16(bytes, 0), u16(bytes, 2)];
  const flags = byteAt(bytes, 13);
  return {
    packet: number,
    from: `${from}:${fromPort}`,
    to: `${to}:${toPort}`,
    fromPort,
    toPort,
    seq: u32(bytes, 4),
    syn: (flags & 0x02) !== 0,
    ack: (flags & 0x10) !== 0,
    expects: u32(bytes, 8),
    data: bytes.subarray(head),
  };
}

/**
 * The TCP segment in a frame: Ethernet, loopback, raw IP, Linux cooked; IPv4 and IPv6 with extension headers.
 */
export function readSegment(frame: Frame): Segment | NoSegment {
  if (frame.linkType !== undefined) return segmentIn(frame.linkType, frame);
  const tried = GUESSES.map((linkType) => segmentIn(linkType, frame));
  return (
    tried.find((segment) => typeof segment !== "string") ??
    (tried.includes("fragment") ? "fragment" : "other")
  );
}

/** The segments of frames, and the number of frames without one, by reason. */
export interface Segments {
  readonly segments: readonly Segment[];
  readonly missed: ReadonlyMap<NoSegment, number>;
}

/** The segments of all frames, in order. */
export function readSegments(frames: Iterable<Frame>): Segments {
  const segments: Segment[] = [];
  const missed = new Map<NoSegment, number>();
  for (const frame of frames) {
    const segment = readSegment(frame);
    if (typeof segment !== "string") segments.push(segment);
    else countUp(missed, segment);
  }
  return { segments, missed };
}

/** The problems of frames without a segment: unknown link types, and fragments of IP packets. */
export function listMissedProblems({ missed }: Segments): readonly InputProblem[] {
  const problem = (code: string, count: number | undefined, what: string): readonly InputProblem[] =>
    count === undefined ? [] : [{ code, severity: "warning", message: `${count} ${what}` }];
  return [
    ...problem(
      "unknown-link",
      missed.get("unknown-link"),
      "packets have an unsupported link type (supported: Ethernet, loopback, raw IP and Linux cooked).",
    ),
    ...problem(
      "ip-fragments",
      missed.get("fragment"),
      "packets are fragments of IP packets, which are not reassembled.",
    ),
  ];
}
