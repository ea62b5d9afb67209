import { describe, expect, it } from "vitest";
import type { Capture } from "../../formats/format";
import { conversations } from "../../session/conversations";
import { type ListedExchange, listSession } from "../../store/sessionList";
import { enrolment, toTraffic } from "../../testing/traffic";
import { findExchangeRow, findHead, findPinned, type ListRow, listRows, makeRowTops } from "./listRows";

function listOf(captures: readonly Capture[]) {
  const open = captures.map((capture) => ({ label: "", capture, content: undefined }));
  return listSession(open, { captures: open, conversations: conversations(captures) });
}

const list = listOf([
  ...toTraffic(enrolment.slice(0, 2), { source: "a" }),
  ...toTraffic(enrolment.slice(0, 2), { source: "a", user: "bob", deviceId: "B" }, 3),
  ...toTraffic(enrolment.slice(0, 1), { source: "b" }),
]);
const none: ReadonlySet<string> = new Set();
const tell = (row: ListRow): string => (row.kind === "exchange" ? row.listed.exchange.name : row.kind);

const tellAll = (rows: readonly ListRow[]): string => rows.map(tell).join(" ");

describe("the rows of the session", () => {
  it("are heads of sources and conversations, and their exchanges", () => {
    expect(tellAll(listRows(list, none))).toBe(
      "source conversation 1 2 conversation 3 4 source conversation 1",
    );
  });

  it("leave out what is folded, and count it", () => {
    const rows = listRows(list, none);
    const folded = listRows(list, new Set([rows[1]?.key ?? ""]));
    expect(tellAll(folded)).toBe("source conversation conversation 3 4 source conversation 1");
    expect(folded[1]).toMatchObject({ isFolded: true, count: 2 });
    const closed = listRows(list, new Set([rows[0]?.key ?? ""]));
    expect(closed.map(tell)).toEqual(["source", "source", "conversation", "1"]);
    expect(closed[0]).toMatchObject({ isFolded: true, count: 4 });
  });

  it("are those that fit, without groups in which none does", () => {
    const isThird = ({ exchange }: ListedExchange): boolean => exchange.name === "3";
    expect(listRows(list, none, isThird).map(tell)).toEqual(["source", "conversation", "3"]);
    expect(listRows(list, none, () => false)).toEqual([]);
  });

  it("have no head for the only conversation of a source if nothing is known of it", () => {
    const [request] = toTraffic(enrolment.slice(0, 1));
    const { payload = new Uint8Array(0) } = request ?? {};
    const pasted = {
      label: "",
      direction: undefined,
      payload,
      origin: {},
      problems: [],
      source: "Pasted text",
    };
    expect(listRows(listOf([pasted]), none).map(tell)).toEqual(["source", "1"]);
  });

  it("are found by their exchange, or by the head in which it is folded", () => {
    const rows = listRows(list, none);
    const listed = list.exchanges[1];
    expect(findExchangeRow(rows, listed)).toBe(3);
    expect(findExchangeRow(listRows(list, new Set([rows[1]?.key ?? ""])), listed)).toBe(1);
    expect(findExchangeRow(listRows(list, new Set([rows[0]?.key ?? ""])), listed)).toBe(0);
    expect(
      findExchangeRow(
        listRows(list, none, () => false),
        listed,
      ),
    ).toBe(-1);
    expect(findExchangeRow(rows, undefined)).toBe(-1);
  });
});

describe("where the rows stand", () => {
  const rows = listRows(list, none);
  const { total, topOf, indexAt } = makeRowTops(rows, { source: 28, conversation: 40, exchange: 40 });

  it("follows from their heights", () => {
    expect(total).toBe(28 + 6 * 40 + 28 + 2 * 40);
    expect([0, 1, 2, rows.length].map(topOf)).toEqual([0, 28, 68, total]);
    expect([0, 27, 28, 67, 68, total + 100].map(indexAt)).toEqual([0, 0, 1, 1, 2, rows.length - 1]);
  });

  it("decides which heads stay at the top", () => {
    const pinnedAt = (offset: number): readonly number[] =>
      findPinned(rows, [indexAt(offset), indexAt(offset + 28)]);
    expect(pinnedAt(0)).toEqual([0, 1]);
    expect(pinnedAt(100)).toEqual([0, 1]);
    expect(pinnedAt(topOf(4) - 28)).toEqual([0, 4]);
    expect(pinnedAt(topOf(7) - 28)).toEqual([0]); // the head of the next source is on its way to the top
    expect(pinnedAt(topOf(7))).toEqual([7, 8]);
    expect(findHead(rows, 5, "source")).toBe(0);
    expect(findPinned([], [0, 0])).toEqual([]);
  });
});
