import { describe, expect, it } from "vitest";
import { toHex } from "../../bytes/hex";
import { hex } from "../../testing/bytes";
import { decode, encode } from "../../testing/codec";
import { GlobalToken } from "../../wbxml/globalToken";
import { isEncodable } from "../problem";

const EAS = "03 01 6A 00";
const STRINGS = "03 01 6A 05 61 62 00 63 00";
const STRINGS_XML = '<?wbxml version="1.3" publicid="1" charset="utf-8" strtbl="ab\\u{0}c\\u{0}"?>\n';

interface Case {
  readonly bytes: string;
  readonly xml: string;
}

const inSync = (content: string, xml: string): Case => ({
  bytes: `${EAS} 45 ${content} 01`,
  xml: `<Sync xmlns="AirSync">${xml}</Sync>`,
});
const withStrings = (content: string, xml: string): Case => ({
  bytes: `${STRINGS} 45 ${content} 01`,
  xml: `${STRINGS_XML}<Sync xmlns="AirSync">${xml}</Sync>`,
});
const literal = (content: string, xml: string): Case => ({
  bytes: `${STRINGS} ${content}`,
  xml: `${STRINGS_XML}<wbxml:LITERAL xmlns:wbxml="WBXML" ${xml}`,
});

/** Each global token as XML. The type requires all of them. */
const GLOBAL_TOKENS: Readonly<Record<keyof typeof GlobalToken, Case>> = {
  SWITCH_PAGE: {
    bytes: `${EAS} 45 00 11 4A 01 01`,
    xml:
      '<Sync xmlns="AirSync" xmlns:airsyncbase="AirSyncBase">\n  ' +
      "<airsyncbase:Body></airsyncbase:Body>\n</Sync>",
  },
  END: inSync("4B 01", "\n  <SyncKey></SyncKey>\n"),
  ENTITY: inSync("02 81 20", "<?entity 160?>"),
  STR_I: inSync("03 41 00", "A"),
  LITERAL: literal("04 03", "index=\"3\" name='c'/>"),
  EXT_I_0: inSync("40 41 00", '<?ext_i_0 "A"?>'),
  EXT_I_1: inSync("41 C3 A9 00", '<?ext_i_1 "é"?>'),
  EXT_I_2: inSync("42 00", '<?ext_i_2 ""?>'),
  PI: { bytes: `${EAS} 43 05 85 01 05`, xml: '<?pi 05 85?>\n<Sync xmlns="AirSync" xmlns:wbxml="WBXML"/>' },
  LITERAL_C: literal("44 00 03 78 00 01", "index=\"0\" name='ab'>x</wbxml:LITERAL>"),
  EXT_T_0: inSync("80 07", "<?ext_t_0 7?>"),
  EXT_T_1: inSync("81 81 00", "<?ext_t_1 128?>"),
  EXT_T_2: inSync("82 8F FF FF FF 7F", "<?ext_t_2 4294967295?>"),
  STR_T: withStrings("83 03", '<?str_t 3 "c"?>'),
  LITERAL_A: literal("84 00 05 01", "index=\"0\" name='ab' wbxml:attributes='05'/>"),
  EXT_0: inSync("C0", "<?ext_0?>"),
  EXT_1: inSync("C1", "<?ext_1?>"),
  EXT_2: inSync("C2", "<?ext_2?>"),
  OPAQUE: inSync("C3 02 00 FF", "<?opaque AP8=?>"),
  LITERAL_AC: {
    bytes: `${STRINGS} C4 00 05 01 05 01`,
    xml:
      `${STRINGS_XML}<wbxml:LITERAL xmlns="AirSync" xmlns:wbxml="WBXML" index="0" name='ab' ` +
      `wbxml:attributes='05'>\n  <Sync/>\n</wbxml:LITERAL>`,
  },
};

