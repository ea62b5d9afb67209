import { describe, expect, it } from "vitest";
import { easCodeSpace } from "../../eas/codeSpace";
import { planXml } from "../plan/fromXml";
import type { PlanNode } from "../plan/plan";
import { matchPlans } from "./match";

const nodes = (xml: string): readonly PlanNode[] =>
  planXml(`<Sync xmlns="AirSync">${xml}</Sync>`, easCodeSpace).nodes;
const item = (id: string): string => `<Add><ServerId>${id}</ServerId></Add>`;

/** By new node, the matching old node (or -1), with `=` if everything inside is the same. */
function matched(before: string, after: string): string[] {
  const { old, same } = matchPlans(nodes(before), nodes(after));
  return Array.from(old, (index, i) => `${index}${same[i] === 1 ? "=" : ""}`);
}

describe("matchPlans", () => {
  it("keeps an identical text in one piece", () => {
    expect(matched(item("1") + item("2"), item("1") + item("2"))[0]).toBe("0=");
  });

  it("pairs the elements of a changed value but not the value", () => {
    expect(matched(item("1"), item("2"))).toEqual(["0", "1", "2", "-1"]);
  });

  it("keeps equal nodes around an insertion or a removal", () => {
    expect(matched(item("1") + item("3"), item("1") + item("2") + item("3"))).toEqual([
      "0",
      "1=",
      "-1",
      "-1",
      "-1",
      "-1",
      "-1",
      "4=",
      "-1",
      "-1",
    ]);
    expect(matched(item("1") + item("2") + item("3"), item("1") + item("3"))).toEqual([
      "0",
      "1=",
      "-1",
      "-1",
      "7=",
      "-1",
      "-1",
    ]);
  });

  it("never crosses pairs: if two nodes swap places, one is kept", () => {
    const { old } = matchPlans(nodes(item("1") + item("2")), nodes(item("2") + item("1")));
    const pairs = [...old].filter((index) => index >= 0);
    expect(pairs).toEqual([...pairs].sort((a, b) => a - b));
    expect(pairs).toHaveLength(2);
  });

  it("pairs only elements with the same tag", () => {
    expect(matched("<Add/><Status/>", "<Change/><Status>1</Status>")).toEqual(["0", "-1", "2", "-1"]);
  });

  it("does not confuse an element without content with an empty element", () => {
    expect(matched("<Add/>", "<Add></Add>")).toEqual(["0", "1"]);
  });

  it("pairs children of pairs, regardless of what is around them", () => {
    expect(
      matched(`<Commands>${item("1")}${item("2")}</Commands>`, `<Commands>${item("2")}</Commands><Status/>`),
    ).toEqual(["0", "1", "5=", "-1", "-1", "-1"]);
  });

  it("handles thousands of siblings of which every other one has changed", () => {
    const many = (from: number): string =>
      Array.from({ length: 3000 }, (_, i) => item(String(i % 2 === 0 ? i : i + from))).join("");
    const { old } = matchPlans(nodes(many(0)), nodes(many(5000)));
    expect(old.filter((index) => index === -1).length).toBeLessThan(3000 * 3);
    expect([...old].filter((index) => index > 0)).toEqual(
      [...old].filter((index) => index > 0).sort((a, b) => a - b),
    );
  });

  it("finds unchanged nodes among thousands of siblings, with insertions and changes far apart", () => {
    const items = Array.from({ length: 5000 }, (_, i) => item(String(i)));
    const { same } = matchPlans(
      nodes(items.join("")),
      nodes([item("new"), ...items.with(4990, item("changed"))].join("")),
    );
    expect(same.reduce((count, one) => count + one, 0)).toBe(4999);
  });

  it("takes time linear in the number of siblings if none has a pair", () => {
    const { old } = matchPlans(nodes("<Add/>".repeat(60_000)), nodes("<Delete/>".repeat(60_000)));
    expect(old.filter((index) => index >= 0)).toHaveLength(1);
  });
});
