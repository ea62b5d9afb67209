import { beforeEach, describe, expect, it } from "vitest";
import type { Capture, Reading } from "../formats/format";
import { hex } from "../testing/bytes";
import { editText, showCapture } from "./edits";
import { editingOf, isEdited, useInspector } from "./inspector";
import {
  addCaptures,
  closeAll,
  closeCapture,
  closeOthers,
  closeSource,
  openOtherReading,
  openReading,
  openReadingInstead,
  openXml,
  reopen,
} from "./opening";
import { type OpenStep, takeOpenState, undoStep } from "./openState";

/** Sync, with SyncKey "7" at 9 and CollectionId "15" at 14. */
const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const syncKey = { start: 9, end: 10 };

const captureOf = (label: string, facts: Partial<Capture> = {}): Capture => ({
  label,
  direction: "request",
  payload,
  origin: {},
  problems: [],
  ...facts,
});
const readingOf = (...captures: readonly Capture[]): Reading => ({
  format: "hex",
  title: "Hex",
  summary: "Hex",
  captures,
  problems: [],
  alternatives: [],
});
const unreadable: Reading = {
  ...readingOf(),
  problems: [{ code: "nothing", severity: "error", message: "Nothing." }],
};

const state = () => useInspector.getState();
const labels = () => state().captures.map(({ label }) => label);
const sourceOf = (index: number) => state().captures[index]?.capture?.source;
const sources = () => state().sources.map(({ name }) => name);
const text = (index: number) => editingOf(state().captures[index])?.text() ?? "";

function edit(index: number, key: string): void {
  showCapture(index);
  editText(text(index).replace(/(?<=<SyncKey>)\w*/, key));
}
const keyIn = (index: number) => /<SyncKey>(\w*)/.exec(text(index))?.[1];

/** The step, which must have been taken. */
function taken(step: OpenStep | undefined): OpenStep {
  if (step === undefined) throw new Error("nothing was opened");
  return step;
}

beforeEach(() => {
  useInspector.setState(useInspector.getInitialState(), true);
  openReading(readingOf(captureOf("one"), captureOf("two")), "session.har");
});

describe("opening", () => {
  it("adds to what is open, and shows the first capture with a body", () => {
    const empty = captureOf("empty", { payload: new Uint8Array(0) });
    const reading = readingOf(empty, captureOf("three"));
    openReading(reading, "Pasted text");
    expect(labels()).toEqual(["one", "two", "empty", "three"]);
    expect(state()).toMatchObject({ current: 3, announcement: "Hex" });
    expect(state().captures.map(({ content }) => content?.kind)).toEqual([
      "payload",
      undefined,
      undefined,
      "payload",
    ]);
    expect(sources()).toEqual(["session.har", "Pasted text"]);
    expect(state().sources[1]?.reading).toBe(reading);
  });

  it("gives each input a name that no other open input has", () => {
    openReading(readingOf(captureOf("a")), "Pasted text");
    openReading(readingOf(captureOf("b")), "Pasted text");
    openXml("Pasted text", '<Ping xmlns="Ping"/>');
    openReading(readingOf(captureOf("c")), "session.har");
    const names = ["session.har", "Pasted text", "Pasted text 2", "Pasted text 3", "session.har 2"];
    expect(sources()).toEqual(names);
    expect([1, 2, 3, 4, 5].map(sourceOf)).toEqual(names);
  });

  it("keeps the sources that captures of one input have, each made unique", () => {
    const files = [
      captureOf("a", { source: "a.txt" }),
      captureOf("b", { source: "session.har" }),
      captureOf("c", { source: "a.txt" }),
    ];
    openReading(readingOf(...files), "2 files");
    expect([2, 3, 4].map(sourceOf)).toEqual(["a.txt", "session.har 2", "a.txt"]);
    expect(sources()).toEqual(["session.har", "a.txt", "session.har 2"]);
  });

  it("changes nothing if an input contains no capture, and says why until the next one is opened", () => {
    const before = takeOpenState();
    expect(openReading(unreadable, "notes.txt")).toBeUndefined();
    expect(openReadingInstead(unreadable, "notes.txt")).toBeUndefined();
    expect(takeOpenState()).toEqual({ ...before, refused: { name: "notes.txt", reading: unreadable } });
    expect(state().announcement).toContain("Nothing.");
    openReading(readingOf(captureOf("a")), "a");
    expect(state().refused).toBeUndefined();
  });

  it("starts without a selection, and can go back to earlier places", () => {
    state().select(syncKey, "tree");
    state().toggle(4);
    const back = [{ capture: 0, range: syncKey }];
    useInspector.setState({ trail: { back, forward: [], since: 0 } });
    openReading(readingOf(captureOf("a")), "a");
    expect(state()).toMatchObject({ selection: undefined, trail: { back } });
    expect(state().collapsed.size).toBe(0);
  });

  it("opens the payload that an XML text encodes to", () => {
    openXml("mine", '<Ping xmlns="Ping"/>');
    expect(editingOf(state().captures[2])?.document.bytes).toEqual(hex("03 01 6A 00 00 0D 05"));
    expect(state().captures[2]).toMatchObject({ title: "mine", capture: { source: "mine" } });
    expect(isEdited(state().captures[2])).toBe(false);
  });

  it("keeps an XML text that can't be encoded as a draft, which no undo takes away", () => {
    openXml("mine", '<Ping xmlns="Ping"');
    const editing = editingOf(state().captures[2]);
    expect([editing?.isDraft, editing?.text(), editing?.undo]).toEqual([true, '<Ping xmlns="Ping"', []]);
  });

  it("starts with nothing specified, whatever was specified about another capture", () => {
    state().setContext({ version: "12.1", folder: "calendar" });
    openReading(readingOf(captureOf("a")), "a");
    expect(state().captures[2]?.context).toBeUndefined();
    expect(state().captures[0]?.context).toMatchObject({ version: "12.1", folder: "calendar" });
  });
});

