import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nothingChosen } from "../session/messageContext";
import { hex } from "../testing/bytes";
import { startEditing } from "./editing";
import { editingOf, type OpenCapture, useInspector } from "./inspector";

const state = () => useInspector.getState();
const range = (start: number, end = start + 1) => ({ start, end });

beforeEach(() => {
  vi.useFakeTimers();
  useInspector.setState(useInspector.getInitialState(), true);
});
afterEach(() => vi.useRealTimers());

/** Selects a place and stays there for a number of milliseconds. */
function stay(at: number, milliseconds: number): void {
  state().select(range(at), "tree");
  vi.advanceTimersByTime(milliseconds);
}

describe("the state of the page", () => {
  it("has one selection, with its source and the byte that was clicked", () => {
    state().select(range(4, 9), "bytes", 6);
    expect(state().selection).toEqual({ range: range(4, 9), by: "bytes", at: 6 });
    state().select(range(4, 9), "tree");
    expect(state().selection).toEqual({ range: range(4, 9), by: "tree" });
    state().select(undefined, "tree");
    expect(state().selection).toBeUndefined();
  });

  it("changes nothing if the same bytes are hovered over again", () => {
    state().point(range(4), "bytes");
    const { hover } = state();
    state().point(range(4), "tree");
    expect(state().hover).toBe(hover);
    state().point(range(5), "tree");
    expect(state().hover).toEqual({ range: range(5), by: "tree" });
    state().point(undefined, "tree");
    expect(state().hover).toBeUndefined();
  });

  it("collapses and expands elements one by one", () => {
    state().toggle(4);
    state().toggle(9);
    state().toggle(4);
    expect([...state().collapsed]).toEqual([9]);
  });

  const openOf = (source: string, exchange?: string): OpenCapture => ({
    label: "x",
    capture: {
      label: "x",
      source,
      ...(exchange !== undefined && { exchange }),
      direction: undefined,
      payload: new Uint8Array(0),
      origin: {},
      problems: [],
    },
    content: undefined,
  });
  const contexts = () => state().captures.map(({ context }) => context);

  it("keeps what is specified about a capture with that capture, and merges it with what was earlier", () => {
    useInspector.setState({ captures: [openOf("a"), openOf("b")], current: 0 });
    state().setContext({ version: "14.1" });
    state().setContext({ folder: "inbox", direction: "request" });
    expect(contexts()).toEqual([
      { direction: "request", version: "14.1", folder: "inbox", product: "unknown" },
      undefined,
    ]);
  });

  it("applies a version and a folder to the exchange, and a server to the source", () => {
    const captures = [openOf("a", "1"), openOf("a", "1"), openOf("a", "2"), openOf("b", "1")];
    useInspector.setState({ captures, current: 1 });
    state().setContext({ version: "14.1", product: "exchange2010", direction: "response" });
    const ofSource = { ...nothingChosen, product: "exchange2010" };
    expect(contexts()).toEqual([
      { ...ofSource, version: "14.1" },
      { ...ofSource, version: "14.1", direction: "response" },
      ofSource,
      undefined,
    ]);
    expect(state().captures[3]).toBe(captures[3]);
  });

  it("specifies nothing while nothing is open", () => {
    state().setContext({ version: "14.1" });
    expect(state().captures).toEqual([]);
  });

  it("has at most one dialog open, and the theme and hidden panes that were set", () => {
    state().openDialog("search");
    state().openDialog("export");
    state().setTheme("dark");
    state().setFolded(new Set(["tree"]));
    state().announce("Copied");
    expect(state()).toMatchObject({ dialog: "export", theme: "dark", announcement: "Copied" });
    expect([...state().folded]).toEqual(["tree"]);
  });
});

describe("the trail", () => {
  it("keeps the places where the selection stayed, and not those that it only passed", () => {
    stay(1, 5000);
    stay(2, 100);
    stay(3, 5000);
    stay(4, 5000);
    expect(state().trail.back).toEqual([
      { capture: 0, range: range(1) },
      { capture: 0, range: range(3) },
    ]);
  });

  it("does not keep a place that is selected again", () => {
    stay(1, 5000);
    stay(1, 5000);
    expect(state().trail.back).toEqual([]);
  });

  it("drops the oldest of more than 200 places, and the places ahead", () => {
    useInspector.setState({ trail: { back: [], forward: [{ capture: 0, range: range(9) }], since: 0 } });
    for (let at = 0; at <= 201; at++) stay(at, 1000);
    expect(state().trail.back).toHaveLength(200);
    expect(state().trail.back[0]).toEqual({ capture: 0, range: range(1) });
    expect(state().trail.forward).toEqual([]);
  });
});

describe("editingOf", () => {
  it("exists for a payload that was shown, and for nothing else", () => {
    const editing = startEditing(hex("03 01 6A 00 05"));
    const open = { label: "Sync", capture: undefined };
    expect(editingOf({ ...open, content: { kind: "payload", editing } })).toBe(editing);
    expect(editingOf({ ...open, content: { kind: "text", text: "<html>" } })).toBeUndefined();
    expect(editingOf({ ...open, content: undefined })).toBeUndefined();
    expect(editingOf(undefined)).toBeUndefined();
  });
});
