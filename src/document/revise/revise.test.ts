import { describe, expect, it } from "vitest";
import { toHex } from "../../bytes/hex";
import { applyPatches } from "../../bytes/patch";
import { hex } from "../../testing/bytes";
import { decode, revise } from "../../testing/codec";

const EAS = "03 01 6A 00";

interface Edit {
  /** `start-end: new bytes`, one per patch. */
  readonly patches: readonly string[];
  readonly bytes: string;
  readonly xml: string;
}

/**
 * How an edit of a document's text changes its bytes. `change` lists the text before and after each change.
 */
function edit(bytes: string, ...change: readonly (readonly [before: string, after: string])[]): Edit {
  const document = decode(hex(bytes));
  const xml = change.reduce((text, [before, after]) => {
    expect(text).toContain(before);
    return text.replace(before, after);
  }, document.xml);
  const { patches, problems } = revise(document, xml);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const edited = applyPatches(document.bytes, patches);
  return {
    patches: patches.map((patch) => `${patch.range.start}-${patch.range.end}: ${toHex(patch.bytes)}`),
    bytes: toHex(edited),
    xml: decode(edited).xml,
  };
}

describe("revise", () => {
  it("for a document's own text, or another layout of it, gives no patches", () => {
    const document = decode(hex(`${EAS} 45 00 11 4A 03 41 00 01 00 00 4B 03 31 00 01 01`));
    expect(revise(document, document.xml)).toEqual({ patches: [], problems: [] });
    expect(revise(document, document.xml.replaceAll(/\n\s*/g, "")).patches).toEqual([]);
    expect(revise(document, document.xml.replaceAll("airsyncbase", "x")).patches).toEqual([]);
    expect(revise(document, document.xml.replaceAll("\n", "\n\n\t")).patches).toEqual([]);
  });

  it("for a changed value, patches only that value's token", () => {
    expect(edit(`${EAS} 45 4B 03 31 00 01 52 03 35 00 01 01`, [">1<", ">42<"])).toMatchObject({
      patches: ["7-8: 34 32"],
      bytes: `${EAS} 45 4B 03 34 32 00 01 52 03 35 00 01 01`,
    });
    expect(edit(`${EAS} 45 4B C3 02 61 62 01 01`, ["ab", "abc"]).patches).toEqual(["7-10: 03 61 62 63"]);
    expect(edit(`${EAS} 45 4B 02 81 20 01 01`, ["160", "161"]).patches).toEqual(["8-9: 21"]);
  });

  it("leaves unusual bytes elsewhere unchanged", () => {
    const unusual =
      "00 00 00 00 45 00 11 00 00 4C C3 80 80 01 41 01 4B 03 31 00 01 4D 03 00 03 00 01 00 12 01 00 05";
    const { patches, bytes } = edit(`${EAS} ${unusual}`, ["<SyncKey>1<", "<SyncKey>2<"]);
    expect(patches).toHaveLength(1);
    expect(bytes).toBe(`${EAS} ${unusual.replace("4B 03 31", "4B 03 32")}`);
  });

  it("shortens an integer only if that integer is changed", () => {
    const bytes = `${EAS} 45 02 80 80 41 02 80 42 01`;
    expect(edit(bytes, ["<?entity 66?>", "<?entity 67?>"]).bytes).toBe(`${EAS} 45 02 80 80 41 02 43 01`);
  });
});

describe("revise and code pages", () => {
  it("restores a removed SWITCH_PAGE if later bytes rely on it", () => {
    const { bytes, xml } = edit(`${EAS} 45 00 11 4A 01 4A 03 31 00 01 01`, [
      "<airsyncbase:Body></airsyncbase:Body>",
      "",
    ]);
    expect(bytes).toBe(`${EAS} 45 00 11 4A 03 31 00 01 01`);
    expect(xml).toContain("<airsyncbase:Body>1</airsyncbase:Body>");
  });

  it("switches for an insertion, and back for what follows", () => {
    const { bytes } = edit(`${EAS} 45 4B 03 31 00 01 4C 01 01`, [
      "<ClientId>",
      '<x:Body xmlns:x="AirSyncBase"/><ClientId>',
    ]);
    expect(bytes).toBe(`${EAS} 45 4B 03 31 00 01 00 11 0A 00 00 4C 01 01`);
  });

  it("needs no switch for an insertion on the page in effect", () => {
    const { bytes } = edit(`${EAS} 45 00 11 4A 01 01`, [
      "<airsyncbase:Body></airsyncbase:Body>",
      "<airsyncbase:Body></airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type>",
    ]);
    expect(bytes).toBe(`${EAS} 45 00 11 4A 01 46 03 31 00 01 01`);
  });

  it("changes an element's page with its namespace", () => {
    const { bytes, xml } = edit(`${EAS} 45 4E 03 31 00 01 4B 01 01`, [
      "<Status>1</Status>",
      '<Status xmlns="Ping">1</Status>',
    ]);
    expect(bytes).toBe(`${EAS} 45 00 0D 47 03 31 00 01 00 00 4B 01 01`);
    expect(xml).toContain("<ping:Status>1</ping:Status>");
  });
});

