import { describe, expect, it } from "vitest";
import { conversations } from "../../session/conversations";
import { type ListedExchange, listSession } from "../../store/sessionList";
import { enrolment, toTraffic } from "../../testing/traffic";
import { type ColumnId, columns, sortExchanges } from "./columns";
import { makeTimeScale } from "./timeScale";

const captures = toTraffic(enrolment).map((capture, index) => ({
  label: "",
  capture: index < 8 ? { ...capture, tookMs: 1000 - index } : capture,
  content: undefined,
}));
const session = { captures, conversations: conversations(captures.map(({ capture }) => capture)) };
const { exchanges } = listSession(captures, session);
const facts = { captures, edited: new Set<number>(), findCounts: () => undefined };
const sorted = (column: ColumnId, isDescending = false): string =>
  sortExchanges(exchanges, { column, isDescending }, facts)
    .map(({ exchange }) => exchange.name)
    .join("");

describe("the table of a session", () => {
  it("is ordered by any column, in either direction", () => {
    expect(sorted("number")).toBe("12345");
    expect(sorted("number", true)).toBe("54321");
    expect(sorted("command")).toBe("31245");
    expect(sorted("took")).toBe("54321");
    expect(sorted("down", true)[0]).toBe("5");
    for (const { id } of columns) expect(sorted(id).split("").toSorted().join("")).toBe("12345");
  });

  it("has what is not known last, in both directions", () => {
    expect(sorted("keys")).toMatch(/12$/);
    expect(sorted("keys", true)).toMatch(/12$/);
  });
});

const at = (startedAt: number, tookMs: number, isHeld = false): ListedExchange => {
  const [listed] = exchanges;
  if (listed === undefined) throw new Error("there is one");
  const summary = { text: "", ...(isHeld && { isHeld: true as const }) };
  return { ...listed, exchange: { ...listed.exchange, startedAt, tookMs, summary } };
};

describe("the scale of the waterfall", () => {
  it("is true to time where something happens", () => {
    const scale = makeTimeScale([at(1000, 1000), at(2000, 3000)]);
    expect([1000, 2000, 5000].map((time) => scale?.(time))).toEqual([0, 0.25, 1]);
    expect(scale?.(0)).toBe(0);
    expect(scale?.(9000)).toBe(1);
  });

  it("squeezes quiet stretches, and those in which the client only waits", () => {
    const quiet = makeTimeScale([at(0, 1000), at(1_000_000, 1000)]);
    expect(quiet?.(1000)).toBeCloseTo(0.25, 5);
    expect(quiet?.(1_000_000)).toBeCloseTo(0.75, 5);
    const held = makeTimeScale([at(0, 1000), at(1000, 998_000, true), at(1_000_000, 1000)]);
    expect(held?.(1_000_000)).toBeCloseTo(0.75, 5);
  });

  it("is missing without times", () => {
    const { startedAt: _, ...exchange } = at(0, 0).exchange;
    expect(makeTimeScale([{ ...at(0, 0), exchange }])).toBeUndefined();
  });
});
