import { describe, expect, it } from "vitest";
import type { Capture } from "../../formats/format";
import type { ChosenContext } from "../../session/messageContext";
import { readShareFragment, writeShareFragment } from "../../share/link";
import { editXml, startEditing } from "../../store/editing";
import { hex } from "../../testing/bytes";
import { toSharedPayload } from "./sharing";

const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const capture: Capture = {
  label: "Sync",
  direction: "request",
  command: "Sync",
  version: "14.1",
  payload,
  origin: {},
  problems: [],
};
const editing = startEditing(payload);
const open = { label: "Sync", capture, content: undefined };
const bare = { label: "Mine", capture: undefined, content: undefined };

describe("what is shared", () => {
  it("is the payload with its HTTP values", () => {
    expect(toSharedPayload(editing, open, undefined)).toEqual({
      label: "Sync request",
      bytes: payload,
      command: "Sync",
      direction: "request",
      version: "14.1",
    });
    expect(toSharedPayload(editing, bare, undefined)).toEqual({
      label: "Mine",
      bytes: payload,
    });
  });

  it("has the user's choices instead, the selection, and survives a link", async () => {
    const said: ChosenContext = {
      direction: "response",
      version: "16.1",
      folder: "inbox",
      product: "exchange2010",
    };
    const shared = toSharedPayload(editing, { ...open, context: said }, { start: 9, end: 10 });
    expect(shared).toEqual({
      label: "Sync response",
      bytes: payload,
      command: "Sync",
      ...said,
      selection: { start: 9, end: 10 },
    });
    expect(await readShareFragment((await writeShareFragment(shared)) ?? "")).toEqual({ shared });
  });

  it("has the text if it differs from the one that the bytes give", () => {
    const draft = editXml(editing, "<Sync", 0);
    expect(toSharedPayload(draft, open, undefined)).toMatchObject({
      bytes: payload,
      text: "<Sync",
    });
  });
});