describe("revise and the content bit", () => {
  it("sets it, with an END, if an element gets content", () => {
    expect(edit(`${EAS} 45 0B 4C 01 01`, ["<SyncKey/>", "<SyncKey>0</SyncKey>"])).toMatchObject({
      bytes: `${EAS} 45 4B 03 30 00 01 4C 01 01`,
    });
    expect(edit(`${EAS} 45 0B 01`, ["<SyncKey/>", "<SyncKey></SyncKey>"]).bytes).toBe(`${EAS} 45 4B 01 01`);
    expect(
      edit(`${EAS} 05`, ['<Sync xmlns="AirSync"/>', '<Sync xmlns="AirSync"><SyncKey/></Sync>']).bytes,
    ).toBe(`${EAS} 45 0B 01`);
  });

  it("clears it, and removes the END, if an element is self-closing", () => {
    expect(edit(`${EAS} 45 4B 03 30 00 01 4C 01 01`, ["<SyncKey>0</SyncKey>", "<SyncKey/>"]).bytes).toBe(
      `${EAS} 45 0B 4C 01 01`,
    );
    expect(edit(`${EAS} 45 4B 01 01`, ["<SyncKey></SyncKey>", "<SyncKey/>"]).bytes).toBe(`${EAS} 45 0B 01`);
  });
});

describe("revise and structure", () => {
  const items = `${EAS} 45 47 4D 03 31 00 01 01 47 4D 03 32 00 01 01 47 4D 03 33 00 01 01 01`;

  it("removes one of several equal elements, and no other", () => {
    const { bytes, patches } = edit(items, ["<Add>\n    <ServerId>2</ServerId>\n  </Add>", ""]);
    expect(bytes).toBe(`${EAS} 45 47 4D 03 31 00 01 01 47 4D 03 33 00 01 01 01`);
    expect(patches).toHaveLength(1);
  });

  it("inserts one between others", () => {
    const { bytes, patches } = edit(items, [
      "<Add>\n    <ServerId>2",
      "<Delete><ServerId>9</ServerId></Delete><Add>\n    <ServerId>2",
    ]);
    expect(bytes).toBe(
      `${EAS} 45 47 4D 03 31 00 01 01 49 4D 03 39 00 01 01 47 4D 03 32 00 01 01 47 4D 03 33 00 01 01 01`,
    );
    expect(patches).toHaveLength(1);
  });

  it("changes two places with two patches", () => {
    expect(edit(items, [">1<", ">7<"], [">3<", ">8<"]).patches).toEqual(["8-9: 37", "22-23: 38"]);
  });

  it("renames an element and keeps its content", () => {
    expect(
      edit(items, ["<Add>\n    <ServerId>1</ServerId>\n  </Add>", "<Change><ServerId>1</ServerId></Change>"])
        .bytes,
    ).toBe(items.replace("45 47", "45 48"));
  });

  it("changes only the header if nothing else changes", () => {
    const document = decode(hex(`${EAS} 45 4B 03 31 00 01 01`));
    const { patches } = revise(
      document,
      `<?wbxml version="1.2" publicid="1" charset="utf-8"?>${document.xml}`,
    );
    expect(patches).toEqual([{ range: { start: 0, end: 1 }, bytes: Uint8Array.of(2) }]);
  });

  it("writes again what the new charset encodes differently, and leaves the rest", () => {
    const bytes = `${EAS} 45 4B 03 31 00 01 52 03 C3 A9 00 01 50 C3 80 01 41 01 01`;
    const latin1 = edit(bytes, ["<Sync", '<?wbxml charset="iso-8859-1"?><Sync']);
    expect(latin1.bytes).toBe("03 01 04 00 45 4B 03 31 00 01 52 03 E9 00 01 50 C3 80 01 41 01 01");
    const utf16 = edit(bytes, ["<Sync", '<?wbxml charset="utf-16le"?><Sync']);
    expect(utf16.bytes).toBe(
      "03 01 87 76 00 45 4B 03 31 00 00 00 01 52 03 E9 00 00 00 01 50 C3 80 01 41 01 01",
    );
    const lost = revise(decode(hex(bytes)), `<?wbxml charset="us-ascii"?>${decode(hex(bytes)).xml}`);
    expect(lost.patches).toEqual([]);
    expect(lost.problems.map(({ code }) => code)).toEqual(["text-not-in-charset"]);
  });

  it("writes attribute lists and extension strings in the new charset too", () => {
    const bytes = "03 01 04 00 45 85 05 03 E9 00 01 40 E9 00 43 05 03 E9 00 01 01";
    expect(edit(bytes, ["iso-8859-1", "utf-8"]).bytes).toBe(
      "03 01 6A 00 45 85 05 03 C3 A9 00 01 40 C3 A9 00 43 05 03 C3 A9 00 01 01",
    );
  });

  it("distinguishes an empty attribute list from none, and a text from base64 that looks like it", () => {
    expect(edit(`${EAS} C5 01 05 01`, [" wbxml:attributes=''", ""]).bytes).toBe(`${EAS} 45 05 01`);
    expect(
      edit(`${EAS} 45 05 01`, ["<Sync/>", "<Sync xmlns:wbxml='WBXML' wbxml:attributes=''/>"]).bytes,
    ).toBe(`${EAS} 45 85 01 01`);
    expect(edit(`${EAS} 45 40 FF FF FF 00 01`, ["<?ext_i_0 ////?>", '<?ext_i_0 "////"?>']).bytes).toBe(
      `${EAS} 45 40 2F 2F 2F 2F 00 01`,
    );
  });

  it("writes everything if there was nothing", () => {
    const { patches } = revise(decode(new Uint8Array(0)), '<Sync xmlns="AirSync"/>');
    expect(patches).toEqual([{ range: { start: 0, end: 0 }, bytes: hex(`${EAS} 05`) }]);
  });

  it("for a text with an error, gives no patches", () => {
    const { patches, problems } = revise(decode(hex(items)), "<Sync xmlns='AirSync'><Subject/></Sync>");
    expect(patches).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(["unknown-element"]);
  });
});

