import { describe, expect, it } from "vitest";
import { hex } from "../testing/bytes";
import { makeFindingList } from "./findingList";
import { lint } from "./lint";
import type { Rule } from "./rule";
import { rules } from "./rules";
import { viewMessage } from "./view";

const [rule] = rules;
const view = (index: number) => viewMessage({ bytes: hex("03 01 6A 00 45 4E 01 01") }, index, {});

/** A rule with one message, and so many findings of it in a message. */
function fill(counts: readonly number[], own: readonly Rule[]) {
  const list = makeFindingList();
  counts.forEach((count, index) => {
    const shown = view(index);
    for (const one of own) {
      const [id = ""] = Object.keys(one.messages);
      for (let n = 0; n < count; n++) list.reportOf(one, shown)(shown.root, id);
    }
  });
  return list.list();
}

describe("a list of findings", () => {
  it("has a thousand of a rule in a message, and one that counts the rest", () => {
    const found = fill([1000, 1001, 3500], rule === undefined ? [] : [rule]);
    expect(found.filter(({ omitted }) => omitted === undefined)).toHaveLength(3000);
    const counted = found.filter(({ omitted }) => omitted !== undefined);
    expect(counted.map(({ messageIndex, omitted }) => [messageIndex, omitted])).toEqual([
      [1, 1],
      [2, 2500],
    ]);
    expect(counted[0]?.message).toContain("1 more finding of this rule");
    expect(counted[1]?.message).toContain("2,500 more findings of this rule");
    expect(counted[1]?.fixes).toEqual([]);
  });

  it("has a hundred thousand in all, and counts the rest rule by rule", () => {
    const own = rules.slice(0, 60);
    const found = fill([1000, 1000], own);
    expect(found.filter(({ omitted }) => omitted === undefined)).toHaveLength(100_000);
    const omitted = found.flatMap((one) => one.omitted ?? []);
    expect(omitted.reduce((sum, count) => sum + count, 0)).toBe(20_000);
    expect(omitted).toHaveLength(20);
  });

  it("counts with the worst severity, at the first that is not listed", () => {
    const list = makeFindingList();
    const shown = view(0);
    const report = rule && list.reportOf(rule, shown);
    const [id = ""] = Object.keys(rule?.messages ?? {});
    for (let n = 0; n < 1000; n++) report?.(shown.root, id, { severity: "info" });
    for (const [start, severity] of [
      [5, "info"],
      [6, "error"],
      [4, "warning"],
    ] as const)
      report?.(shown.root, id, { severity, range: { start, end: start + 1 } });
    expect(list.list().at(-1)).toMatchObject({
      severity: "error",
      range: { start: 5, end: 6 },
      omitted: 3,
    });
  });
});

describe("a megabyte of what is wrong everywhere", () => {
  it("has few findings, which say how many more there are", () => {
    const count = 300_000;
    const bytes = new Uint8Array(6 + count).fill(0x0e); // Status, which requests do not have
    bytes.set([3, 1, 0x6a, 0, 0x45]);
    bytes[bytes.length - 1] = 1;
    const found = lint([{ bytes, command: "Sync", direction: "request" }]);
    expect(found.length).toBeLessThan(10_000);
    const omitted = found.flatMap((one) => one.omitted ?? []);
    expect(omitted).toContain(count - 1000);
  });
});

describe("violations of the schema", () => {
  /** A Sync with so many children that may not stand there. */
  const misplaced = (count: number): Uint8Array =>
    Uint8Array.from([3, 1, 0x6a, 0, 0x45, ...new Uint8Array(count).fill(0x0f), 1]);
  const countOmitted = (bytes: Uint8Array): number | undefined =>
    lint([{ bytes, direction: "request" }]).find(
      ({ rule: id, omitted }) => id === "schema/misplaced" && omitted !== undefined,
    )?.omitted;

  it("are counted to the last, however many", () => {
    expect([1000, 1999, 2000, 2001, 50_000].map((count) => countOmitted(misplaced(count)))).toEqual([
      undefined,
      999,
      1000,
      1001,
      49_000,
    ]);
  });
});
