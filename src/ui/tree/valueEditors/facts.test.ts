import { describe, expect, it } from "vitest";
import { decode, encode } from "../../../testing/codec";
import { limitsText, outOfLimits, valueFacts } from "./facts";

const document = decode(
  encode(
    `<Sync xmlns="AirSync" ` +
      `xmlns:email="Email"><Collections><Collection><SyncKey>7</SyncKey><Options><Class>SMS</Class>` +
      "<FilterType>2</FilterType></Options><Commands><Add><ClientId>1</ClientId><ApplicationData>" +
      "<email:DateReceived>2009-03-05T15:53:12.000Z</email:DateReceived><email:Read/></ApplicationData>" +
      "</Add></Commands></Collection></Collections></Sync>",
  ).bytes,
);
const facts = (name: string) =>
  valueFacts(
    document,
    [...document.planTokens()].find((token) =>
      document.xml.startsWith(`<${name}`, document.textRange(token).from),
    ) ?? -1,
    { command: "Sync" },
  );

describe("valueFacts", () => {
  it("lists the allowed values of an enumeration", () => {
    expect(facts("Class").choices.map(({ value }) => value)).toContain("SMS");
    expect(facts("email:Read")).toMatchObject({ dataType: "boolean", text: "" });
    expect(facts("email:Read").choices.map(({ value }) => value)).toEqual(["0", "1"]);
    expect(facts("FilterType").read("2").summary).not.toBe("");
  });

  it("reads the typed text as a value of the element", () => {
    const date = facts("email:DateReceived");
    expect(date.text).toBe("2009-03-05T15:53:12.000Z");
    expect(date.read("2009-13-05T15:53:12.000Z").problems).toHaveLength(1);
    expect(date.read("2009-03-05T15:53:12.000Z").problems).toEqual([]);
  });
});

describe("limits", () => {
  it("are shown, with what exceeds them", () => {
    expect(limitsText({ maxLength: 64 })).toBe("at most 64 characters");
    expect(limitsText({ min: 0, max: 512 })).toBe("0 to 512");
    expect(limitsText({ min: 1 })).toBe("from 1");
    expect(limitsText({})).toBe("");
    expect(outOfLimits("513", { min: 0, max: 512 })).toHaveLength(1);
    expect(outOfLimits("512", { min: 0, max: 512 })).toEqual([]);
    expect(outOfLimits("abc", { maxLength: 2, min: 0 })).toHaveLength(1);
  });
});
