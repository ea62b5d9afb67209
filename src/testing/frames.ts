const CLIENT = { address: [10, 0, 0, 1], port: 50_000 };
const SERVER = { address: [10, 0, 0, 2], port: 443 };
const ETHERNET = [...Array.from({ length: 12 }, () => 2), 8, 0];

/** What one side of a connection sends in one segment. */
export interface Segment {
  readonly from: typeof CLIENT;
  readonly to: typeof CLIENT;
  readonly seq: number;
  readonly content: string | Uint8Array;
  readonly link?: readonly number[];
  readonly fragment?: number;
  /** The next sequence number that the sender expects from the other side. */
  readonly acknowledgment?: number;
}

/** Encodes the frame of a segment: Ethernet (unless `link` gives another header), IPv4, TCP. */
export function encodeFrame({
  from,
  to,
  seq,
  content: said,
  link = ETHERNET,
  fragment = 0,
  acknowledgment: expects = 0,
}: Segment): Uint8Array {
  const data = typeof said === "string" ? new TextEncoder().encode(said) : said;
  const total = 40 + data.length;
  const ip = [
    0x45,
    0,
    total >> 8,
    total & 255,
    0,
    0,
    0x40 | (fragment >> 8),
    fragment & 255,
    64,
    6,
    0,
    0,
    ...from.address,
    ...to.address,
  ];
  const number = [seq >>> 24, (seq >> 16) & 255, (seq >> 8) & 255, seq & 255];
  const tcp = [
    from.port >> 8,
    from.port & 255,
    to.port >> 8,
    to.port & 255,
    ...number,
    expects >>> 24,
    (expects >> 16) & 255,
    (expects >> 8) & 255,
    expects & 255,
    0x50,
    0x18,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  return Uint8Array.from([...link, ...ip, ...tcp, ...data, 0, 0]); // two bytes of padding
}

/** A segment from the client, 10.0.0.1. */
export const fromClient = (seq: number, said: string | Uint8Array, more: Partial<Segment> = {}): Segment => ({
  from: CLIENT,
  to: SERVER,
  seq,
  content: said,
  ...more,
});

/** A segment from the server, 10.0.0.2. */
export const fromServer = (seq: number, said: string | Uint8Array, more: Partial<Segment> = {}): Segment => ({
  from: SERVER,
  to: CLIENT,
  seq,
  content: said,
  ...more,
});
