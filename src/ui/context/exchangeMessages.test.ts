import { describe, expect, it } from "vitest";
import type { Exchange } from "../../session/conversations";
import type { OpenCapture } from "../../store/inspector";
import { countBytes, findExchangeMessages, findNamedExchange, hasSeveralExchanges } from "./exchangeMessages";

function openOf(label: string, size = 0): OpenCapture {
  const capture = {
    label,
    direction: undefined,
    payload: new Uint8Array(size),
    origin: {},
    problems: [],
  };
  return { label, capture, content: undefined };
}

const exchange = (name: string, facts: Partial<Exchange> = {}): Exchange => ({
  name,
  folders: [],
  syncKeys: [],
  ...facts,
});

const [a, b, c] = [openOf("a"), openOf("b", 7), openOf("c")];

describe("the messages of an exchange", () => {
  it("are found where they are now", () => {
    const session = { captures: [a, b, c] };
    const pair = exchange("1", { request: 0, response: 1 });
    expect(findExchangeMessages(session, [a, b, c], pair)).toEqual({
      request: { index: 0, open: a },
      response: { index: 1, open: b },
    });
    const edited = { ...b, title: "edited" };
    expect(findExchangeMessages(session, [c, edited], pair)).toEqual({
      response: { index: 1, open: edited },
    });
    expect(findExchangeMessages(session, [a], undefined)).toEqual({});
  });

  it("have the size of their payloads", () => {
    expect(countBytes(b)).toBe(7);
  });
});

describe("the exchanges of a session", () => {
  const first = exchange("1");
  const second = exchange("2");
  const other = exchange("1");
  const conversations = [
    { id: "x", userAgents: [], versions: [], exchanges: [first, second] },
    { id: "y", userAgents: [], versions: [], exchanges: [other] },
  ];

  it("are found by their names in the same conversation", () => {
    expect(findNamedExchange({ conversations }, second, "1")).toBe(first);
    expect(findNamedExchange({ conversations }, other, "1")).toBe(other);
    expect(findNamedExchange({ conversations }, other, "2")).toBeUndefined();
  });

  it("are several, or one", () => {
    expect(hasSeveralExchanges({ conversations })).toBe(true);
    expect(hasSeveralExchanges({ conversations: conversations.slice(1) })).toBe(false);
    expect(hasSeveralExchanges({ conversations: [] })).toBe(false);
  });
});
