import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GroupableMessage, groupMessages } from "./grouping";

const request = (facts: Partial<GroupableMessage> = {}): GroupableMessage => ({
  command: "Sync",
  direction: "request",
  ...facts,
});
const response = (facts: Partial<GroupableMessage> = {}): GroupableMessage => ({
  command: "Sync",
  direction: "response",
  ...facts,
});
const listIds = (...messages: readonly GroupableMessage[]): readonly string[] =>
  groupMessages(messages).map(({ conversation }) => conversation);
const listNames = (...messages: readonly GroupableMessage[]): readonly string[] =>
  groupMessages(messages).map(({ exchange }) => exchange);

describe("the conversation of a message", () => {
  it("is that of its source, if nothing else is known", () => {
    expect(listIds(request(), response(), request())).toEqual(["#1", "#1", "#1"]);
    expect(listIds(request({ source: "a" }), request({ source: "b" }), request({ source: "a" }))).toEqual([
      "a#1",
      "b#1",
      "a#1",
    ]);
  });

  it.each(["host", "user", "deviceId"] as const)("depends on the %s", (fact) => {
    expect(listIds(request({ [fact]: "x" }), request({ [fact]: "y" }), request({ [fact]: "X" }))).toEqual([
      "#1",
      "#2",
      "#1",
    ]);
  });

  it("is the only one that it does not contradict", () => {
    const ada = { host: "h", user: "ada", deviceId: "A" };
    const bob = { host: "h", user: "bob", deviceId: "B" };
    expect(listIds(request(ada), request({ host: "h" }), request({ user: "ada" }))).toEqual([
      "#1",
      "#1",
      "#1",
    ]);
    expect(listIds(request({ host: "h" }), request(ada), request(bob))).toEqual(["#1", "#1", "#2"]);
    expect(listIds(request(ada), request(bob), request({ host: "h" }), request({ host: "h" }))).toEqual([
      "#1",
      "#2",
      "#3",
      "#3",
    ]);
  });

  it("is its own if there are several, and no other device joins that one", () => {
    const [a, b, c] = ["A", "B", "C"].map((deviceId) => ({ host: "h", user: "ada", deviceId }));
    expect(
      listIds(
        request(a),
        response(),
        request(b),
        response(),
        response({ host: "h" }),
        request(c),
        response(),
      ),
    ).toEqual(["#1", "#1", "#2", "#3", "#4", "#5", "#3"]);
  });

  it("is found among many of one device, user or host", () => {
    const facts = (["host", "user", "deviceId"] as const).flatMap((fact) =>
      Array.from({ length: 2000 }, (_, index) => ({
        host: "h",
        user: "u",
        deviceId: "d",
        [fact]: `${fact}${index}`,
      })),
    );
    const ids = listIds(...facts.map(request), ...facts.map(response));
    expect(new Set(ids.slice(0, 6000)).size).toBe(6000);
    expect(ids.slice(6000)).toEqual(ids.slice(0, 6000));
  });

  it("takes the forms of a user's name for one, unless they contradict", () => {
    expect(
      listIds(
        request({ user: "CONTOSO\\ada" }),
        request({ user: "ada@contoso.com" }),
        request({ user: "ada" }),
      ),
    ).toEqual(["#1", "#1", "#1"]);
    expect(listIds(request({ user: "ada@contoso.com" }), request({ user: "ada@fabrikam.com" }))).toEqual([
      "#1",
      "#2",
    ]);
  });

  it("is that of the request for a response of the same exchange", () => {
    const messages = [
      request({ exchange: "1", deviceId: "A" }),
      request({ exchange: "2", deviceId: "B" }),
      response({ exchange: "1" }),
      response({ exchange: "2" }),
    ];
    expect(listIds(...messages)).toEqual(["#1", "#2", "#1", "#2"]);
  });

  it("does not depend on later messages", () => {
    const some = fc.constantFrom(undefined, "a", "b");
    const message = fc
      .record({
        direction: fc.constantFrom("request", "response", undefined),
        command: fc.constantFrom("Sync", "Ping", undefined),
        source: some,
        host: some,
        user: some,
        deviceId: some,
        exchange: some,
      })
      .map((facts): GroupableMessage => facts);
    fc.assert(
      fc.property(fc.array(message, { maxLength: 20 }), fc.nat(), (messages, cut) => {
        const length = cut % (messages.length + 1);
        expect(groupMessages(messages.slice(0, length))).toEqual(groupMessages(messages).slice(0, length));
      }),
    );
  });
});

describe("the name of an exchange", () => {
  it("is that of its source, otherwise its number in the source", () => {
    expect(listNames(request({ exchange: "17" }), response({ exchange: "17" }))).toEqual(["17", "17"]);
    expect(
      listNames(request(), response(), request({ source: "b" }), request(), response(), response()),
    ).toEqual(["1", "1", "1", "2", "2", "3"]);
  });

  it("is linear to find, also for many devices", () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      request({ host: "h", user: `u${index % 5000}`, deviceId: `d${index % 5000}` }),
    );
    expect(new Set(listIds(...many)).size).toBe(5000);
  });
});
