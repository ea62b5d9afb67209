import { beforeEach, describe, expect, it } from "vitest";
import { hex } from "../../testing/bytes";
import { isSamePlace, type JudgedPayload, listExpanded, placeOf, setExpanded } from "./expanded";
import type { Finding } from "./listFindings";

const at = (start: number | undefined, message = "m", code = "x/y"): Finding => ({
  code,
  severity: "error",
  message,
  why: undefined,
  spec: undefined,
  range: start === undefined ? undefined : { start, end: start + 1 },
  text: undefined,
  element: undefined,
  fixes: [],
});

describe("a finding", () => {
  it("is the same with another message at its place, unless its rule reports several there", () => {
    const [one, other] = [at(3, "6 is too much"), at(3, "7 is too much")];
    expect(isSamePlace(placeOf(one, [one]), placeOf(other, [other]))).toBe(true);
    const both = [one, other];
    expect(isSamePlace(placeOf(one, both), placeOf(other, both))).toBe(false);
    expect(isSamePlace(placeOf(one, both), placeOf(one, both))).toBe(true);
  });

  it("is another one at another place, or of another rule", () => {
    const place = placeOf(at(3), []);
    expect(isSamePlace(place, placeOf(at(4), []))).toBe(false);
    expect(isSamePlace(place, placeOf(at(3, "m", "x/z"), []))).toBe(false);
  });

  it("without bytes is the one with its message", () => {
    const place = placeOf(at(undefined, "a"), []);
    expect(isSamePlace(place, placeOf(at(undefined, "a"), []))).toBe(true);
    expect(isSamePlace(place, placeOf(at(undefined, "b"), []))).toBe(false);
  });
});

describe("the details", () => {
  const bytes = hex("03 01 6A 00 45 4F 58 03 36 00 01 01 01");
  let payload: JudgedPayload;
  beforeEach(() => {
    payload = { origin: {}, bytes };
  });
  const starts = (now: Uint8Array) => listExpanded({ ...payload, bytes: now }).map(({ start }) => start);

  it("stay shown until they are hidden", () => {
    const place = placeOf(at(6), [at(6)]);
    expect(starts(bytes)).toEqual([]);
    setExpanded(payload, place, true);
    expect(starts(bytes)).toEqual([6]);
    setExpanded(payload, place, false);
    expect(starts(bytes)).toEqual([]);
  });

  it("stay with a finding whose bytes move", () => {
    setExpanded(payload, placeOf(at(6), []), true);
    expect(starts(hex("03 01 6A 00 45 5C 4F 58 03 36 00 01 01 01"))).toEqual([7]);
  });

  it("do not pass to the next finding when the bytes of theirs are removed", () => {
    setExpanded(payload, placeOf(at(6), []), true);
    expect(starts(hex("03 01 6A 00 45 4F 01 01"))).toEqual([]);
  });

  it("belong to one payload", () => {
    setExpanded(payload, placeOf(at(6), []), true);
    expect(listExpanded({ origin: {}, bytes })).toEqual([]);
  });
});
