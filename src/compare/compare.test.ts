import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatches } from "../bytes/patch";
import type { LinkedDocument } from "../document/open";
import { encodeSample, noise, plainNoise, sampleTree } from "../testing/arbitrary";
import { hex } from "../testing/bytes";
import { decode, encode, revise } from "../testing/codec";
import { compareDocuments } from "./compare";
import { revertRow } from "./revert";
import { type ComparedRow, type ComparedRows, readRow } from "./rows";

const document = (xml: string): LinkedDocument => decode(encode(xml).bytes);
const sync = (inside: string): LinkedDocument =>
  document(
    `<Sync xmlns="AirSync" ` +
      `xmlns:email="Email"><Collections><Collection><SyncKey>1</SyncKey>${inside}</Collection>` +
      "</Collections></Sync>",
  );
const add = (id: string, subject: string): string =>
  `<Add><ServerId>${id}</ServerId><ApplicationData><email:Subject>${subject}</email:Subject>` +
  "</ApplicationData></Add>";

const listRows = (rows: ComparedRows): ComparedRow[] =>
  Array.from(rows.a, (_, index) => readRow(rows, index)).filter((row) => row !== undefined);

/** Rows that differ, as "kind name". */
function listDifferences(a: LinkedDocument, b: LinkedDocument): string[] {
  const name = ({ a: old, b: fresh }: ComparedRow): string => {
    const [side, node] = fresh >= 0 ? [b, fresh] : [a, old];
    return side.xml.slice(side.textRange(node).from).match(/^<?([^\s/>]*)/)?.[1] ?? "";
  };
  return listRows(compareDocuments(a, b).rows)
    .filter(({ difference }) => difference !== "same" && difference !== "inside")
    .map((row) => `${row.difference} ${name(row)}`);
}

