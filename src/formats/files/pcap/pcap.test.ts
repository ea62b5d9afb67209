import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FOLDER_SYNC, LONG_SYNC, listCodes, readSampleFile } from "../../../testing/captures";
import { limits } from "../../limits";
import { joinSegments } from "../../tcp/streams";
import { captureKind, readPackets } from "./packets";
import { pcap, readPcap } from "./pcap";

const encoder = new TextEncoder();
interface Part {
  readonly client?: boolean;
  readonly seq: number;
  readonly data?: Uint8Array;
  readonly flags?: number;
  readonly port?: number;
}

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);
const u16 = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
const le32 = (value: number): number[] => u32(value).reverse();

/** A TCP segment between 10.0.0.1:port and 10.0.0.2:80. */
function tcp({ client = true, seq, data = new Uint8Array(), flags = 0x18, port = 4000 }: Part): number[] {
  const ports = client ? [...u16(port), ...u16(80)] : [...u16(80), ...u16(port)];
  return [...ports, ...u32(seq >>> 0), ...u32(0), 0x50, flags, ...u16(1000), 0, 0, 0, 0, ...data];
}

function ipv4(part: Part, fragment = 0): number[] {
  const payload = tcp(part);
  const [from, to] = part.client === false ? [2, 1] : [1, 2];
  return [
    0x45,
    0,
    ...u16(20 + payload.length),
    0,
    0,
    ...u16(fragment),
    64,
    6,
    0,
    0,
    10,
    0,
    0,
    from,
    10,
    0,
    0,
    to,
    ...payload,
  ];
}

function ipv6(part: Part): number[] {
  const payload = tcp(part);
  const ends = part.client === false ? [2, 1] : [1, 2];
  const addresses = ends.flatMap((last) => [0x20, 0x01, 0x0d, 0xb8, ...zeros(11), last]);
  const extension = [6, 0, 1, 4, 0, 0, 0, 0]; // destination options with padding
  return [
    0x60,
    0,
    0,
    0,
    ...u16(extension.length + payload.length),
    60,
    64,
    ...addresses,
    ...extension,
    ...payload,
  ];
}

function file(linkType: number, frames: readonly (readonly number[])[]): Uint8Array {
  const head = [
    0xd4,
    0xc3,
    0xb2,
    0xa1,
    2,
    0,
    4,
    0,
    ...le32(0),
    ...le32(0),
    ...le32(65535),
    ...le32(linkType),
  ];
  return Uint8Array.from([
    ...head,
    ...frames.flatMap((frame) => [
      ...le32(0),
      ...le32(0),
      ...le32(frame.length),
      ...le32(frame.length),
      ...frame,
    ]),
  ]);
}

const REQUEST = Uint8Array.from([
  ...encoder.encode(
    "POST /Microsoft-Server-ActiveSync?Cmd=Sync&User=u&DeviceId=d&DeviceType=t " +
      `HTTP/1.1\r\nContent-Type: application/vnd.ms-sync.wbxml\r\nContent-Length: ` +
      `${LONG_SYNC.length}\r\n\r\n`,
  ),
  ...LONG_SYNC,
]);
const RESPONSE = Uint8Array.from([
  ...encoder.encode(
    `HTTP/1.1 200 OK\r\nContent-Type: application/vnd.ms-sync.wbxml\r\nContent-Length: ` +
      `${FOLDER_SYNC.length}\r\n\r\n`,
  ),
  ...FOLDER_SYNC,
]);

/** Segments of `size` bytes each, from a sequence number on. */
function cutInto(data: Uint8Array, seq: number, size: number, more: Partial<Part> = {}): Part[] {
  return Array.from({ length: Math.ceil(data.length / size) }, (_, i) => ({
    seq: seq + i * size,
    data: data.subarray(i * size, (i + 1) * size),
    ...more,
  }));
}

