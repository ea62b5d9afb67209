import { describe, expect, it } from "vitest";
import type { Capture } from "../formats/format";
import { writeFileName, writeTitle } from "./captureTitle";

const captureOf = (label: string, facts: Partial<Capture> = {}) => ({
  label,
  capture: { label, direction: undefined, payload: new Uint8Array(0), origin: {}, problems: [], ...facts },
});
const http = { headers: [] };

describe("the title of a capture", () => {
  it.each([
    ["WBXML", {}, { command: "Sync", direction: "request" }, "Sync request"],
    ["Pasted text", {}, { command: "FolderSync", direction: "response" }, "FolderSync response"],
    ["WBXML", {}, { command: "Ping" }, "Ping"],
    ["8 POST Sync", { http }, { command: "Sync", direction: "request" }, "8 Sync request"],
    ["8 200 Sync (HTML)", { http }, { command: "Sync", direction: "response" }, "8 Sync response (HTML)"],
    ["a.saz: 8 POST Sync", { http }, { command: "Sync", direction: "request" }, "8 Sync request"],
    ["POST Sync", { exchange: "12" }, { command: "Sync", direction: "request" }, "12 Sync request"],
    ["8 POST Sync", { http, exchange: "12" }, { command: "Sync", direction: "request" }, "12 Sync request"],
    ["200 notes", {}, { command: "Sync", direction: "request" }, "Sync request"],
    ["1 OPTIONS", { http }, { direction: "request" }, "1 OPTIONS"],
    ["1 200", { http, exchange: "1" }, {}, "1 200"],
  ] as const)("of %s is told by command, direction and number", (label, facts, known, expected) => {
    expect(writeTitle(captureOf(label, facts), known)).toBe(expected);
  });

  it("ends with the name of its file, if it is one of several", () => {
    const facts = { source: "files.zip", origin: { name: "a/1.bin" } };
    const known = { command: "Sync", direction: "request" } as const;
    expect(writeTitle(captureOf("1.bin", facts), known)).toBe("Sync request, 1.bin");
    expect(writeTitle(captureOf("1.bin", { ...facts, source: "a/1.bin" }), known)).toBe("Sync request");
  });

  it("is the one that was given, if one was", () => {
    const open = { ...captureOf("x"), title: "The first Sync of a folder" };
    expect(writeTitle(open, { command: "Sync", direction: "request" })).toBe("The first Sync of a folder");
  });
});

describe("the name of a file", () => {
  it.each([
    ["8 Sync request", "8-Sync-request"],
    ["8 Sync response (HTML)", "8-Sync-response-HTML"],
    ['a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"],
    ["../../etc/passwd", "etc-passwd"],
    ["tab\tand\u0000null", "tab-and-null"],
    ["Nachricht für Zoë", "Nachricht-für-Zoë"],
    ["ends with a dot.", "ends-with-a-dot"],
    ["CON", "_CON"],
    ["com1.txt", "_com1.txt"],
    ["…", "payload"],
    ["", "payload"],
  ])("of %s is %s", (title, expected) => {
    expect(writeFileName(title, false)).toBe(expected);
  });

  it("says that it was edited, and has a number if the title repeats", () => {
    expect(writeFileName("Sync request", true)).toBe("Sync-request-edited");
    expect(writeFileName("Sync request", true, 2)).toBe("Sync-request-3-edited");
  });

  it("is short, and does not end in the middle of a separator", () => {
    expect(writeFileName(`${"a".repeat(79)} b`, false)).toBe("a".repeat(79));
  });
});