/** Other constructs with their own notation. */
const FORMS: Readonly<Record<string, Case>> = {
  "content bit, nothing inside": { bytes: `${EAS} 45 01`, xml: '<Sync xmlns="AirSync"></Sync>' },
  "no content bit": { bytes: `${EAS} 05`, xml: '<Sync xmlns="AirSync"/>' },
  "a tag that its page lacks": { bytes: `${EAS} 00 11 7F 01`, xml: '<_x3F xmlns="AirSyncBase"></_x3F>' },
  "a page that EAS lacks": {
    bytes: `${EAS} 45 00 1F 05 01`,
    xml: '<Sync xmlns="AirSync" xmlns:page31="page31">\n  <page31:_x05/>\n</Sync>',
  },
  "a retired tag": { bytes: `${EAS} 51 03 31 00 01`, xml: '<Version xmlns="AirSync">1</Version>' },
  "the empty string": inSync("03 00", "<?str_i?>"),
  "two strings": inSync("03 41 00 03 42 00", "A<?split?>B"),
  "two empty strings": inSync("03 00 03 00", "<?str_i?><?split?><?str_i?>"),
  "white space alone": inSync("03 20 0A 00", "&#x20;&#xA;"),
  "white space beside letters": inSync("03 20 41 0A 00", " A\n"),
  "markup in text": inSync("03 3C 26 3E 22 27 00", "&lt;&amp;>\"'"),
  "an end of CDATA in text": inSync("03 5D 5D 3E 00", "]]&gt;"),
  "text among elements": inSync("06 03 41 00 07", "<Responses/>A<Add/>"),
  "opaque text": inSync("C3 03 61 26 3C", "<![CDATA[a&<]]>"),
  "opaque text of lines, LF": inSync("C3 04 61 0A 62 0A", "<![CDATA[a\nb\n]]>"),
  "opaque text of lines, CR LF": inSync("C3 06 61 0D 0A 62 0D 0A", "<?crlf?><![CDATA[a\nb\n]]>"),
  "opaque text of lines, both": inSync("C3 03 0D 0A 0A", "<?opaque DQoK?>"),
  "opaque text with an end of CDATA": inSync("C3 03 5D 5D 3E", "<?opaque XV0+?>"),
  "opaque text with what can't be seen": inSync("C3 02 C2 AD", "<?opaque wq0=?>"),
  "two byte arrays": inSync("C3 01 61 C3 01 62", "<![CDATA[a]]><![CDATA[b]]>"),
  "an extension string that is not text": inSync("42 FF 00", "<?ext_i_2 /w==?>"),
  "an instruction inside": {
    bytes: `${EAS} 45 43 05 03 3E 00 01 01`,
    xml: '<Sync xmlns="AirSync" xmlns:wbxml="WBXML"><?pi 05 "\\u{3E}"?></Sync>',
  },
  attributes: {
    bytes: `${EAS} C5 05 03 27 00 C3 01 FF 01 01`,
    xml: '<Sync xmlns="AirSync" xmlns:wbxml="WBXML" wbxml:attributes=\'05 "\\u{27}" OPAQUE(/w==)\'></Sync>',
  },
  "bytes that can't be read": inSync("02 90 80 80 80 00", "<?malformed ApCAgIAA?>"),
  "an index past the string table": withStrings("83 09", "<?str_t 9?>"),
  "several roots": {
    bytes: `${EAS} 45 01 06`,
    xml: '<wbxml:body xmlns="AirSync" xmlns:wbxml="WBXML">\n  <Sync></Sync>\n  <Responses/>\n</wbxml:body>',
  },
  "a second document": {
    bytes: `${EAS} 05 ${EAS} 06`,
    xml:
      '<wbxml:body xmlns="AirSync" xmlns:wbxml="WBXML">\n  <Sync/><?wbxml version="1.3"?>\n  ' +
      "<Responses/>\n</wbxml:body>",
  },
  "no root": { bytes: EAS, xml: '<wbxml:body xmlns:wbxml="WBXML"/>' },
  "no header": {
    bytes: "45 5C 4F 4B 03 30 00 01 01 01 01",
    xml:
      '<?wbxml header="none"?>\n<Sync xmlns="AirSync">\n  <Collections>\n    <Collection>\n      ' +
      "<SyncKey>0</SyncKey>\n    </Collection>\n  </Collections>\n</Sync>",
  },
  "a page of text": {
    bytes: "3C 68 31 3E",
    xml: '<?wbxml header="none"?>\n<wbxml:body xmlns:wbxml="WBXML"><?malformed PGgxPg==?></wbxml:body>',
  },
};

