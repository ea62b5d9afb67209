import { beforeEach, describe, expect, it } from "vitest";
import { editText } from "../../store/edits";
import { editingOf, useInspector } from "../../store/inspector";
import { addCaptures } from "../../store/opening";
import { hex } from "../../testing/bytes";
import { addCopyOfShown, addEmptyPayload } from "./newPayload";

const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const state = () => useInspector.getState();
const shown = () => state().captures[state().current];

beforeEach(() => useInspector.setState(useInspector.getInitialState()));

describe("an empty payload", () => {
  it("has a header, and takes the first element as XML", () => {
    addEmptyPayload();
    expect(editingOf(shown())?.document.bytes).toEqual(hex("03 01 6A 00"));
    editText('<Sync xmlns="AirSync"/>');
    expect(editingOf(shown())?.document.bytes).toEqual(hex("03 01 6A 00 05"));
  });
});

describe("a copy of the payload that is shown", () => {
  const http = { method: "POST", url: "/Microsoft-Server-ActiveSync?Cmd=Sync", headers: [] };

  beforeEach(() => {
    const facts = { label: "Sync", direction: "request", exchange: "8", http, version: "14.1" } as const;
    addCaptures([{ ...facts, payload, origin: {}, problems: [] }], "Opened");
    editText((editingOf(shown())?.text() ?? "").replace(">7<", ">8<"));
  });

  it("has the bytes as edited and the facts, and starts its own history", () => {
    state().setContext({ folder: "inbox" });
    addCopyOfShown();
    expect(state().captures).toHaveLength(2);
    expect(shown()).toMatchObject({
      title: "Copy of Sync",
      context: { folder: "inbox" },
      capture: { command: "Sync", direction: "request", version: "14.1", http },
    });
    expect(shown()?.capture?.exchange).toBeUndefined();
    expect(editingOf(shown())?.document.bytes[9]).toBe(0x38);
    expect(editingOf(shown())?.undo).toEqual([]);
  });

  it("has the text if that can't be encoded", () => {
    editText("<Sync");
    addCopyOfShown();
    expect(editingOf(shown())).toMatchObject({ isDraft: true, typed: "<Sync" });
  });
});
