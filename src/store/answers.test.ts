import { beforeEach, describe, expect, it } from "vitest";
import type { Capture } from "../formats/format";
import { hex } from "../testing/bytes";
import { answerRequest, findRequestFor } from "./answers";
import { editText, showCapture } from "./edits";
import { editingOf, type OpenCapture, useInspector } from "./inspector";
import { addCaptures, closeSource } from "./opening";
import { takeOpenState, undoStep } from "./openState";

const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const captureOf = (
  command: string,
  direction: Capture["direction"],
  facts: Partial<Capture> = {},
): Capture => ({
  label: `${command} ${direction ?? ""}`,
  command,
  direction,
  payload,
  origin: {},
  problems: [],
  ...facts,
});

const state = () => useInspector.getState();
const readFacts = ({ capture }: OpenCapture) => capture ?? {};
const find = (index: number, preferred?: number): number | undefined =>
  findRequestFor(
    state().captures,
    index,
    readFacts,
    preferred === undefined ? undefined : state().captures[preferred],
  );

beforeEach(() => {
  useInspector.setState(useInspector.getInitialState(), true);
  addCaptures([captureOf("Sync", "request")], "added", "first");
  addCaptures([captureOf("Ping", "request")], "added", "ping");
  addCaptures([captureOf("Sync", "request")], "added", "second");
});

describe("the request of a response that was opened", () => {
  beforeEach(() => {
    addCaptures([captureOf("Sync", "response")], "added", "answer");
  });

  it("is the latest for the same command, unless the preferred one is for it too", () => {
    expect(find(3)).toBe(2);
    expect(find(3, 0)).toBe(0);
    expect(find(3, 1)).toBe(2);
  });

  it("is none that has an answer already", () => {
    answerRequest(2, 3);
    addCaptures([captureOf("Sync", "response")], "added", "late");
    expect(find(4)).toBe(0);
    answerRequest(0, 4);
    addCaptures([captureOf("Sync", "response")], "added", "later");
    expect(find(5)).toBeUndefined();
  });

  it("does not exist for a request, another command, or one message of several", () => {
    expect(find(2)).toBeUndefined();
    addCaptures([captureOf("Search", "response")], "added", "search");
    expect(find(4)).toBeUndefined();
    addCaptures([captureOf("Sync", "response"), captureOf("Sync", "request")], "added", "both");
    expect(find(5)).toBeUndefined();
    expect(find(99)).toBeUndefined();
  });
});

describe("a response as the answer to a request", () => {
  beforeEach(() => {
    addCaptures([captureOf("Sync", "response")], "added", "answer");
  });
  const places = () =>
    state().captures.map(({ capture }) => [capture?.source, capture?.direction, capture?.exchange]);

  it("moves behind the request, into its source and its exchange, and is shown", () => {
    answerRequest(0, 3);
    expect(places()).toEqual([
      ["first", "request", "1"],
      ["first", "response", "1"],
      ["ping", "request", undefined],
      ["second", "request", undefined],
    ]);
    expect(state().current).toBe(1);
    expect(state().sources.map(({ name }) => name)).toEqual(["first", "ping", "second"]);
  });

  it("takes the exchange that the request has, and what was specified about the request", () => {
    addCaptures([captureOf("Sync", "request", { exchange: "8" })], "added", "third");
    state().setContext({ version: "14.1", direction: "request" });
    answerRequest(4, 3);
    expect(places().slice(3)).toEqual([
      ["third", "request", "8"],
      ["third", "response", "8"],
    ]);
    expect(state().captures[4]?.context).toMatchObject({ version: "14.1", direction: "auto" });
  });

  it("can be undone, and edits made since then stay", () => {
    const before = takeOpenState();
    const step = answerRequest(0, 3);
    undoStep(step);
    expect(takeOpenState()).toEqual(before);
    const again = answerRequest(0, 3);
    showCapture(1);
    editText((editingOf(state().captures[1])?.text() ?? "").replace(">7<", ">8<"));
    undoStep(again);
    expect(places()[3]).toEqual(["answer", "response", undefined]);
    expect(editingOf(state().captures[3])?.document.bytes[9]).toBe(0x38);
  });

  it("goes when its source is closed", () => {
    answerRequest(0, 3);
    closeSource("first");
    expect(state().captures.map(({ capture }) => capture?.source)).toEqual(["ping", "second"]);
  });
});
