import { describe, expect, it } from "vitest";
import type { Capture } from "../formats/format";
import { hex } from "../testing/bytes";
import { editXml, startEditing } from "./editing";
import type { OpenCapture } from "./inspector";
import type { Session } from "./session";
import { countSearchedBytes, getPayloadKey, readCaptureFacts, toSearchedCapture } from "./toSearchedCapture";

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

const unread: Session = { conversations: [], captures: [] };

describe("a capture to search", () => {
  it("is the capture as read, with what is known about it, in separate bytes", () => {
    const searched = toSearchedCapture(unopened, unread);
    expect(searched).toMatchObject({ label: "Sync", command: "Sync", version: "14.1", payload });
    expect([searched.content, searched.isEdited, searched.isDraft]).toEqual([undefined, false, false]);
    expect([searched.payload.buffer === payload.buffer, searched.parts]).toEqual([false, capture.parts]);
  });

  it("is its edited state, and the text of a draft", () => {
    const draft = editXml(edited, "<Sync", 5000);
    const { bytes } = edited.document;
    expect(toSearchedCapture(showing(start), unread)).toMatchObject({ isEdited: false, payload });
    expect(toSearchedCapture(showing(edited), unread)).toMatchObject({
      isEdited: true,
      isDraft: false,
      payload: bytes,
    });
    expect(toSearchedCapture(showing(draft), unread)).toMatchObject({
      isDraft: true,
      content: { xml: "<Sync" },
    });
    const text = { kind: "text", text: "<html>" } as const;
    expect(toSearchedCapture({ ...unopened, content: text }, unread)).toMatchObject({
      content: text,
      payload,
    });
  });

  it("counts the bytes to search", () => {
    expect([countSearchedBytes(unopened), countSearchedBytes(showing(edited))]).toEqual([24, 25]);
  });
});

describe("what is known about a capture", () => {
  const response: OpenCapture = { ...unopened, capture: { ...capture, direction: "response" } };
  const request: OpenCapture = {
    ...unopened,
    capture: { ...capture, user: "kim", userAgent: "Mail/1", startedAt: 1000 },
  };
  const success = { value: 1, name: "Success", outcome: "success" } as const;
  const inbox = { id: "15", name: "Inbox", kind: "inbox" } as const;
  const session: Session = {
    captures: [request, response, unopened],
    conversations: [
      {
        id: "#1",
        user: "CONTOSO\\kim",
        deviceId: "d",
        userAgents: ["Mail/1", "Mail/2"],
        versions: [],
        exchanges: [
          {
            name: "1",
            request: 0,
            response: 1,
            startedAt: 1000,
            tookMs: 20,
            status: success,
            statuses: [success],
            folders: [inbox, { id: "16" }],
            syncKeys: [],
          },
          { name: "2", request: 2, folders: [inbox], syncKeys: [] },
        ],
      },
    ],
  };

  it("is what the capture says, and of a response what its request and conversation say", () => {
    expect(readCaptureFacts(response, session)).toEqual({
      command: "Sync",
      direction: "response",
      version: "14.1",
      http: undefined,
      size: 21,
      isEdited: false,
      isDraft: false,
      user: "kim",
      deviceId: "d",
      deviceType: undefined,
      userAgent: "Mail/1",
      startedAt: 1000,
      tookMs: 20,
      statuses: [success],
      folderIds: ["15", "16"],
      folders: [inbox],
    });
    expect(toSearchedCapture(response, session)).toMatchObject({ user: "kim", statuses: [success] });
    expect(readCaptureFacts(unopened, session)).toMatchObject({
      user: "CONTOSO\\kim",
      userAgent: undefined,
      statuses: [],
    });
  });

  it("does not include what was read before an edit, nor anything that was not read", () => {
    const now = { ...response, content: showing(edited).content };
    const facts = readCaptureFacts(now, session);
    expect(facts).toMatchObject({ user: "kim", isEdited: true, size: 22, folders: [inbox] });
    expect([facts.statuses, facts.folderIds]).toEqual([undefined, undefined]);
    expect(readCaptureFacts(response, unread)).toMatchObject({ user: undefined, startedAt: undefined });
    const read: Session = { ...session, captures: [request, now, unopened] };
    expect(readCaptureFacts(now, read)).toMatchObject({ statuses: [success], folderIds: ["15", "16"] });
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
