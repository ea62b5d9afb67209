import { describe, expect, it } from "vitest";
import { client, frameBytes, type Sent, server } from "../../testing/frames";
import { type Frame, missedProblems, readSegments } from "./segment";
import { cutProblems, joinSegments, packetAt } from "./streams";
import { splitTurns } from "./turns";

/** Frames of which nothing tells the link type, as in a dump. */
const frames = (sent: readonly Sent[]): Frame[] =>
  sent.map((one, number) => ({ number, linkType: undefined, bytes: frameBytes(one) }));

const connections = (sent: readonly Sent[], most = 1e9) =>
  joinSegments(readSegments(frames(sent)).segments, most);
const turns = (sent: readonly Sent[]) => connections(sent).flatMap(splitTurns);
const said = (sent: readonly Sent[]) =>
  turns(sent).map(({ stream, bytes }) => [
    stream.toLowerPort ? "client" : "server",
    new TextDecoder().decode(bytes),
  ]);

describe("turns", () => {
  it("are what each side says before the other does, across link layers and without padding", () => {
    expect(said([client(1, "POST"), client(5, " /"), server(1, "200", { link: [] })])).toEqual([
      ["client", "POST /"],
      ["server", "200"],
    ]);
    const vlan = [...Array.from({ length: 12 }, () => 2), 0x81, 0, 0, 5, 8, 0];
    const cooked = [...Array.from({ length: 14 }, () => 0), 8, 0];
    expect(
      said([
        client(1, "a", { link: vlan }),
        client(2, "b", { link: cooked }),
        client(3, "c", { link: [2, 0, 0, 0] }),
      ]),
    ).toEqual([["client", "abc"]]);
  });

  it(
    "have segments out of order sorted, repeated ones dropped and overlaps cut, over the wrap of " +
      "sequence numbers",
    () => {
      expect(said([client(2, "efgh"), client(0xffff_fffe, "abcd"), client(0, "cdef")])).toEqual([
        ["client", "abcdefgh"],
      ]);
      expect(said([client(1, "ask"), server(9, "answer"), client(1, "ask")])).toEqual([
        ["client", "ask"],
        ["server", "answer"],
      ]);
    },
  );

  it("put a segment that was captured after the answer where it was sent", () => {
    expect(
      said([client(1, "ab"), client(5, "ef"), server(9, "answer"), client(3, "cd"), client(7, "again")]),
    ).toEqual([
      ["client", "abcdef"],
      ["server", "answer"],
      ["client", "again"],
    ]);
  });

  it("are those that the acknowledgements tell, in whatever order the frames come", () => {
    const sent = [
      client(1, "ask", { expects: 9 }),
      client(4, "ing", { expects: 9 }),
      server(9, "answer", { expects: 7 }),
      client(7, "again", { expects: 15 }),
      server(15, "done", { expects: 12 }),
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

  it("name what is missing within, not between", () => {
    const [turn] = turns([client(10, "ab"), client(20, "cd")]);
    expect([turn?.bytes.length, turn?.gaps, turn?.packets]).toEqual([
      12,
      [{ missing: 8, before: 1 }],
      [0, 1],
    ]);
    expect(
      turns([client(10, "ab"), server(1, "ok"), client(2000, "cd")]).map(({ bytes, gaps }) => [
        bytes.length,
        gaps.length,
      ]),
    ).toEqual([
      [2, 0],
      [2, 0],
      [2, 0],
    ]);
  });

  it("do not fill what is missing without end", () => {
    const [turn] = turns([client(10, "ab"), client(0x3000_0000, "cd")]);
    expect([turn?.bytes.length, turn?.gaps[0]?.missing]).toEqual([1024 * 1024 + 4, 0x3000_0000 - 12]);
  });
});

describe("streams", () => {
  it("know the packet of each byte and stop at the limit", () => {
    const [stream] = connections([client(1, "abc"), client(4, "def")])[0]?.streams ?? [];
    expect(stream && [0, 2, 3, 5].map((offset) => packetAt(stream, offset))).toEqual([0, 0, 1, 1]);
    const cut = connections([client(1, "abc"), client(4, "def")], 4);
    expect([cut[0]?.streams[0]?.bytes.length, cutProblems(cut, 4).map(({ code }) => code)]).toEqual([
      3,
      ["limit-tcp-stream-bytes"],
    ]);
  });
});

describe("frames without a segment", () => {
  it("are passed over, and counted where something is lost with them", () => {
    const none = [Uint8Array.of(1, 2, 3), new Uint8Array(100)].map((bytes, number) => ({
      number,
      linkType: undefined,
      bytes,
    }));
    expect(readSegments(none)).toEqual({ segments: [], missed: new Map([["other", 2]]) });
    const pieces = readSegments(frames([client(1, "abc", { fragment: 0x2000 })]));
    expect(missedProblems(pieces).map(({ code }) => code)).toEqual(["ip-fragments"]);
  });
});