describe("opening instead", () => {
  it("closes everything else, and undoing brings it back with its edits and its place", () => {
    edit(1, "8");
    state().select(syncKey, "tree");
    state().setContext({ version: "14.1" });
    const before = takeOpenState();
    const step = taken(openReadingInstead(readingOf(captureOf("a")), "session.har"));
    expect(labels()).toEqual(["a"]);
    expect(sources()).toEqual(["session.har"]);
    undoStep(step);
    expect(takeOpenState()).toEqual(before);
    expect(state().captures[1]).toBe(before.captures[1]);
  });

  it("closes what was open before a step, and keeps what the step opened", () => {
    const step = taken(openReading(readingOf(captureOf("a")), "a"));
    const closing = closeOthers(step);
    expect(labels()).toEqual(["a"]);
    expect(state().current).toBe(0);
    undoStep(closing);
    expect(labels()).toEqual(["one", "two", "a"]);
    expect(sources()).toEqual(["session.har", "a"]);
  });
});

describe("another reading of an input", () => {
  it("takes the place of that input alone", () => {
    const [source] = state().sources;
    if (source === undefined) throw new Error("it was opened");
    openReading(readingOf(captureOf("a")), "a");
    edit(0, "8");
    const other = readingOf(captureOf("whole"));
    const step = taken(openOtherReading(other, source));
    expect(labels()).toEqual(["whole", "a"]);
    expect(sources()).toEqual(["session.har", "a"]);
    expect(state().sources[0]?.reading).toBe(other);
    expect(state().current).toBe(0);
    undoStep(step);
    expect(labels()).toEqual(["one", "two", "a"]);
    expect(keyIn(0)).toBe("8");
    expect(state().sources[0]).toBe(source);
  });

  it("is added if the first reading contained nothing", () => {
    openReading(unreadable, "notes.txt");
    const { refused } = state();
    if (refused === undefined) throw new Error("it was refused");
    openOtherReading(readingOf(captureOf("a")), refused);
    expect(labels()).toEqual(["one", "two", "a"]);
    expect(sources()).toEqual(["session.har", "notes.txt"]);
  });
});

describe("a pasted text", () => {
  const pastedOf = (value: string) => ({ length: value.length, text: value });
  const textOf = (index: number) => state().sources[index]?.pasted?.text;

  it("stays with what was read from it, also when that is read in another way", () => {
    openReading(readingOf(captureOf("a")), "Pasted text", pastedOf("03 01"));
    expect([textOf(0), textOf(1)]).toEqual([undefined, "03 01"]);
    const [, source] = state().sources;
    if (source === undefined) throw new Error("it was opened");
    openOtherReading(readingOf(captureOf("b")), source);
    expect(textOf(1)).toBe("03 01");
  });

  it("can take the place of an earlier one, which comes back with undo", () => {
    openReading(readingOf(captureOf("a")), "Pasted text", pastedOf("03 01"));
    const [, source] = state().sources;
    if (source === undefined) throw new Error("it was opened");
    const step = taken(openOtherReading(readingOf(captureOf("b")), source, pastedOf("03 02")));
    expect(labels()).toEqual(["one", "two", "b"]);
    expect(textOf(1)).toBe("03 02");
    undoStep(step);
    expect(labels()).toEqual(["one", "two", "a"]);
    expect(textOf(1)).toBe("03 01");
  });

  it("is there again when its source is opened again", () => {
    openReading(readingOf(captureOf("a")), "Pasted text", pastedOf("03 01"));
    closeSource("Pasted text");
    const [closed] = state().closed;
    if (closed === undefined) throw new Error("it was closed");
    reopen(closed);
    expect(textOf(1)).toBe("03 01");
  });
});

