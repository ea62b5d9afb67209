import { beforeEach, describe, expect, it } from "vitest";
import type { Capture } from "../formats/format";
import { conversations } from "../session/conversations";
import { enrolment, syncOf, toTraffic } from "../testing/traffic";
import { startEditing } from "./editing";
import { type OpenCapture, useInspector } from "./inspector";
import { type Session, useSession } from "./session";
import { chooseMessage, type ListedExchange, listSession, readSessionList } from "./sessionList";

const open = (capture: Capture): OpenCapture => ({ label: capture.label, capture, content: undefined });
const unread: Session = { conversations: [], captures: [] };
const ofAda = toTraffic(enrolment, { source: "a.har" }).map(open);
const failing = {
  command: "Sync",
  request: syncOf("1", "5"),
  response: syncOf("0", "5", "<Status>3</Status>"),
};
const ofBob = toTraffic([failing], { source: "a.har", user: "bob", deviceId: "B" }, 6).map(open);
const ofOther = toTraffic([failing], { source: "b.har" }).map(open);
const captures = [...ofAda, ...ofBob, ...ofOther];
const read = (some: readonly OpenCapture[]): Session => ({
  captures: some,
  conversations: conversations(some.flatMap(({ capture }) => capture ?? [])),
});
const name = ({ exchange }: ListedExchange): string => exchange.name;

describe("the exchanges of the open captures", () => {
  it.each([
    ["the worker has read", read(captures)],
    ["only what came with them tells", unread],
  ])("are listed by source and conversation, as %s", (_, session) => {
    const { sources, exchanges, ofCapture } = listSession(captures, session);
    expect(sources.map((source) => [source.name, source.captureCount])).toEqual([
      ["a.har", 12],
      ["b.har", 2],
    ]);
    expect(sources.map((one) => one.conversations.map(({ facts }) => facts.user))).toEqual([
      ["ada@contoso.com", "bob"],
      ["ada@contoso.com"],
    ]);
    expect(exchanges.map(name)).toEqual(["1", "2", "3", "4", "5", "6", "1"]);
    expect(exchanges.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(ofCapture.map((one) => one?.place)).toEqual(captures.map((_open, index) => index >> 1));
    expect(exchanges[5]).toMatchObject({ request: 10, response: 11 });
  });

  it("say what failed, and in how many of a conversation", () => {
    const { sources, exchanges } = listSession(captures, read(captures));
    expect(exchanges.map(({ failure }) => failure?.name)).toEqual([
      ...Array.from({ length: 5 }, () => undefined),
      "InvalidSyncKey",
      "InvalidSyncKey",
    ]);
    expect(sources[0]?.conversations.map(({ failedCount }) => failedCount)).toEqual([0, 1]);
  });

  it("follow captures that have moved since the worker read them", () => {
    const moved = [...ofOther, ...ofAda];
    const { sources, exchanges } = listSession(moved, read(captures));
    expect(sources.map((source) => source.name)).toEqual(["b.har", "a.har"]);
    expect(exchanges[0]).toMatchObject({ request: 0, response: 1, failure: { value: 3 } });
  });

  it("contain a message alone", () => {
    const [request] = ofBob;
    if (request === undefined) throw new Error("there is one");
    const { exchanges } = listSession([request], read([request]));
    expect(exchanges).toMatchObject([{ request: 0, response: undefined }]);
  });
});

describe("the list", () => {
  beforeEach(() => {
    useInspector.setState({ captures, current: 0 });
    useSession.setState(read(captures));
  });

  it("is not made again when another capture is shown or one is edited", () => {
    const list = readSessionList();
    const [first, ...rest] = captures;
    if (first === undefined) throw new Error("there is one");
    const editing = startEditing(new Uint8Array([3, 1, 0x6a, 0, 5]));
    useInspector.setState({ captures: [{ ...first, content: { kind: "payload", editing } }, ...rest] });
    expect(readSessionList()).toBe(list);
  });

  it("is made again when captures were closed, or the worker has read them again", () => {
    const list = readSessionList();
    useInspector.setState({ captures: ofAda });
    const fewer = readSessionList();
    expect(fewer).not.toBe(list);
    useSession.setState(read(ofAda));
    expect(readSessionList()).not.toBe(fewer);
  });
});

describe("the message of an exchange that is shown", () => {
  const { exchanges } = listSession(captures, read(captures));
  const [first] = exchanges;
  if (first === undefined) throw new Error("there is one");

  it("is the response, if it has a body or failed", () => {
    expect(chooseMessage(first, captures)).toBe(1);
    const without = captures.map((one) => ({
      ...one,
      capture: one.capture && { ...one.capture, payload: new Uint8Array(0) },
    }));
    expect(chooseMessage(first, without)).toBe(0);
    expect(chooseMessage({ ...first, failure: { value: 503, name: "" } }, without)).toBe(1);
  });

  it("is the only one there is", () => {
    expect(chooseMessage({ ...first, response: undefined }, captures)).toBe(0);
    expect(chooseMessage({ ...first, request: undefined }, captures)).toBe(1);
  });
});
