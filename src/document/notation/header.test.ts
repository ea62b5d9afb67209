import { describe, expect, it } from "vitest";
import { toHex } from "../../bytes/hex";
import { hex } from "../../testing/bytes";
import { decode, encode } from "../../testing/codec";
import { easHeader, readHeaderText, writeHeaderText } from "./header";

const wbxml = (xml: string): string | undefined => /^<\?wbxml (.*)\?>/.exec(xml)?.[1];

/** Header bytes, and their text. */
const HEADERS: readonly (readonly [bytes: string, text: string | undefined])[] = [
  ["03 01 6A 00", undefined],
  ["02 01 6A 00", 'version="1.2" publicid="1" charset="utf-8"'],
  ["01 04 03 00", 'version="1.1" publicid="4" charset="us-ascii"'],
  ["00 04 00", 'version="1.0" publicid="4"'],
  ["00 01 02 61 00", 'version="1.0" publicid="1" strtbl="a\\u{0}"'],
  ["03 9F 53 6A 00", 'version="1.3" publicid="4051" charset="utf-8"'],
  ["03 00 00 6A 03 61 62 00", 'version="1.3" publicid-index="0" charset="utf-8" strtbl="ab\\u{0}"'],
  ["03 01 00 00", 'version="1.3" publicid="1" charset="unknown"'],
  ["03 01 01 00", 'version="1.3" publicid="1" charset="1"'],
  ["03 01 04 02 E9 00", 'version="1.3" publicid="1" charset="iso-8859-1" strtbl="é\\u{0}"'],
  ["03 01 87 75 04 65 E5 00 00", 'version="1.3" publicid="1" charset="1013" strtbl="日\\u{0}"'],
  ["03 01 6A 02 FF 00", 'version="1.3" publicid="1" charset="utf-8" strtbl-base64="/wA="'],
  [
    "03 01 6A 04 22 5C 3E 00",
    'version="1.3" publicid="1" charset="utf-8" strtbl="\\u{22}\\u{5C}\\u{3E}\\u{0}"',
  ],
  ["1F 01 6A 00", 'version="2.15" publicid="1" charset="utf-8"'],
  ["FF 01 6A 00", 'version="16.15" publicid="1" charset="utf-8"'],
];

describe("the header's notation", () => {
  it.each(HEADERS)("%s", (bytes, text) => {
    const document = decode(hex(`${bytes} 05`));
    expect(wbxml(document.xml)).toBe(text);
    expect(toHex(encode(document.xml).bytes)).toBe(`${bytes} 05`);
  });

  it("uses the EAS values for anything omitted", () => {
    expect(readHeaderText("")).toMatchObject({
      version: 3,
      publicId: 1,
      publicIdIndex: undefined,
      charset: 106,
    });
    expect(readHeaderText('publicid-index="4"')).toMatchObject({ publicId: 0, publicIdIndex: 4 });
    expect(readHeaderText('charset="UTF-16LE"')).toMatchObject({ charset: 1014 });
    expect(readHeaderText('publicid="0"')).toMatchObject({ publicId: 0, publicIdIndex: 0 });
    expect(readHeaderText('header="none"')).toMatchObject({ version: undefined });
  });

  it.each([
    'version="1"',
    'version="0.9"',
    'version="1.0" charset="iso-8859-1"',
    'version="1.3" x',
    `version="1.3" ${"a".repeat(300_000)}`,
    'version="1.16"',
    'version="17.0"',
    'publicid="-1"',
    'publicid="4294967296"',
    'publicid-index="x"',
    'charset="utf8x"',
    'strtbl="\\u{110000}"',
    'strtbl="\\x"',
    'strtbl-base64="A"',
    'charset="iso-8859-1" strtbl="€"',
    "version=1.3",
    "nonsense",
  ])("can't be written with %s", (text) => {
    expect(readHeaderText(text)).toBeUndefined();
  });

  it("reads what it writes", () => {
    const header = {
      ...easHeader,
      publicIdIndex: 2,
      publicId: 0,
      charset: 1014,
      stringTable: hex("41 00 00 00"),
    };
    expect(readHeaderText(writeHeaderText(header))).toEqual(header);
  });
});