describe("captures of real tools", () => {
  it.each(["pcapng-loopback.pcapng", "pcap-reordered.pcap"])(
    "%s: three requests and responses, with chunks and gzip removed",
    async (name) => {
      const { captures, problems } = await pcap.read(
        { name, text: undefined, bytes: readSampleFile(name) },
        {},
      );
      expect(
        captures.map(({ direction, command, version, http }) => [direction, command, version, http?.status]),
      ).toEqual([
        ["request", "FolderSync", "14.1", undefined],
        ["response", "FolderSync", "14.1", 200],
        ["request", "Sync", "14.1", undefined],
        ["response", "Sync", "14.1", 200],
        ["request", "Ping", "14.1", undefined],
        ["response", "Ping", "14.1", 503],
      ]);
      expect(captures.map(({ payload }) => payload)).toEqual([
        FOLDER_SYNC,
        FOLDER_SYNC,
        LONG_SYNC,
        LONG_SYNC,
        new Uint8Array(),
        new Uint8Array(),
      ]);
      expect(problems).toEqual([]);
      expect(listCodes(captures.flatMap((capture) => capture.problems))).toEqual(["http-status"]);
      expect(captures[0]?.origin.name).toMatch(/packet 4$/);
    },
  );
});

describe("link types and IP versions", () => {
  const ethernet = (ip: readonly number[], type: number): number[] => [
    ...zeros(12),
    0x81,
    0,
    0,
    5,
    ...u16(type),
    ...ip,
  ];
  const sll = (ip: readonly number[], type: number): number[] => [...zeros(14), ...u16(type), ...ip];
  const sll2 = (ip: readonly number[], type: number): number[] => [...u16(type), ...zeros(18), ...ip];
  const loop = (ip: readonly number[]): number[] => [2, 0, 0, 0, ...ip];
  const wrappers: readonly (readonly [number, string, (ip: readonly number[], type: number) => number[]])[] =
    [
      [1, "Ethernet with VLAN", ethernet],
      [113, "SLL", sll],
      [276, "SLL2", sll2],
      [101, "raw", (ip) => [...ip]],
      [0, "loopback", loop],
    ];

  it.each(wrappers)("%i (%s)", async (link, _, wrap) => {
    for (const [make, type] of [
      [ipv4, 0x0800],
      [ipv6, 0x86dd],
    ] as const) {
      const parts: Part[] = [...cutInto(REQUEST, 100, 1000), { client: false, seq: 900, data: RESPONSE }];
      const { captures, problems } = await readPcap(
        file(
          link,
          parts.map((part) => wrap(make(part), type)),
        ),
        {},
      );
      expect(captures.map(({ payload }) => payload)).toEqual([LONG_SYNC, FOLDER_SYNC]);
      expect(problems).toEqual([]);
    }
  });

  it("that are not read, and IP fragments, are counted", async () => {
    expect(listCodes((await readPcap(file(147, [[1, 2, 3]]), {})).problems)).toEqual([
      "unknown-link",
      "no-http",
    ]);
    expect(
      listCodes((await readPcap(file(101, [ipv4({ seq: 1, data: FOLDER_SYNC }, 0x2000)]), {})).problems),
    ).toEqual(["ip-fragments", "no-http"]);
  });
});

