import { describe, expect, it } from "vitest";
import {
  scaleDuration,
  writeAllFolders,
  writeConversation,
  writeDuration,
  writeFailure,
  writeFolders,
  writeItems,
  writeSize,
} from "./exchangeText";

describe("in a row of the session", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [2013, "2.0k"],
    [9949, "9.9k"],
    [9950, "10k"],
    [18_412, "18k"],
    [999_499, "999k"],
    [999_500, "1.0M"],
    [52_000_000, "52M"],
  ])("%i bytes are %s", (bytes, text) => {
    expect(writeSize(bytes)).toBe(text);
  });

  it.each([
    [64, "64 ms"],
    [1640, "1.64 s"],
    [24_100, "24.1 s"],
    [480_000, "8 min"],
    [484_000, "8 min 4 s"],
    [3_900_000, "1 h 5 min"],
  ])("%i ms are %s", (milliseconds, text) => {
    expect(writeDuration(milliseconds)).toBe(text);
  });

  it("a tenfold duration is longer by the same length", () => {
    const [short, middle, long] = [100, 1000, 10_000].map(scaleDuration) as [number, number, number];
    expect(middle - short).toBeCloseTo(long - middle, 10);
    expect(scaleDuration(600_000)).toBe(1);
    expect(scaleDuration(0)).toBeGreaterThan(0);
    expect(scaleDuration(1e9)).toBe(1);
  });

  it("two folders have their names, and more their number", () => {
    const [inbox, other, third] = [
      { id: "5", name: "Inbox" },
      { id: "9" },
      { id: "7", name: "Sent" },
    ] as const;
    expect(writeFolders([inbox, other])).toBe("Inbox, folder 9");
    expect(writeFolders([inbox, other, third])).toBe("3 folders");
    const listed = { exchange: { name: "1", folders: [inbox, other, third], syncKeys: [] } };
    expect(writeAllFolders(listed)).toBe("Inbox, folder 9, Sent");
    expect(writeFolders([])).toBe("");
  });

  it("a conversation is called by its user and device", () => {
    const known = { userAgents: [], versions: [] };
    expect(writeConversation({ ...known, user: "CONTOSO\\ada", deviceType: "iPhone" })).toBe("ada · iPhone");
    expect(writeConversation({ ...known, user: "ada@contoso.com", deviceId: "X1" })).toBe("ada · X1");
    expect(writeConversation({ ...known, host: "mail.contoso.com" })).toBe("mail.contoso.com");
    expect(writeConversation(known)).toBe("Unknown device");
  });

  it("items have a sign for what happened to them", () => {
    expect(writeItems({ added: 2, changed: 1, deleted: 3 })).toBe("+2 ~1 −3");
    expect(writeItems({ added: 0, changed: 0, deleted: 3 })).toBe("−3");
  });

  it("a failure has its name, or is told to be one of HTTP", () => {
    expect(writeFailure({ value: 3, name: "InvalidSyncKey" })).toBe("3 InvalidSyncKey");
    expect(writeFailure({ value: 599, name: "" })).toBe("HTTP 599");
  });
});
