import { describe, expect, it } from "vitest";
import { applyPatches } from "../bytes/patch";
import { hex } from "../testing/bytes";
import { decode, encode, revise } from "../testing/codec";
import type { NotationProblemCode, Problem } from "./problem";

interface Case {
  readonly xml: string;
  readonly severity: Problem["severity"];
  /** The text that the problem refers to. */
  readonly at: string;
  /** For problems that only an edit of existing bytes can cause. */
  readonly bytes?: string;
}

const sync = (content: string): string => `<Sync xmlns="AirSync">${content}</Sync>`;
const latin1 = (content: string): string => `<?wbxml version="1.3" charset="iso-8859-1"?>${sync(content)}`;

/**
 * Each way in which a text can fail to say what to write, or say it in an unusual way. The type requires all
 * of them.
 */
const CASES: Readonly<Record<NotationProblemCode, readonly Case[]>> = {
  "no-namespace": [
    { xml: "<Sync/>", severity: "error", at: "<Sync/>" },
    { xml: "<Nothing></Nothing>", severity: "error", at: "<Nothing>" },
  ],
  "unknown-namespace": [{ xml: '<Sync xmlns="AirSink"/>', severity: "error", at: '<Sync xmlns="AirSink"/>' }],
  "unknown-element": [
    { xml: sync("<Subject/>"), severity: "error", at: "<Subject" },
    { xml: sync("<_x04/>"), severity: "error", at: "<_x04" },
    { xml: sync('<wbxml:LITERAL name="x"/>'), severity: "error", at: '<wbxml:LITERAL name="x"/>' },
    { xml: sync("<wbxml:body/>"), severity: "error", at: "<wbxml:body/>" },
  ],
  "legacy-name": [
    { xml: '<Synchronize xmlns="AirSync"/>', severity: "info", at: '<Synchronize xmlns="AirSync"/>' },
    { xml: sync("<synckey/>"), severity: "info", at: "<synckey/>" },
  ],
  "retired-tag": [{ xml: sync("<Version>1</Version>"), severity: "warning", at: "<Version>" }],
  "undeclared-prefix": [{ xml: sync("<airsyncbase:Body/>"), severity: "info", at: "<airsyncbase:Body/>" }],
  "attribute-not-encodable": [
    { xml: sync('<SyncKey type="x"/>'), severity: "error", at: '<SyncKey type="x"/>' },
  ],
  "attributes-syntax": [
    {
      xml: sync('<SyncKey wbxml:attributes="05 STR_I(AA==)"/>'),
      severity: "error",
      at: '<SyncKey wbxml:attributes="05 STR_I(AA==)"/>',
    },
    {
      xml: sync('<SyncKey wbxml:attributes="zz"/>'),
      severity: "error",
      at: '<SyncKey wbxml:attributes="zz"/>',
    },
    { xml: sync("<?pi 43?>"), severity: "error", at: "<?pi 43?>" },
  ],
  "unknown-instruction": [{ xml: sync("<?opak AA==?>"), severity: "error", at: "<?opak AA==?>" }],
  "instruction-syntax": [
    { xml: sync("<?opaque AA=?>"), severity: "error", at: "<?opaque AA=?>" },
    { xml: sync("<?entity x?>"), severity: "error", at: "<?entity x?>" },
    { xml: sync("<?entity 4294967296?>"), severity: "error", at: "<?entity 4294967296?>" },
    { xml: sync("<?str_t -1?>"), severity: "error", at: "<?str_t -1?>" },
    { xml: sync('<?ext_i_0 "\\q"?>'), severity: "error", at: '<?ext_i_0 "\\q"?>' },
    { xml: sync("<?char 1?>"), severity: "error", at: "<?char 1?>" },
    { xml: sync("<?char U+110000?>"), severity: "error", at: "<?char U+110000?>" },
    { xml: `<?wbxml version="x"?>${sync("")}`, severity: "error", at: '<?wbxml version="x"?>' },
    {
      xml: `<?wbxml version="1.0" charset="us-ascii"?>${sync("")}`,
      severity: "error",
      at: '<?wbxml version="1.0" charset="us-ascii"?>',
    },
  ],
  "instruction-misplaced": [
    { xml: sync("<?crlf?>text"), severity: "error", at: "<?crlf?>" },
    { xml: sync('<?wbxml version="1.3"?>'), severity: "error", at: '<?wbxml version="1.3"?>' },
    {
      xml: `<?wbxml version="1.2"?><?wbxml version="1.3"?>${sync("")}`,
      severity: "error",
      at: '<?wbxml version="1.3"?>',
    },
    { xml: `${sync("")}<?wbxml charset="us-ascii"?>`, severity: "error", at: '<?wbxml charset="us-ascii"?>' },
    {
      xml: `<?wbxml charset="us-ascii"?>${sync("")}<?wbxml version="1.3"?>`,
      severity: "error",
      at: '<?wbxml version="1.3"?>',
    },
  ],
  "string-table-text-differs": [
    {
      xml: `<?wbxml strtbl="ab\\u{0}"?>${sync('<?str_t 0 "other"?>')}`,
      severity: "warning",
      at: '<?str_t 0 "other"?>',
    },
  ],
  "text-not-in-charset": [
    { xml: latin1("€"), severity: "error", at: "€" },
    { xml: latin1('<?ext_i_0 "€"?>'), severity: "error", at: '<?ext_i_0 "€"?>' },
    { xml: sync("<?char U+D800?>"), severity: "error", at: "<?char U+D800?>" },
  ],
  "nul-in-text": [
    { xml: sync("<?str_i QQBC?>"), severity: "error", at: "<?str_i QQBC?>" },
    { xml: sync("<?ext_i_1 AA==?>"), severity: "error", at: "<?ext_i_1 AA==?>" },
    { xml: `<?wbxml charset="utf-16le"?>${sync("<?str_i QUFB?>")}`, severity: "error", at: "<?str_i QUFB?>" },
    { xml: sync("a<?char U+0000?>b"), severity: "error", at: "a<?char U+0000?>b" },
  ],
  "charset-not-writable": [
    { xml: `<?wbxml version="1.3" charset="1"?>${sync("A")}`, severity: "error", at: "A" },
  ],
  "comment-not-encoded": [{ xml: sync("<!-- why -->"), severity: "info", at: "<!-- why -->" }],
  "doctype-not-encoded": [{ xml: `<!DOCTYPE Sync>${sync("")}`, severity: "warning", at: "<!DOCTYPE Sync>" }],
  "edit-meets-damage": [
    {
      bytes: "03 01 6A 00 45 46 C3 20 61 01 01",
      xml: sync("<Responses><![CDATA[a]]></Responses><Add><?str_i?></Add>"),
      severity: "error",
      at: "<![CDATA[a]]>",
    },
    // damage that the text itself asks for
    {
      bytes: "03 01 6A 00 45 90 80 80 80 80 00 46 01 01",
      xml: sync("<Responses><?malformed ww==?></Responses>"),
      severity: "error",
      at: "<?malformed ww==?>",
    },
  ],
  "reads-otherwise": [
    {
      xml: ownText("03 01 6A 00 45 46 00"), // a cut SWITCH_PAGE, which the ENDs that follow would complete
      severity: "error",
      at: "<?malformed AA==?>",
    },
    {
      xml: sync("<SyncKey>1<?char U+0001?>K<?char U+0003?>2</SyncKey>"),
      severity: "error",
      at: "1<?char U+0001?>K<?char U+0003?>2",
    },
    { xml: sync("<Add><?malformed AQ==?></Add>"), severity: "error", at: "<?malformed AQ==?>" },
    { bytes: "", xml: sync("<?malformed ww==?>"), severity: "error", at: "<?malformed ww==?>" },
  ],
  "malformed-bytes": [
    {
      xml: `<?wbxml version="1.0"?>${sync("<![CDATA[a]]>")}`,
      severity: "warning",
      at: "<![CDATA[a]]>",
    },
    { xml: sync("<Add><?str_t 5?></Add>"), severity: "warning", at: "<?str_t 5?>" },
    {
      xml: '<wbxml:LITERAL xmlns:wbxml="WBXML" index="3"/>',
      severity: "warning",
      at: '<wbxml:LITERAL xmlns:wbxml="WBXML" index="3"/>',
    },
    { xml: sync("a<?entity 55296?>b"), severity: "warning", at: "<?entity 55296?>" },
    { xml: sync("<?str_i /w==?>"), severity: "warning", at: "<?str_i /w==?>" },
    { xml: `<?wbxml version="1.9"?>${sync("")}`, severity: "warning", at: '<?wbxml version="1.9"?>' },
  ],
};

