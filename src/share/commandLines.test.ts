import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64 } from "../bytes/base64";
import { hex } from "../testing/bytes";
import {
  formatCurlCommand,
  formatFiddlerRequest,
  formatPowerShellCommand,
  quoteForPowerShell,
  quoteForShell,
} from "./commandLines";
import { buildHttpMessage } from "./httpMessage";

/** The text that a POSIX shell reads from single quotes and backslashes. */
function unshell(word: string): string {
  return word.replaceAll(/'([^']*)'|\\(.)/gs, "$1$2");
}

const body = hex("03 01 6A 00 05");
const message = buildHttpMessage(
  {
    direction: "request",
    command: "Sync",
    version: "14.1",
    body,
    http: {
      headers: [
        ["X-Quote", "it's \u2019odd\u2019"],
        ["X-Empty", ""],
        ["Via", "a"],
        ["Via", "b"],
      ],
    },
  },
  { query: "plain", credentials: false },
);

describe("quoting", () => {
  it("passes any text through a shell", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(unshell(quoteForShell(text))).toBe(text);
        expect(quoteForShell(text)).toMatch(/^'.*'$/s);
      }),
    );
  });

  it("doubles every quote that PowerShell recognises", () => {
    expect(quoteForPowerShell("a'b\u2018c\u2019d\u201ae\u201bf")).toBe(
      "'a''b\u2018\u2018c\u2019\u2019d\u201a\u201ae\u201b\u201bf'",
    );
  });
});

describe("commands", () => {
  it("for curl embed the body, or name its file", () => {
    const own = formatCurlCommand(message);
    expect(fromBase64(/printf '%s' '([^']+)'/.exec(own)?.[1] ?? "")).toEqual(body);
    expect(own).toContain("--header 'X-Quote: it'\\''s \u2019odd\u2019' \\\n");
    expect(own).toContain("--header 'X-Empty;'");
    expect(own).not.toMatch(/Content-Length|'Host:/);
    expect(formatCurlCommand(message, "payload.wbxml")).toMatch(/--data-binary '@payload\.wbxml'\n$/);
  });

  it("for PowerShell name each header once, and pass those with their own option through it", () => {
    const text = formatPowerShellCommand(message);
    expect(fromBase64(/FromBase64String\('([^']+)'\)/.exec(text)?.[1] ?? "")).toEqual(body);
    expect(text).toContain("  'Via' = 'a, b'\n");
    expect(text).toContain("-ContentType 'application/vnd.ms-sync.wbxml' -UserAgent 'WBXML-Inspector'");
    expect(text.match(/User-?Agent/gi)).toHaveLength(1);
  });

  it("for Fiddler's Composer have the absolute URL and the body from a file", () => {
    const text = formatFiddlerRequest(message, "payload.wbxml");
    expect(text).toMatch(
      /^POST https:\/\/mail\.example\.com\/Microsoft-Server-ActiveSync\?Cmd=Sync\S* HTTP\/1\.1\r\n/,
    );
    expect(text).toMatch(/\r\n\r\n<@INCLUDE \*payload\.wbxml\*@>\r\n$/);
    expect(text).not.toContain("Content-Length");
  });
});
