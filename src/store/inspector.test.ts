import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hex } from "../testing/bytes";
import { startEditing } from "./editing";
import { editingOf, useInspector } from "./inspector";

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

  it("merges a new choice of context with the earlier ones", () => {
    state().setContext({ version: "14.1" });
    state().setContext({ folder: "inbox" });
    expect(state().context).toEqual({
      direction: "auto",
      version: "14.1",
      folder: "inbox",
      product: "unknown",
    });
  });

  it("has at most one dialog open, and the theme and hidden panes that were set", () => {
    state().openDialog("search");
    state().openDialog("compare");
    state().setTheme("dark");
    state().setFolded(new Set(["tree"]));
    state().announce("Copied");
    expect(state()).toMatchObject({ dialog: "compare", theme: "dark", announcement: "Copied" });
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