/** The text that bytes are shown as. */
function ownText(bytes: string): string {
  return decode(hex(bytes)).xml;
}

const cases = Object.entries(CASES).flatMap(([code, all]) => all.map((one) => ({ code, ...one })));

describe("each problem of the notation", () => {
  it.each(cases)("$code: $xml", ({ code, xml, severity, at, bytes }) => {
    const { problems, written } = bytes === undefined ? fromNothing(xml) : edited(bytes, xml);
    const found = problems.filter((problem) => problem.code === code);
    expect(
      found.map((problem) => [problem.severity, xml.slice(problem.range.from, problem.range.to)]),
    ).toEqual([[severity, at]]);
    expect(found[0]?.message.length).toBeGreaterThan(20);
    if (severity === "error") expect(written).toHaveLength(0);
    else expect(written.length).toBeGreaterThan(0);
  });

  it("reports a prefix without a namespace once, and names an attribute by its prefix", () => {
    const { problems } = encode("<q:Sync xmlns='AirSync' xml:lang='en'><q:Add/></q:Sync>");
    expect(problems.map(({ code }) => code)).toEqual(["unbound-prefix", "attribute-not-encodable"]);
    expect(problems[1]?.message).toContain("xml:lang");
  });

  it("reports the problems of an ill-formed text too, and gives no bytes", () => {
    const { bytes, problems } = encode("<Sync xmlns='AirSync'><Subject></Sync>");
    expect(problems.map(({ code }) => code)).toEqual(["mismatched-tag", "unknown-element"]);
    expect(bytes).toHaveLength(0);
  });
});

function fromNothing(xml: string): { problems: readonly Problem[]; written: Uint8Array } {
  const { bytes, problems } = encode(xml);
  return { problems, written: bytes };
}

function edited(bytes: string, xml: string): { problems: readonly Problem[]; written: Uint8Array } {
  const { patches, problems } = revise(decode(hex(bytes)), xml);
  return { problems, written: patches.length === 0 ? new Uint8Array(0) : applyPatches(hex(bytes), patches) };
}
