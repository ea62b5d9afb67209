import { describe, expect, it } from "vitest";
import { type PairableMessage, pairMessages } from "./exchanges";

interface Named extends PairableMessage {
  readonly name: string;
}

const message = (text: string): Named => {
  const [command = "", direction, name = "", exchange] = text.split(" ");
  return {
    command: command === "?" ? undefined : command,
    direction: direction === ">" ? "request" : direction === "<" ? "response" : undefined,
    name,
    exchange,
  };
};

const listPairs = (...texts: string[]): string[] =>
  pairMessages(texts.map(message)).flatMap(({ request, response }) =>
    request === undefined || response === undefined ? [] : [`${request.name}${response.name}`],
  );
const listAll = (...texts: string[]): string[] =>
  pairMessages(texts.map(message)).map(
    ({ request, response }) => `${request?.name ?? "-"}${response?.name ?? "-"}`,
  );

describe("pairMessages", () => {
  it("pairs each response with the request before it", () => {
    expect(listPairs("Sync > a", "Sync < b", "Settings > c", "Settings < d")).toEqual(["ab", "cd"]);
  });

  it("keeps a Ping open while a Sync is answered", () => {
    expect(listPairs("Ping > a", "Sync > b", "Sync < c", "Ping < d")).toEqual(["ad", "bc"]);
  });

  it("omits messages without a counterpart", () => {
    expect(listPairs("Sync < a", "Sync > b", "Sync > c", "Sync < d", "Sync < e", "Ping > f")).toEqual(["cd"]);
  });

  it("pairs a response of unknown command with the message before it", () => {
    expect(listPairs("Sync > a", "? < b")).toEqual(["ab"]);
    expect(listPairs("Sync > a", "Sync < b", "? < c")).toEqual(["ab"]);
    expect(listPairs("? > a", "? < b")).toEqual(["ab"]);
  });

  it("goes by the names of the exchanges, where there are names", () => {
    expect(listPairs("Sync > a 1", "Sync > b 2", "Sync < c 1", "Sync < d 2")).toEqual(["ac", "bd"]);
    expect(listPairs("Sync > a 1", "? < b 1", "Ping < c 1")).toEqual(["ab"]);
    expect(listPairs("Sync > a 1", "Sync < b")).toEqual([]);
    expect(listPairs("Sync > a 1", "Sync < b 1", "Sync > c 1", "Sync < d 1")).toEqual(["ab", "cd"]);
  });

  it("leaves no message out and has none twice", () => {
    expect(listAll("Sync < a", "Sync > b", "Ping > c", "Sync > d", "Sync < e", "Sync - f")).toEqual([
      "-a",
      "b-",
      "c-",
      "de",
      "f-",
    ]);
  });

  it("ignores messages whose direction is unknown", () => {
    expect(listPairs("Sync > a", "Sync - b", "Sync < c")).toEqual(["ac"]);
    expect(listPairs()).toEqual([]);
  });
});
