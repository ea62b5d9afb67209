import fc from "fast-check";

// Edits of XML text that leave most texts well-formed: whole constructs are inserted, removed, doubled, moved
// or exchanged, as people do in an editor.

const kinds = ["insert", "insert", "insert", "remove", "double", "move", "replace", "type"] as const;

/** One edit. Places are taken modulo the number of constructs. */
export interface XmlEdit {
  readonly kind: (typeof kinds)[number];
  readonly at: number;
  readonly to: number;
  readonly piece: string;
}

const pieces = [
  "x",
  " ",
  "\n",
  "0",
  "SMS",
  "&lt;",
  "&#xD;",
  "&#x20;",
  "é",
  "😀",
  "]]&gt;",
  "2026-11-29T06:00:00.000Z",
  "<![CDATA[]]>",
  "<![CDATA[a]]>",
  "<![CDATA[a\nb]]>",
  "<?crlf?><![CDATA[a\nb]]>",
  "<?opaque AAE=?>",
  "<?opaque?>",
  "<?str_i?>",
  "<?str_i gQ==?>",
  "<?split?>",
  "<?char U+0001?>",
  "<?char U+FFFE?>",
  "<?entity 160?>",
  "<?entity 55296?>",
  "<?entity 4294967295?>",
  "<?str_t 0?>",
  "<?str_t 3?>",
  '<?ext_i_0 "x"?>',
  "<?ext_i_1 gQ==?>",
  "<?ext_t_2 300?>",
  "<?ext_1?>",
  '<?pi 05 "a"?>',
  "<?malformed AQ==?>",
  "<?malformed ww==?>",
  "<?malformed AA==?>",
  "<?malformed A2E=?>",
  "<!-- c -->",
  "<_x3F/>",
  "<_x3F></_x3F>",
  '<Class xmlns="AirSync">SMS</Class>',
  '<Add xmlns="AirSync"><ClientId>1</ClientId></Add>',
  '<a:_x05 xmlns:a="page31"/>',
  '<Body xmlns="Email"/>',
  '<Data xmlns="AirSyncBase"><?opaque AAE=?>b</Data>',
  '<w:LITERAL xmlns:w="WBXML" index="0">a</w:LITERAL>',
  '<Status xmlns="AirSync" w:attributes=\'05 "a" 85 STR_T(3) 01\' xmlns:w="WBXML">1</Status>',
  '<Status xmlns="AirSync" w:attributes=\'05 ENTITY(160) OPAQUE(AAE=) PAGE(1)\' xmlns:w="WBXML"/>',
];

const edit: fc.Arbitrary<XmlEdit> = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.nat(500),
  to: fc.nat(500),
  piece: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...pieces) },
    fc.string({ unit: "binary", maxLength: 6 }).map((text) => text.replaceAll(/[<&\p{Cc}\p{Cs}]/gu, "")),
  ),
});

/** Some edits, one at least. */
export const xmlEdits: fc.Arbitrary<readonly XmlEdit[]> = fc.array(edit, { minLength: 1, maxLength: 4 });

const CONSTRUCT =
  /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+|</g;

/** A text after edits. */
export function editXml(text: string, edits: readonly XmlEdit[]): string {
  return edits.reduce((now, one) => applyEdit(now.match(CONSTRUCT) ?? [], one).join(""), text);
}

function applyEdit(all: readonly string[], { kind, at, to, piece }: XmlEdit): readonly string[] {
  const from = at % (all.length + 1);
  const end = endOf(all, from);
  const whole = all.slice(from, end);
  const rest = [...all.slice(0, from), ...all.slice(end)];
  const target = to % (rest.length + 1);
  switch (kind) {
    case "insert":
      return all.toSpliced(from, 0, piece);
    case "remove":
      return rest;
    case "double":
      return all.toSpliced(end, 0, ...whole);
    case "move":
      return rest.toSpliced(target, 0, ...whole);
    case "replace":
      return all.toSpliced(from, end - from, piece);
    case "type":
      return all.toSpliced(from, 1, typeInto(all[from] ?? "", to, piece));
  }
}

/** A text with a piece inside; a tag stays as it is. */
function typeInto(construct: string, at: number, piece: string): string {
  if (construct.startsWith("<")) return construct;
  const place = at % (construct.length + 1);
  return construct.slice(0, place) + piece + construct.slice(place);
}

/** Where the construct at an index ends: behind its closing tag, if it is the opening tag of an element. */
function endOf(all: readonly string[], from: number): number {
  if (!isOpening(all[from] ?? "")) return Math.min(from + 1, all.length);
  let depth = 0;
  for (let i = from; i < all.length; i++) {
    if (isOpening(all[i] ?? "")) depth++;
    else if (all[i]?.startsWith("</")) depth--;
    if (depth === 0) return i + 1;
  }
  return all.length;
}

function isOpening(construct: string): boolean {
  return /^<[^/!?]/.test(construct) && !construct.endsWith("/>");
}
