import { describe, expect, it } from "vitest";
import { compareDocuments } from "../../compare/compare";
import type { LinkedDocument } from "../../document/open";
import type { Compared } from "../../store/compareClient";
import type { OpenCapture } from "../../store/inspector";
import { decode, encode } from "../../testing/codec";
import { listSides, writeComparison } from "./sides";

const document = (inside: string) =>
  decode(
    encode(`<Sync xmlns="AirSync"><Collections><Collection>${inside}</Collection></Collections></Sync>`)
      .bytes,
  );
const first = document("<SyncKey>1</SyncKey><CollectionId>5</CollectionId><GetChanges/>");
const second = document("<SyncKey>2</SyncKey><CollectionId>5</CollectionId><GetChanges></GetChanges>");

const compare = (one: LinkedDocument, other: LinkedDocument): Compared => ({
  first: one,
  second: other,
  comparison: compareDocuments(one, other),
});

describe("a comparison as text", () => {
  it("has the differences, and the elements around them", async () => {
    expect((await writeComparison(compare(first, second)))?.split("\n")).toEqual([
      "  Sync",
      "    Collections",
      "      Collection",
      "~       SyncKey 1 → 2",
      "≈       GetChanges",
    ]);
    expect(await writeComparison(compare(first, first))).toBe("");
  });

  it("has each of many rows once", async () => {
    const many = (value: string) =>
      document(Array.from({ length: 2500 }, (_, i) => `<SyncKey>${i}${value}</SyncKey>`).join(""));
    const lines = (await writeComparison(compare(many("a"), many("b"))))?.split("\n");
    expect(lines?.slice(3)).toEqual(Array.from({ length: 2500 }, (_, i) => `~       SyncKey ${i}a → ${i}b`));
  });
});

describe("what can be compared", () => {
  const capture = { direction: undefined, origin: {}, problems: [] };
  const open = (label: string, payload: Uint8Array): OpenCapture => ({
    label,
    capture: { ...capture, label, payload },
    content: undefined,
  });
  const captures = [open("a", first.bytes), open("none", new Uint8Array()), open("b", second.bytes)];

  it("is each capture with a payload", () => {
    expect(listSides(captures).map(({ index, bytes }) => ({ index, bytes }))).toEqual([
      { index: 0, bytes: first.bytes },
      { index: 2, bytes: second.bytes },
    ]);
  });

  it("is the same side after captures before it were closed", () => {
    const [, before] = listSides(captures);
    expect(listSides(captures.slice(2))).toMatchObject([{ id: before?.id, index: 0 }]);
  });
});
