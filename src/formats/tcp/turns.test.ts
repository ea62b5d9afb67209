import { describe, expect, it } from "vitest";
import { encodeFrame, fromClient, fromServer, type Segment } from "../../testing/frames";
import { type Frame, listMissedProblems, readSegments } from "./segment";
import { cutProblems, joinSegments, packetAt } from "./streams";
import { splitTurns } from "./turns";

/** Frames without a known link type, as in a dump. */
const frames = (sent: readonly Segment[]): Frame[] =>
  sent.map((one, number) => ({ number, linkType: undefined, bytes: encodeFrame(one) }));

const connections = (sent: readonly Segment[], most = 1e9) =>
  joinSegments(readSegments(frames(sent)).segments, most);
const turns = (sent: readonly Segment[]) => connections(sent).flatMap(splitTurns);
const said = (sent: readonly Segment[]) =>
  turns(sent).map(({ stream, bytes }) => [
    stream.toLowerPort ? "client" : "server",
    new TextDecoder().decode(bytes),
  ]);

describe("turns", () => {
  it("are what each side sends before the other does, across link layers and without padding", () => {
    expect(said([fromClient(1, "POST"), fromClient(5, " /"), fromServer(1, "200", { link: [] })])).toEqual([
      ["client", "POST /"],
      ["server", "200"],
    ]);
    const vlan = [...Array.from({ length: 12 }, () => 2), 0x81, 0, 0, 5, 8, 0];
    const cooked = [...Array.from({ length: 14 }, () => 0), 8, 0];
    expect(
      said([
        fromClient(1, "a", { link: vlan }),
        fromClient(2, "b", { link: cooked }),
        fromClient(3, "c", { link: [2, 0, 0, 0] }),
      ]),
    ).toEqual([["client", "abc"]]);
  });

  it("have segments sorted, repeats dropped and overlaps cut, across the wrap of sequence numbers", () => {
    expect(said([fromClient(2, "efgh"), fromClient(0xffff_fffe, "abcd"), fromClient(0, "cdef")])).toEqual([
      ["client", "abcdefgh"],
    ]);
    expect(said([fromClient(1, "ask"), fromServer(9, "answer"), fromClient(1, "ask")])).toEqual([
      ["client", "ask"],
      ["server", "answer"],
    ]);
  });

  it("put a segment that was captured after the answer where it was sent", () => {
    expect(
      said([
        fromClient(1, "ab"),
        fromClient(5, "ef"),
        fromServer(9, "answer"),
        fromClient(3, "cd"),
        fromClient(7, "again"),
      ]),
    ).toEqual([
      ["client", "abcdef"],
      ["server", "answer"],
      ["client", "again"],
    ]);
  });

  it("follow the acknowledgements, in whatever order the frames come", () => {
    const sent = [
      fromClient(1, "ask", { acknowledgment: 9 }),
      fromClient(4, "ing", { acknowledgment: 9 }),
      fromServer(9, "answer", { acknowledgment: 7 }),
      fromClient(7, "again", { acknowledgment: 15 }),
      fromServer(15, "done", { acknowledgment: 12 }),
    ];
    const inOrder = said(sent);
    expect(inOrder.map(([, text]) => text)).toEqual(["asking", "answer", "again", "done"]);
    for (const order of [
      [4, 3, 2, 1, 0],
      [2, 0, 4, 1, 3],
      [3, 4, 0, 2, 1],
    ])
      expect(said(order.flatMap((i) => sent[i] ?? []))).toEqual(inOrder);
  });

  it("report missing bytes within a turn, not between turns", () => {
    const [turn] = turns([fromClient(10, "ab"), fromClient(20, "cd")]);
    expect([turn?.bytes.length, turn?.gaps, turn?.packets]).toEqual([
      12,
      [{ missing: 8, before: 1 }],
      [0, 1],
    ]);
    expect(
      turns([fromClient(10, "ab"), fromServer(1, "ok"), fromClient(2000, "cd")]).map(({ bytes, gaps }) => [
        bytes.length,
        gaps.length,
      ]),
    ).toEqual([
      [2, 0],
      [2, 0],
      [2, 0],
    ]);
  });

  it("fill only short gaps", () => {
    const [turn] = turns([fromClient(10, "ab"), fromClient(0x3000_0000, "cd")]);
    expect([turn?.bytes.length, turn?.gaps[0]?.missing]).toEqual([1024 * 1024 + 4, 0x3000_0000 - 12]);
  });
});

describe("streams", () => {
  it("know the packet of each byte and stop at the limit", () => {
    const [stream] = connections([fromClient(1, "abc"), fromClient(4, "def")])[0]?.streams ?? [];
    expect(stream && [0, 2, 3, 5].map((offset) => packetAt(stream, offset))).toEqual([0, 0, 1, 1]);
    const cut = connections([fromClient(1, "abc"), fromClient(4, "def")], 4);
    expect([cut[0]?.streams[0]?.bytes.length, cutProblems(cut, 4).map(({ code }) => code)]).toEqual([
      3,
      ["limit-tcp-stream-bytes"],
    ]);
  });
});

describe("frames without a segment", () => {
  it("are skipped, and counted if data is lost with them", () => {
    const none = [Uint8Array.of(1, 2, 3), new Uint8Array(100)].map((bytes, number) => ({
      number,
      linkType: undefined,
      bytes,
    }));
    expect(readSegments(none)).toEqual({ segments: [], missed: new Map([["other", 2]]) });
    const pieces = readSegments(frames([fromClient(1, "abc", { fragment: 0x2000 })]));
    expect(listMissedProblems(pieces).map(({ code }) => code)).toEqual(["ip-fragments"]);
  });
});
