import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utf8 } from "../../bytes/text";
import { hex } from "../../testing/bytes";
import { readMime } from "./mime";
import { describeSmime, parseMimeHeader, readMimeHeader } from "./mimeHeaders";
import { isWapProvisioning, readWapProvisioning } from "./wapProvisioning";

const lines = (...text: readonly string[]): string => text.join("\r\n");
const MESSAGE = lines(
  "From: Jan Kotas <jan@contoso.com>",
  "To: chris@contoso.com",
  "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=",
  " again",
  "MIME-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="b"',
  "",
  "--b",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Hello",
  "--b",
  "Content-Type: text/html",
  "",
  '<script>throw 1</script><img src="https://example.com/p.gif">',
  "--b",
  'Content-Type: application/pdf; name="a.pdf"',
  "Content-Transfer-Encoding: base64",
  "Content-Disposition: attachment",
  "",
  "AQIDBA==",
  "--b--",
  "",
);
const encodeText = (text: string): Uint8Array => utf8.encode(text) ?? hex("");

describe("the header of a MIME message", () => {
  it("is read up to the empty line, unfolded, with its places", () => {
    const { fields, bodyFrom, problems } = parseMimeHeader(MESSAGE);
    expect(problems).toEqual([]);
    expect(fields.map(({ name }) => name)).toEqual(["From", "To", "Subject", "MIME-Version", "Content-Type"]);
    expect(fields[2]?.value).toBe("=?utf-8?Q?Gr=C3=BC=C3=9Fe?= again");
    expect(MESSAGE.slice(fields[1]?.text.from, fields[1]?.text.to)).toBe("To: chris@contoso.com");
    expect(MESSAGE.slice(bodyFrom, bodyFrom + 3)).toBe("--b");
  });

  it("points into the bytes of an OPAQUE and into the text of an inline string", () => {
    expect(readMimeHeader({ bytes: encodeText(MESSAGE) }).rows[1]?.range).toEqual({ start: 35, end: 56 });
    expect(readMimeHeader({ text: MESSAGE }).rows[1]?.text).toEqual({ from: 35, to: 56 });
  });

  it.each([
    ["", ["mime-no-header"]],
    ["\r\nA: b", ["mime-no-header"]],
    ["just text", ["mime-header-line", "mime-no-header"]],
    ["A: b\nnot a field\n\nbody", ["mime-header-line"]],
    ["A: b", []],
  ])("%j has the problems %j", (text, expected) => {
    expect(parseMimeHeader(text).problems.map(({ code }) => code)).toEqual(expected);
  });

  it.each([
    ["application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", /encrypted/],
    ["application/x-pkcs7-mime; smime-type=signed-data", /signed/],
    ['multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256', /S\/MIME, signed/],
    ['multipart/signed; protocol="application/pgp-signature"', /not S\/MIME/],
    ["text/plain", /^$/],
  ])("notes the protection of %s", (type, expected) => {
    expect(describeSmime(type)).toMatch(expected);
  });
});

describe("readMime", () => {
  const values = async (message: Uint8Array | string): Promise<Record<string, string>> =>
    Object.fromEntries((await readMime(message)).rows.map(({ label, value }) => [label, value]));

  it("lists texts and attachments with their sizes, and runs nothing", async () => {
    for (const message of [MESSAGE, encodeText(MESSAGE)]) {
      const found = await values(message);
      expect(found["Subject, decoded"]).toBe("Grüße again");
      expect(found["Plain text"]).toContain("Hello");
      expect(found["HTML"]).toBeDefined();
      expect(found["Attachment 1"]).toContain("a.pdf: application/pdf, 4 bytes");
    }
  });

  it("notes a signature among the parts", async () => {
    const signed = lines(
      'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=b',
      "",
      "--b",
      "",
      "Hi",
      "--b",
      "Content-Type: application/pkcs7-signature; name=smime.p7s",
      "Content-Transfer-Encoding: base64",
      "",
      "AAAA",
      "--b--",
    );
    const found = await values(signed);
    expect(found["Protection"]).toMatch(/S\/MIME/);
    expect(found["S/MIME part"]).toBe("application/pkcs7-signature");
  });

  it("reports what it could not read, and shows the header", async () => {
    const deep = Array.from(
      { length: 100 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    ).join("");
    const { problems, rows } = await readMime(deep);
    expect(problems.map(({ code }) => code)).toEqual(["mime-unreadable"]);
    expect(rows[0]?.label).toBe("Content-Type");
  });

  it("never rejects", async () => {
    const awkward = fc.string({
      unit: fc.constantFrom(
        "Content-Type: ",
        "multipart/mixed; boundary=b",
        "\r\n",
        "--b",
        "--",
        "=?utf-8?B?",
        "?=",
        ":",
        "a",
        "\u0000",
        "\ud800",
      ),
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: "binary" }), awkward),
        fc.uint8Array(),
        async (text, bytes) => {
          expect((await readMime(text)).kind).toBe("mime");
          expect((await readMime(bytes)).kind).toBe("mime");
        },
      ),
    );
  });
});

describe("WAP provisioning", () => {
  const DOCUMENT =
    '<wap-provisioningdoc><characteristic type="SecurityPolicy"><parm name="4131" ' +
    'value="0"/></characteristic><characteristic type="Registry"><characteristic ' +
    'type="HKLM\\A&amp;B"><parm name="x" ' +
    'value="1"/></characteristic></characteristic></wap-provisioningdoc>';

  it("lists every parameter with its path and place", () => {
    const { rows, problems } = readWapProvisioning(DOCUMENT);
    expect(problems).toEqual([]);
    expect(rows.map(({ label, value }) => [label, value])).toEqual([
      ["SecurityPolicy / 4131", "0"],
      ["Registry / HKLM\\A&B / x", "1"],
    ]);
    expect(DOCUMENT.slice(rows[0]?.text?.from, rows[0]?.text?.to)).toBe('<parm name="4131" value="0"/>');
  });

  it.each([
    ['<wap-provisioningdoc><characteristic type="A"></wap-provisioningdoc>', ["wap-provisioning-nesting"]],
    ["<wap-provisioningdoc></characteristic></wap-provisioningdoc>", ["wap-provisioning-nesting"]],
    ["<x/>", ["not-wap-provisioning"]],
  ])("%s has the problems %j", (text, expected) => {
    expect(readWapProvisioning(text).problems.map(({ code }) => code)).toEqual(expected);
  });

  it("recognises one, and reads any text", () => {
    expect(isWapProvisioning('<?xml version="1.0"?>\n<wap-provisioningdoc/>')).toBe(true);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({ unit: fc.constantFrom("<", ">", "/", "parm", "characteristic", " ", '"', "=") }),
        ),
        (text) => readWapProvisioning(text).kind === "wap-provisioning",
      ),
    );
  });
});
