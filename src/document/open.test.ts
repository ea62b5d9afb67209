import { describe, expect, it } from "vitest";
import { toHex } from "../bytes/hex";
import { applyPatches } from "../bytes/patch";
import { easCodeSpace } from "../eas/codeSpace";
import { hex } from "../testing/bytes";
import { decode, revise } from "../testing/codec";
import { kindOf, TokenKind, type TokenTable } from "../wbxml/tokenTable";
import { openDocument } from "./open";

const BYTES = "03 01 6A 00 45 4B 03 31 00 01 00 11 4A 01 01";
const TYPED =
  '<!-- mine -->\n<Sync xmlns="AirSync"><SyncKey >1</SyncKey><b:Body ' +
  'xmlns:b="AirSyncBase:"></b:Body>\n\n</Sync>';

function texts(document: {
  tree: { tokens: TokenTable };
  xml: string;
  textRange: (token: number) => { from: number; to: number };
}): string[] {
  const { tokens } = document.tree;
  return Array.from({ length: tokens.count }, (_, token) => {
    const { from, to } = document.textRange(token);
    return document.xml.slice(from, to);
  });
}

describe("a document opened with the text that a person typed", () => {
  it("keeps that text, and knows where its tokens are in it", () => {
    const document = openDocument(hex(BYTES), easCodeSpace, TYPED);
    expect(document.xml).toBe(TYPED);
    expect(texts(document).slice(4)).toEqual([
      '<Sync xmlns="AirSync">',
      "<SyncKey >",
      "1",
      "</SyncKey>",
      "",
      '<b:Body xmlns:b="AirSyncBase:">',
      "</b:Body>",
      "</Sync>",
    ]);
  });

  it("is edited like any other", () => {
    const document = openDocument(hex(BYTES), easCodeSpace, TYPED);
    const { patches } = revise(document, TYPED.replace(">1<", ">2<"));
    expect(toHex(applyPatches(document.bytes, patches))).toBe(BYTES.replace("03 31", "03 32"));
    expect(revise(document, TYPED).patches).toEqual([]);
  });

  it("uses the header's instruction as its header", () => {
    const text = '<?wbxml version="1.2" publicid="1"?><Sync xmlns="AirSync"/>';
    const document = openDocument(hex("02 01 6A 00 05"), easCodeSpace, text);
    expect(document.xml).toBe(text);
    expect(texts(document)[0]).toBe('<?wbxml version="1.2" publicid="1"?>');
  });

  it.each([
    ["with other elements", '<Sync xmlns="AirSync"/>'],
    [
      "with another kind of node",
      '<Sync xmlns="AirSync"><SyncKey><Add/></SyncKey><b:Body xmlns:b="AirSyncBase"/></Sync>',
    ],
    ["with a node elsewhere", '<Sync xmlns="AirSync"><SyncKey/>1<b:Body xmlns:b="AirSyncBase"/></Sync>'],
    [
      "with a tag that has content there",
      '<Sync xmlns="AirSync"><SyncKey>1</SyncKey><b:Body xmlns:b="AirSyncBase"/></Sync>',
    ],
    [
      "with damage where there is none",
      '<Sync xmlns="AirSync"><SyncKey><?malformed AQ==?></SyncKey><b:Body ' +
        'xmlns:b="AirSyncBase"></b:Body></Sync>',
    ],
    ["that is not XML", "<Sync"],
    ["that is empty", ""],
  ])("is rendered again if the text is one %s", (_, text) => {
    const document = openDocument(hex(BYTES), easCodeSpace, text);
    expect(document.xml).toBe(decode(hex(BYTES)).xml);
  });
});

describe("a document", () => {
  it("is opened without rendering the text until it is needed", () => {
    const document = decode(hex(BYTES));
    expect(document.xml).toBe(document.xml);
    expect(document.plan()).toBe(document.plan());
    expect(document.malformations).toBe(document.tree.tokens.malformations);
    expect([...document.planTokens()].map((token) => kindOf(document.tree.tokens, token))).toEqual([
      TokenKind.Tag,
      TokenKind.Tag,
      TokenKind.InlineString,
      TokenKind.Tag,
    ]);
  });

  it("without bytes has no text", () => {
    const document = decode(new Uint8Array(0));
    expect([document.xml, document.planTokens().length, document.malformations[0]?.code]).toEqual([
      "",
      0,
      "empty-body",
    ]);
  });
});