describe("closing", () => {
  beforeEach(() => {
    openReading(readingOf(captureOf("a"), captureOf("b")), "a.har");
    openReading(readingOf(captureOf("c")), "c.har");
  });

  it("closes a source, and shows the next capture if its own was shown", () => {
    showCapture(2);
    const step = closeSource("a.har");
    expect(labels()).toEqual(["one", "two", "c"]);
    expect(sources()).toEqual(["session.har", "c.har"]);
    expect(state().current).toBe(2);
    undoStep(step);
    expect(labels()).toEqual(["one", "two", "a", "b", "c"]);
    expect(state().current).toBe(2);
  });

  it("leaves what is shown as it is if another source is closed", () => {
    showCapture(4);
    state().select(syncKey, "tree");
    const trail = { back: [0, 2, 4].map((capture) => ({ capture, range: syncKey })), forward: [], since: 0 };
    useInspector.setState({ trail });
    closeSource("a.har");
    expect(state()).toMatchObject({ current: 2, selection: { range: syncKey } });
    expect(state().trail.back.map(({ capture }) => capture)).toEqual([0, 2]);
  });

  it("closes one capture, and its source with the last one", () => {
    showCapture(4);
    const step = closeCapture(4);
    expect(labels()).toEqual(["one", "two", "a", "b"]);
    expect(state().current).toBe(3);
    expect(editingOf(state().captures[3])).toBeDefined();
    expect(sources()).toEqual(["session.har", "a.har"]);
    undoStep(step);
    expect(sources()).toEqual(["session.har", "a.har", "c.har"]);
  });

  it("closes everything, which can be undone too", () => {
    edit(3, "9");
    const before = takeOpenState();
    state().showPane("bytes");
    const step = closeAll();
    expect(state().shownPane).toBeUndefined(); // what is opened next begins with the first pane
    expect(state()).toMatchObject({ captures: [], sources: [], current: 0, selection: undefined });
    undoStep(step);
    expect(takeOpenState()).toEqual(before);
  });
});

describe("undoing a step after others", () => {
  it("keeps edits that were made since then", () => {
    const step = taken(openReading(readingOf(captureOf("a")), "a"));
    edit(0, "8");
    undoStep(step);
    expect(labels()).toEqual(["one", "two"]);
    expect(keyIn(0)).toBe("8");
  });

  it("keeps what was opened since then, and brings nothing back that was closed since then", () => {
    const first = taken(openReading(readingOf(captureOf("a")), "a"));
    addCaptures([captureOf("b")], "added");
    closeSource("session.har");
    undoStep(first);
    expect(labels()).toEqual(["b"]);
    expect(state().captures[state().current]?.label).toBe("b");
  });

  it("gives a source another name if its own was taken since then", () => {
    const step = closeSource("session.har");
    openReading(readingOf(captureOf("new")), "session.har");
    undoStep(step);
    expect(labels()).toEqual(["one", "two", "new"]);
    expect([0, 1, 2].map(sourceOf)).toEqual(["session.har 2", "session.har 2", "session.har"]);
    expect(sources()).toEqual(["session.har 2", "session.har"]);
  });
});

describe("captures of the page itself", () => {
  it("are added with their labels as titles", () => {
    addCaptures([captureOf("Template"), captureOf("Other")], "added", "Templates");
    expect(
      state()
        .captures.slice(2)
        .map(({ title }) => title),
    ).toEqual(["Template", "Other"]);
    expect(sources()).toEqual(["session.har", "Templates"]);
    expect(state()).toMatchObject({ current: 2, announcement: "added" });
  });
});

describe("what was closed in this tab", () => {
  beforeEach(() => useInspector.setState(useInspector.getInitialState(), true));

  const closed = () => state().closed.map(({ name, captures }) => [name, captures.length]);
  const openTwo = (): void => {
    openReading(readingOf(captureOf("A1"), captureOf("A2")), "a.har");
    openReading(readingOf(captureOf("B1")), "b.har");
  };

  it("is listed by source, the latest first, and opened again with its edits and its reading", () => {
    openTwo();
    const reading = state().sources[0]?.reading;
    edit(0, "8");
    closeSource("b.har");
    closeCapture(1);
    closeSource("a.har");
    expect(closed()).toEqual([
      ["a.har", 1],
      ["a.har", 1],
      ["b.har", 1],
    ]);
    const [last] = state().closed;
    if (last !== undefined) reopen(last);
    expect([labels(), sources(), keyIn(0)]).toEqual([["A1"], ["a.har"], "8"]);
    expect(state().sources[0]?.reading).toBe(reading);
    expect(closed()).toHaveLength(2);
  });

  it("is no longer listed when the closing is undone, and is when the opening is", () => {
    openTwo();
    const step = closeAll();
    expect(closed()).toHaveLength(2);
    undoStep(step);
    expect(closed()).toEqual([]);
    undoStep(taken(openReading(readingOf(captureOf("C1")), "c.har")));
    expect(closed()).toEqual([["c.har", 1]]);
  });

  it("does not list what was read in another way, and no more than a few", () => {
    openReading(readingOf(captureOf("A1")), "a.har");
    const [source] = state().sources;
    if (source !== undefined) openOtherReading(readingOf(captureOf("A2")), source);
    expect(closed()).toEqual([]);
    for (let number = 0; number < 12; number++)
      openReadingInstead(readingOf(captureOf("X")), `${number}.har`);
    expect(closed()[0]).toEqual(["10.har", 1]);
    expect(closed()).toHaveLength(8);
  });
});
