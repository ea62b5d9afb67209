import { describe, expect, it } from "vitest";
import type { Capture } from "../formats/format";
import { hex } from "../testing/bytes";
import { editXml, startEditing } from "./editing";
import type { OpenCapture } from "./inspector";
import { countSearchedBytes, getPayloadKey, toSearchedCapture } from "./toSearchedCapture";

const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const capture: Capture = {
  label: "Sync",
  direction: "request",
  command: "Sync",
  version: "14.1",
  payload,
  parts: [hex("01 02 03")],
  origin: {},
  problems: [],
};
const unopened: OpenCapture = { label: "Sync", capture, content: undefined };
const start = startEditing(payload);
const edited = editXml(start, start.text().replace(">7<", ">77<"), 0);
const showing = (editing: typeof start): OpenCapture => ({
  ...unopened,
  content: { kind: "payload", editing },
});

describe("a capture to search", () => {
  it("is the capture as read, with what is known about it, in separate bytes", () => {
    const searched = toSearchedCapture(unopened);
    expect(searched).toMatchObject({ label: "Sync", command: "Sync", version: "14.1", payload });
    expect([searched.content, searched.isEdited, searched.isDraft]).toEqual([undefined, false, false]);
    expect([searched.payload.buffer === payload.buffer, searched.parts]).toEqual([false, capture.parts]);
  });

  it("is its edited state, and the text of a draft", () => {
    const draft = editXml(edited, "<Sync", 5000);
    const { bytes } = edited.document;
    expect(toSearchedCapture(showing(start))).toMatchObject({ isEdited: false, payload });
    expect(toSearchedCapture(showing(edited))).toMatchObject({
      isEdited: true,
      isDraft: false,
      payload: bytes,
    });
    expect(toSearchedCapture(showing(draft))).toMatchObject({ isDraft: true, content: { xml: "<Sync" } });
    const text = { kind: "text", text: "<html>" } as const;
    expect(toSearchedCapture({ ...unopened, content: text })).toMatchObject({ content: text, payload });
  });

  it("counts the bytes to search", () => {
    expect([countSearchedBytes(unopened), countSearchedBytes(showing(edited))]).toEqual([24, 25]);
  });
});

describe("payloadKey", () => {
  it("changes with the bytes, and not when a capture is only shown", () => {
    expect(getPayloadKey(showing(start))).toBe(getPayloadKey(unopened));
    expect(getPayloadKey(showing(edited))).not.toBe(getPayloadKey(unopened));
    const example = { label: "Example", capture: undefined, content: showing(start).content } as const;
    expect(getPayloadKey(example)).toBe(payload);
    expect(getPayloadKey(undefined)).toBeUndefined();
  });
});
