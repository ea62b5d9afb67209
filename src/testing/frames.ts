const CLIENT = { address: [10, 0, 0, 1], port: 50_000 };
const SERVER = { address: [10, 0, 0, 2], port: 443 };
const ETHERNET = [...Array.from({ length: 12 }, () => 2), 8, 0];

/** What one side of a connection sends in one segment. */
export interface Sent {
  readonly from: typeof CLIENT;
  readonly to: typeof CLIENT;
  readonly seq: number;
  readonly said: string | Uint8Array;
  readonly link?: readonly number[];
  readonly fragment?: number;
  /** The sequence number that its sender expects of the other side. */
  readonly expects?: number;
}

/** The frame of a segment: Ethernet unless `link` gives another head, IPv4, TCP. */
export function frameBytes({
  from,
  to,
  seq,
  said,
  link = ETHERNET,
  fragment = 0,
  expects = 0,
}: Sent): Uint8Array {
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

/** A segment of the client, 10.0.0.1. */
export const client = (seq: number, said: string | Uint8Array, more: Partial<Sent> = {}): Sent => ({
  from: CLIENT,
  to: SERVER,
  seq,
  said,
  ...more,
});

/** A segment of the server, 10.0.0.2. */
export const server = (seq: number, said: string | Uint8Array, more: Partial<Sent> = {}): Sent => ({
  from: SERVER,
  to: CLIENT,
  seq,
  said,
  ...more,
});