describe("compareDocuments", () => {
  it("aligns items by their identifiers, not by their positions", () => {
    const a = sync(`<Commands>${add("1:1", "one")}${add("1:2", "two")}${add("1:3", "three")}</Commands>`);
    const b = sync(`<Commands>${add("1:3", "three")}${add("1:2", "TWO")}${add("1:4", "four")}</Commands>`);
    const rows = listDifferences(a, b);
    expect(rows.toSorted()).toEqual(["added Add", "changed email:Subject", "moved Add", "removed Add"]);
  });

  it("aligns the collections of an estimate by their folder", () => {
    const estimate = (...folders: readonly (readonly [string, string])[]): LinkedDocument =>
      document(
        `<GetItemEstimate xmlns="GetItemEstimate" xmlns:airsync="AirSync"><Collections>${folders
          .map(
            ([id, key]) =>
              `<Collection><airsync:SyncKey>${key}</airsync:SyncKey><CollectionId>${id}</CollectionId>` +
              "</Collection>",
          )
          .join("")}</Collections></GetItemEstimate>`,
      );
    const rows = listDifferences(estimate(["5", "100"], ["9", "200"]), estimate(["9", "201"], ["5", "101"]));
    expect(rows.toSorted()).toEqual([
      "changed airsync:SyncKey",
      "changed airsync:SyncKey",
      "moved Collection",
    ]);
  });

  it("distinguishes options by their class, and reports a changed value once", () => {
    const options = (itemClass: string, filter: string): string =>
      `<Options><Class>${itemClass}</Class><FilterType>${filter}</FilterType></Options>`;
    const a = sync(options("Email", "2") + options("SMS", "0"));
    expect(listDifferences(a, sync(options("SMS", "3") + options("Email", "2")))).toEqual(
      ["moved Options", "changed FilterType"].toSorted().toReversed(),
    );
    expect(listDifferences(a, sync(options("Email", "2")))).toEqual(["removed Options"]);
  });

  it("aligns body preferences by their type, so that a new one does not look like a change", () => {
    const preferring = (...preferences: readonly (readonly [type: string, size: string])[]): LinkedDocument =>
      sync(
        `<Options>${preferences
          .map(
            ([type, size]) =>
              '<BodyPreference xmlns="AirSyncBase">' +
              `<Type>${type}</Type><TruncationSize>${size}</TruncationSize></BodyPreference>`,
          )
          .join("")}</Options>`,
      );
    const one = preferring(["1", "200"]);
    expect(listDifferences(one, preferring(["2", "100"], ["1", "500"])).toSorted()).toEqual([
      "added airsyncbase:BodyPreference",
      "changed airsyncbase:TruncationSize",
    ]);
    expect(listDifferences(one, preferring(["2", "200"])).toSorted()).toEqual([
      "added airsyncbase:BodyPreference",
      "removed airsyncbase:BodyPreference",
    ]);
  });

  it("aligns options, and collections without an id, by their class", () => {
    const asking = (...options: readonly (readonly [string, string])[]): LinkedDocument =>
      sync(
        options
          .map(
            ([itemClass, filter]) =>
              `<Options><FilterType>${filter}</FilterType><Class>${itemClass}</Class></Options>`,
          )
          .join(""),
      );
    expect(listDifferences(asking(["Email", "2"]), asking(["SMS", "3"], ["Email", "5"])).toSorted()).toEqual([
      "added Options",
      "changed FilterType",
    ]);
    const collections = (...ofClasses: readonly (readonly [string, string])[]): LinkedDocument =>
      document(
        `<Sync xmlns="AirSync"><Collections>${ofClasses
          .map(([name, key]) => `<Collection><Class>${name}</Class><SyncKey>${key}</SyncKey></Collection>`)
          .join("")}</Collections></Sync>`,
      );
    const rows = listDifferences(collections(["Email", "1"]), collections(["Contacts", "2"], ["Email", "5"]));
    expect(rows.toSorted()).toEqual(["added Collection", "changed SyncKey"]);
  });

  it("reports differences in encoding separately from differences in meaning", () => {
    const plain = decode(hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 18 01 01 01"));
    const opaque = decode(hex("03 01 6A 00 45 5C 4F 4B C3 01 37 01 58 01 01 01 01"));
    expect(compareDocuments(plain, opaque).counts).toEqual({
      changed: 0,
      removed: 0,
      added: 0,
      moved: 0,
      wire: 2,
    });
    const header = decode(hex("02 01 6A 00 45 5C 4F 4B 03 37 00 01 18 01 01 01"));
    expect(compareDocuments(plain, header)).toMatchObject({
      isHeaderDifferent: true,
      counts: { changed: 0, wire: 0 },
    });
  });

  it("finds no difference between a document and itself, and the same differences in both directions", () => {
    fc.assert(
      fc.property(sampleTree, sampleTree, noise, (one, other, noisy) => {
        const [a, b] = [decode(encodeSample(one, noisy)), decode(encodeSample(other, plainNoise))];
        expect(compareDocuments(a, a)).toMatchObject({
          counts: { changed: 0, removed: 0, added: 0, moved: 0, wire: 0 },
          isHeaderDifferent: false,
        });
        const [there, back] = [compareDocuments(a, b).counts, compareDocuments(b, a).counts];
        expect(there).toEqual({ ...back, removed: back.added, added: back.removed });
      }),
      { numRuns: 500 },
    );
  });

  it("finds only differences in encoding between two encodings of the same content", () => {
    fc.assert(
      fc.property(sampleTree, noise, (tree, noisy) => {
        const { counts } = compareDocuments(decode(encodeSample(tree, noisy)), decode(encodeSample(tree)));
        expect({ ...counts, wire: 0 }).toEqual({ changed: 0, removed: 0, added: 0, moved: 0, wire: 0 });
      }),
      { numRuns: 500 },
    );
  });

  it("accepts any depth", () => {
    const deep = (depth: number): LinkedDocument =>
      decode(
        Uint8Array.from([
          3,
          1,
          0x6a,
          0,
          ...new Array<number>(depth).fill(0x45),
          ...new Array<number>(depth).fill(1),
        ]),
      );
    expect(compareDocuments(deep(20_000), deep(20_001)).counts.added).toBe(1);
  });
});

describe("revertRow", () => {
  it("reverts one row after another until none is left", () => {
    fc.assert(
      fc.property(sampleTree, sampleTree, (one, other) => {
        if (one.kind !== "element" || other.kind !== "element") return;
        const root = { kind: "element", page: 0, token: 5 } as const;
        const original = decode(
          encodeSample({ ...root, content: [one, { ...root, token: 7, content: null }] }),
        );
        let current = decode(
          encodeSample({ ...root, content: [{ ...root, token: 7, content: null }, other] }),
        );
        for (let step = 0; step < 60; step++) {
          const comparison = compareDocuments(original, current);
          const index = listRows(comparison.rows).findIndex(
            ({ difference, depth }) => depth > 0 && !["same", "moved"].includes(difference),
          );
          if (index < 0) break;
          const revert = revertRow(original, current, comparison, index);
          if (revert === undefined) throw new Error("what differs can be put back");
          const patches = "patches" in revert ? revert.patches : revise(current, revert.edit.text).patches;
          current = decode(applyPatches(current.bytes, patches));
        }
        const { counts } = compareDocuments(original, current);
        expect({ ...counts, moved: 0 }).toEqual({ changed: 0, removed: 0, added: 0, moved: 0, wire: 0 });
      }),
      { numRuns: 300 },
    );
  });

  it("reverts the root together with its namespace declarations", () => {
    const original = sync("<GetChanges/>");
    const current = sync("<WindowSize>5</WindowSize>");
    const comparison = compareDocuments(original, current);
    const revert = revertRow(original, current, comparison, 0);
    if (revert === undefined || !("edit" in revert)) throw new Error("the root differs inside");
    expect(applyPatches(current.bytes, revise(current, revert.edit.text).patches)).toEqual(original.bytes);
  });

  it("restores a removed element to its position, and changes nothing else", () => {
    const original = sync(
      "<Options><Class>SMS</Class></Options><GetChanges>1</GetChanges><WindowSize>5</WindowSize>",
    );
    const current = sync("<Options><Class>SMS</Class></Options><WindowSize>5</WindowSize>");
    const comparison = compareDocuments(original, current);
    const index = listRows(comparison.rows).findIndex(({ difference }) => difference === "removed");
    const revert = revertRow(original, current, comparison, index);
    if (revert === undefined || !("edit" in revert)) throw new Error("GetChanges can be put back");
    expect(applyPatches(current.bytes, revise(current, revert.edit.text).patches)).toEqual(original.bytes);
  });

  it("has nothing to restore where nothing differs, or where the root is another one", () => {
    const original = document('<Sync xmlns="AirSync"/>');
    const same = compareDocuments(original, original);
    expect([0, 1, -1].map((index) => revertRow(original, original, same, index))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const other = document('<Ping xmlns="Ping"/>');
    const comparison = compareDocuments(original, other);
    const index = listRows(comparison.rows).findIndex(({ difference }) => difference === "removed");
    expect([index >= 0, revertRow(original, other, comparison, index)]).toEqual([true, undefined]);
  });
});