describe("revise beside damage", () => {
  it("adds missing ENDs if something is inserted after them", () => {
    const { bytes } = edit(`${EAS} 45 5C 4F 4B 03 31 00`, ["</Collection>", "</Collection><Collection/>"]);
    expect(bytes).toBe(`${EAS} 45 5C 4F 4B 03 31 00 01 01 0F`);
    expect(edit(`${EAS} 45 5C 4F 4B 03 31 00`, ["</Collections>", "</Collections><Limit/>"]).bytes).toBe(
      `${EAS} 45 5C 4F 4B 03 31 00 01 01 01 25`,
    );
  });

  it("leaves them missing if an earlier value is changed", () => {
    expect(edit(`${EAS} 45 4B 03 31 00 01 4C 03 32 00`, [">1<", ">3<"]).bytes).toBe(
      `${EAS} 45 4B 03 33 00 01 4C 03 32 00`,
    );
  });

  it("edits after a string that lost its NUL, and keeps the string", () => {
    const { bytes } = edit(`${EAS} 45 4F 4B 03 30 01 52 03 31 00 01 01 01`, [">1<", ">5<"]);
    expect(bytes).toBe(`${EAS} 45 4F 4B 03 30 01 52 03 35 00 01 01 01`);
  });

  it("edits the right part of several bodies", () => {
    expect(edit(`${EAS} 45 4B 03 31 00 01 01 ${EAS} 45 4B 03 32 00 01 01`, [">2<", ">7<"]).bytes).toBe(
      `${EAS} 45 4B 03 31 00 01 01 ${EAS} 45 4B 03 37 00 01 01`,
    );
  });

  it("refuses a header that changes the meaning of the rest", () => {
    const document = decode(hex(`${EAS} 00 1F`)); // no root, but with 00 01 00 in front: two switches and one
    const { patches, problems } = revise(document, `<?wbxml version="1.0"?>${document.xml}`);
    expect(patches).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(["edit-meets-damage"]);
  });

  it("refuses a text that would be read back differently", () => {
    const document = decode(hex(`${EAS} 45 4F 4B 03 30 00 01 01 01`));
    const { patches, problems } = revise(
      document,
      document.xml.replace(">0<", ">0<?char U+0001?>R<?char U+0003?>1<"),
    );
    expect(patches).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(["edit-meets-damage"]);
  });

  it("refuses an edit beside damage, even if other damage stays unchanged elsewhere", () => {
    // an integer with too many bits in Collections, and an OPAQUE whose length lost its last byte
    const document = decode(hex(`${EAS} 45 5C 02 FF FF FF FF FF 01 C3 81 41 01 01 01`));
    expect(document.xml).toContain("<Collections><?malformed ");
    const { patches, problems } = revise(document, document.xml.replace("</Sync>", "<Add/></Sync>"));
    expect(patches).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(["edit-meets-damage"]);
  });
});
