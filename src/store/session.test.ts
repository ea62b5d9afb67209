import { describe, expect, it } from "vitest";
import type { Exchange } from "../session/conversations";
import { startEditing } from "./editing";
import type { OpenCapture } from "./inspector";
import { findExchange, findFailure, findKnownFolder, type Session } from "./session";

const exchange = (facts: Partial<Exchange> = {}): Exchange => ({
  name: "1",
  folders: [],
  syncKeys: [],
  ...facts,
});
const opened = (): OpenCapture => ({
  label: "x",
  capture: { label: "x", direction: "request", payload: new Uint8Array(0), origin: {}, problems: [] },
  content: undefined,
});

describe("the exchange of an open capture", () => {
  const [request, response, other] = [opened(), opened(), opened()];
  const first = exchange({ request: 0, response: 1 });
  const session: Session = {
    captures: [request, response, other],
    conversations: [{ id: "#1", userAgents: [], versions: [], exchanges: [first] }],
  };

  it("is found for both messages, also after an edit", () => {
    expect(findExchange(session, request)).toBe(first);
    expect(findExchange(session, response)).toBe(first);
    const editing = startEditing(new Uint8Array([3, 1, 0x6a, 0, 5]));
    expect(findExchange(session, { ...request, content: { kind: "payload", editing } })).toBe(first);
  });

  it("is unknown for a capture that the worker has not read", () => {
    expect(findExchange(session, other)).toBeUndefined();
    expect(findExchange(session, opened())).toBeUndefined();
  });
});

describe("what failed in an exchange", () => {
  it.each([
    [
      { status: { value: 3, name: "InvalidSyncKey", outcome: "failure" } },
      { value: 3, name: "InvalidSyncKey" },
    ],
    [{ status: { value: 250, name: "Unknown" } }, { value: 250, name: "Unknown" }],
    [
      { httpStatus: 449, httpFailure: "Retry after provisioning" },
      { value: 449, name: "Retry after provisioning" },
    ],
    [{ httpStatus: 503 }, { value: 503, name: "" }],
    [
      {
        httpStatus: 503,
        httpFailure: "Service Unavailable",
        status: { value: 1, name: "Success", outcome: "success" },
      },
      { value: 503, name: "Service Unavailable" },
    ],
  ] as const)("%j is %j", (facts, failure) => {
    expect(findFailure(exchange(facts))).toEqual(failure);
  });

  it.each([
    {},
    { httpStatus: 200 },
    { status: { value: 1, name: "Success", outcome: "success" } },
    { status: { value: 2, name: "ChangesOccurred", outcome: "neutral" } },
  ] as const)("%j is nothing", (facts) => {
    expect(findFailure(exchange(facts))).toBeUndefined();
  });
});

it("the known folder is the only one, and of a known kind", () => {
  const inbox = { id: "5", kind: "inbox" } as const;
  expect(findKnownFolder(exchange({ folders: [inbox] }))).toEqual(inbox);
  expect(findKnownFolder(exchange({ folders: [inbox, { id: "6", kind: "sent" }] }))).toBeUndefined();
  expect(findKnownFolder(exchange({ folders: [{ id: "5" }] }))).toBeUndefined();
  expect(findKnownFolder(undefined)).toBeUndefined();
});
