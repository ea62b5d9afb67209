import { describe, expect, it } from "vitest";
import { type PairableMessage, pairMessages } from "./pairs";

interface Named extends PairableMessage {
  readonly name: string;
}

const message = (text: string): Named => {
  const [command = "", direction, name = ""] = text.split(" ");
  return {
    command: command === "?" ? undefined : command,
    direction: direction === ">" ? "request" : direction === "<" ? "response" : undefined,
    name,
  };
};

const listPairs = (...texts: string[]): string[] =>
  pairMessages(texts.map(message)).map(({ request, response }) => `${request.name}${response.name}`);

describe("pairsOf", () => {
  it("pairs each response with the request before it", () => {
    expect(listPairs("Sync > a", "Sync < b", "Settings > c", "Settings < d")).toEqual(["ab", "cd"]);
  });

  it("keeps a Ping open while a Sync is answered", () => {
    expect(listPairs("Ping > a", "Sync > b", "Sync < c", "Ping < d")).toEqual(["bc", "ad"]);
  });

  it("omits messages without a counterpart", () => {
    expect(listPairs("Sync < a", "Sync > b", "Sync > c", "Sync < d", "Sync < e", "Ping > f")).toEqual(["cd"]);
  });

  it("pairs a response of unknown command with the message before it", () => {
    expect(listPairs("Sync > a", "? < b")).toEqual(["ab"]);
    expect(listPairs("Sync > a", "Sync < b", "? < c")).toEqual(["ab"]);
    expect(listPairs("? > a", "? < b")).toEqual(["ab"]);
  });

  it("ignores messages whose direction is unknown", () => {
    expect(listPairs("Sync > a", "Sync - b", "Sync < c")).toEqual(["ac"]);
    expect(listPairs()).toEqual([]);
  });
});