describe("TCP", () => {
  const read = (parts: readonly Part[], more = limits) =>
    readPcap(
      file(
        101,
        parts.map((part) => ipv4(part)),
      ),
      {},
      more,
    );
  const syn: Part = { seq: 0xfffffff0, flags: 0x02 };
  const pieces = cutInto(REQUEST, 0xfffffff1, 700);
  const answer: Part = { client: false, seq: 5, data: RESPONSE };

  it("puts segments in order across the wrap of sequence numbers, with any order and repeats", async () => {
    const shuffled = fc.shuffledSubarray(
      [...pieces, ...pieces.slice(1, 3), ...cutInto(REQUEST.subarray(100, 2000), 0xfffffff1 + 100, 333)],
      { minLength: pieces.length + 8 },
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async (parts) => {
        const all = pieces.every((piece) => parts.includes(piece));
        fc.pre(all);
        const { captures, problems } = await read([syn, ...parts, answer]);
        expect(captures.map(({ payload }) => payload)).toEqual([LONG_SYNC, FOLDER_SYNC]);
        expect(problems).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("keeps the place of bytes that were not captured and reports it", async () => {
    const { captures } = await read([syn, ...pieces.filter((_, i) => i !== 3), answer]);
    expect(captures[0]?.payload.length).toBe(LONG_SYNC.length);
    expect(listCodes(captures[0]?.problems ?? [])).toEqual(["tcp-gap"]);
    expect(listCodes(captures[1]?.problems ?? [])).toEqual([]);
  });

  it("separates connections, even on the same ports, and sorts by packet", async () => {
    const again = cutInto(REQUEST, 7000, 5000);
    const { captures } = await read([
      syn,
      ...pieces,
      answer,
      { seq: 6999, flags: 0x02 },
      ...again,
      { client: false, seq: 1, data: RESPONSE },
      { seq: 1, data: REQUEST, port: 4001 },
    ]);
    expect(captures.map(({ label }) => label.split(" ")[0])).toEqual(["1", "1", "2", "2", "3"]);
    expect(captures.map(({ payload }) => payload.length)).toEqual([
      LONG_SYNC.length,
      13,
      LONG_SYNC.length,
      13,
      LONG_SYNC.length,
    ]);
  });

  it("reads a capture that started or ended inside a message, and responses alone", async () => {
    const late = await read([
      {
        client: false,
        seq: 5,
        data: Uint8Array.from([...encoder.encode("tail of something\r\n"), ...RESPONSE]),
      },
    ]);
    expect(late.captures.map(({ payload }) => payload)).toEqual([FOLDER_SYNC]);
    expect(listCodes(late.problems)).toContain("skipped-bytes");
    const early = await read(pieces.slice(0, 3));
    expect(listCodes(early.captures[0]?.problems ?? [])).toEqual(["content-length-mismatch"]);
  });

  it("reports what is encrypted, HTTP/2 or not HTTP, and where a limit applied", async () => {
    const tls = Uint8Array.of(0x16, 0x03, 0x01, 0x00, 0x05, 1, 2, 3, 4, 5);
    const parts: Part[] = [
      { seq: 1, data: tls },
      { seq: 1, data: encoder.encode("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), port: 4001 },
      { seq: 1, data: encoder.encode("EHLO"), port: 4002 },
    ];
    expect(listCodes((await read(parts)).problems)).toEqual([
      "tls-connections",
      "http2-connections",
      "other-connections",
      "no-http",
    ]);
    expect(listCodes((await read(pieces, { ...limits, tcpStreamBytes: 2000 })).problems)).toContain(
      "limit-tcp-stream-bytes",
    );
  });
});

describe("damaged files", () => {
  it("give everything that is complete", async () => {
    const bytes = readSampleFile("pcapng-loopback.pcapng");
    const cut = await readPcap(bytes.subarray(0, 2000), {});
    expect([cut.captures.length > 0, listCodes(cut.problems).includes("cut-capture-file")]).toEqual([
      true,
      true,
    ]);
    const classic = readPackets(readSampleFile("pcap-reordered.pcap").subarray(0, 500));
    expect([classic.packets.length, listCodes(classic.problems)]).toEqual([3, ["cut-capture-file"]]);
    expect(listCodes((await readPcap(FOLDER_SYNC, {})).problems)).toEqual(["no-capture-file"]);
  });

  it("never throw", async () => {
    const start = readSampleFile("pcapng-loopback.pcapng");
    await fc.assert(
      fc.asyncProperty(
        fc.nat(start.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        async (at, noise) => {
          const damaged = start.slice();
          damaged.set(noise.subarray(0, start.length - at), at);
          await readPcap(damaged, {});
        },
      ),
      { numRuns: 60 },
    );
    expect(captureKind(new Uint8Array(3))).toBeUndefined();
    expect(joinSegments([], 1)).toEqual([]);
  });
});
