import { describe, expect, it } from "vitest";
import { findNotation } from "./pastedPayload";

describe("what a pasted text could be", () => {
  it.each([
    ["03 01 6A 00 45 5C 4F 4B 03", "hex"],
    ["03016a00455c4f4b03370001", "hex"],
    ["AwFqAEVcT0sDNwAB", "base64"],
    ["00000000: 0301 6a00 455c 4f4b 0337 0001 5203 3135  ..j.E", "a dump"],
    ["POST /Microsoft-Server-ActiveSync?Cmd=Sync HTTP/1.1\r\nHost: a\r\n", "an HTTP message"],
    ["HTTP/1.1 200 OK\r\n\r\n", "an HTTP message"],
  ])("%j is %s", (text, notation) => {
    expect(findNotation(text)).toBe(notation);
  });

  it.each([
    "601771687",
    "20260302",
    "03",
    "Hello there",
    "AAECAwQFBgcICQoLDA0ODw==",
    "<SyncKey>0</SyncKey>",
    "2026-03-02T09:41:07.000Z",
    "cafe face beef dead",
    "",
  ])("%j is text to insert", (text) => {
    expect(findNotation(text)).toBeUndefined();
  });
});