describe("the notation", () => {
  it.each([...Object.entries(GLOBAL_TOKENS), ...Object.entries(FORMS)])("%s", (_, { bytes, xml }) => {
    expect(decode(hex(bytes)).xml).toBe(xml);
    const { bytes: again, problems } = encode(xml);
    expect(isEncodable(problems)).toBe(true);
    expect(toHex(again)).toBe(bytes);
  });

  it("has each global token in the bytes of its case", () => {
    for (const [name, { bytes }] of Object.entries(GLOBAL_TOKENS))
      expect(hex(bytes)).toContain(GlobalToken[name as keyof typeof GlobalToken]);
  });

  it("stops indenting at some depth, and adds layout only between elements", () => {
    const deep = decode(
      Uint8Array.of(3, 1, 0x6a, 0, ...new Array<number>(30).fill(0x45), ...new Array<number>(30).fill(1)),
    );
    const indents = deep.xml.split("\n").map((line) => line.length - line.trimStart().length);
    expect(Math.max(...indents)).toBe(32);
    expect(decode(hex(`${EAS} 45 4C 01 03 41 00 4B 05 01 01`)).xml).toBe(
      '<Sync xmlns="AirSync"><ClientId></ClientId>A<SyncKey>\n    <Sync/>\n  </SyncKey></Sync>',
    );
  });

  it("is read with any prefix, undeclared usual prefixes, colons, other names and other case", () => {
    const bytes = encode(
      '<Sync xmlns="AirSync" xmlns:airsyncbase="AirSyncBase"><airsyncbase:Body/><SyncKey/></Sync>',
    ).bytes;
    for (const xml of [
      '<a:Sync xmlns:a="AirSync:" xmlns:b="uri:airsyncbase"><b:Body/><a:SyncKey/></a:Sync>',
      "<airsync:Sync><airsyncbase:Body/><airsync:SyncKey/></airsync:Sync>",
      '<Synchronize xmlns="AIRSYNC:"><airsyncbase:body/><synckey></synckey></Synchronize>'.replace(
        "<synckey></synckey>",
        "<synckey/>",
      ),
      '<Sync xmlns="AirSync"><Body xmlns="AirSyncBase"/><SyncKey/></Sync>',
    ]) {
      expect(toHex(encode(xml).bytes)).toBe(toHex(bytes));
    }
  });

  it("reads numbered names in any page, and comments as nothing", () => {
    expect(toHex(encode('<_x05 xmlns="page0"><!-- x --><_x3f xmlns="page255"/></_x05>').bytes)).toBe(
      `${EAS} 45 00 FF 3F 01`,
    );
  });

  it("reads white space on one line as a value, and text around a comment as one string", () => {
    expect(toHex(encode('<Sync xmlns="AirSync"> </Sync>').bytes)).toBe(`${EAS} 45 03 20 00 01`);
    expect(toHex(encode('<Sync xmlns="AirSync">\n</Sync>').bytes)).toBe(`${EAS} 45 01`);
    expect(toHex(encode('<Sync xmlns="AirSync">A<!-- x -->B</Sync>').bytes)).toBe(`${EAS} 45 03 41 42 00 01`);
  });
});

describe("text after the root", () => {
  it("is written if a named character gives it", () => {
    const { bytes, problems } = encode('<Sync xmlns="AirSync"/><?char U+0041?>');
    expect(problems.map(({ code }) => code)).toEqual(["malformed-bytes"]);
    expect(toHex(bytes)).toBe(`${EAS} 05 03 41 00`);
  });
});
