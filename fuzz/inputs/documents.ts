import fc from "fast-check";

// WBXML documents with every token, charset and form of an integer that the specification has, written
// without the code under test.

/** An unsigned integer, and how many bytes more than needed it is written with. */
interface Integer {
  readonly value: number;
  readonly padding: number;
}

type Leaf =
  | { readonly kind: "string"; readonly token: number; readonly units: readonly number[] }
  | { readonly kind: "integer"; readonly token: number; readonly integer: Integer }
  | { readonly kind: "byte"; readonly token: number }
  | { readonly kind: "opaque"; readonly bytes: Uint8Array }
  | { readonly kind: "page"; readonly page: number };

interface Element {
  readonly kind: "element";
  readonly page: number;
  readonly identity: number;
  /** The index of the name, for a LITERAL. */
  readonly literal: Integer | undefined;
  readonly attributes: readonly Attribute[] | undefined;
  readonly content: readonly Item[] | undefined;
}

interface Instruction {
  readonly kind: "instruction";
  readonly attributes: readonly Attribute[];
}

type Attribute = Leaf | { readonly kind: "attribute"; readonly token: number };
type Item = Leaf | Element | Instruction;

interface Header {
  readonly version: number;
  readonly publicId: Integer;
  readonly publicIdIndex: Integer;
  readonly charset: Integer;
  readonly table: Uint8Array;
}

/** The charsets that have a codec, some that have none, and "unknown". */
const charsets = [
  0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17, 18, 36, 38, 106, 106, 106, 109, 110, 111, 112, 113, 114,
  1000, 1001, 1013, 1014, 1015, 1017, 1018, 1019, 2024, 2025, 2026, 2027, 2084, 2086, 2088, 2109, 2250, 2251,
  2252, 2253, 2254, 2255, 2256, 2257, 2258, 3000, 0xffffffff,
];

/** The size of a code unit, by charset; one byte for the others. */
const UNITS: ReadonlyMap<number, number> = new Map([
  ...[1000, 1013, 1014, 1015].map((charset): [number, number] => [charset, 2]),
  ...[1001, 1017, 1018, 1019].map((charset): [number, number] => [charset, 4]),
]);

const pages = [0, 0, 0, 1, 2, 4, 5, 6, 7, 13, 14, 15, 17, 18, 20, 21, 22, 24, 25, 26, 31, 255];

function integers(values: fc.Arbitrary<number>): fc.Arbitrary<Integer> {
  return fc.record({
    value: values,
    padding: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.nat(3)),
  });
}

const index = integers(fc.oneof(fc.nat(12), fc.constantFrom(127, 128, 16_384, 0xffffffff)));
const entity = integers(
  fc.oneof(fc.nat(0x10ffff), fc.constantFrom(0, 1, 9, 13, 32, 160, 0xd800, 0xfffe, 0x110000, 0xffffffff)),
);

const someText = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom(
    "",
    " ",
    "\r\n",
    "]]>",
    "SMS",
    "0",
    "<&>",
    "2026-11-29T06:00:00.000Z",
    "a\u0001b",
    "\uFEFF",
  ),
);
const units = fc.oneof(
  someText.map((text) => [...new TextEncoder().encode(text.toWellFormed())].filter((byte) => byte !== 0)),
  fc.array(fc.integer({ min: 1, max: 255 }), { maxLength: 8 }),
);

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("string"),
      token: fc.constantFrom(3, 3, 3, 0x40, 0x41, 0x42),
      units,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("opaque"), bytes: fc.uint8Array({ maxLength: 40 }) }),
  },
  fc.record({
    kind: fc.constant("integer"),
    token: fc.constantFrom(0x83, 0x80, 0x81, 0x82),
    integer: index,
  }),
  fc.record({ kind: fc.constant("integer"), token: fc.constant(2), integer: entity }),
  fc.record({ kind: fc.constant("byte"), token: fc.constantFrom(0xc0, 0xc1, 0xc2) }),
  fc.record({ kind: fc.constant("page"), page: fc.constantFrom(...pages) }),
);

const attribute: fc.Arbitrary<Attribute> = fc.oneof(
  fc.record({ kind: fc.constant("attribute"), token: fc.integer({ min: 5, max: 0x3f }) }),
  fc.record({ kind: fc.constant("attribute"), token: fc.integer({ min: 0x85, max: 0xbf }) }),
  fc.record({ kind: fc.constant("integer"), token: fc.constant(0x04), integer: index }),
  leaf,
);
const attributes = fc.array(attribute, { maxLength: 4 });
const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const items = fc.letrec<{ element: Element; item: Item }>((tie) => ({
  element: fc.record({
    kind: fc.constant("element"),
    page: fc.constantFrom(...pages),
    identity: fc.integer({ min: 5, max: 0x3f }),
    literal: rarely(index),
    attributes: rarely(attributes),
    content: fc.oneof(
      { maxDepth: 5 },
      fc.constant(undefined),
      fc.array(leaf, { maxLength: 2 }),
      fc.array(tie("element"), { maxLength: 4 }),
      fc.array(tie("item"), { maxLength: 4 }),
    ),
  }),
  item: fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 6, arbitrary: tie("element") },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("instruction"), attributes }) },
  ),
}));

const usual: Header = {
  version: 3,
  publicId: { value: 1, padding: 0 },
  publicIdIndex: { value: 0, padding: 0 },
  charset: { value: 106, padding: 0 },
  table: new Uint8Array(0),
};
const header: fc.Arbitrary<Header> = fc.oneof(
  fc.constant(usual),
  fc.record({
    version: fc.constantFrom(0, 1, 2, 3, 3, 3, 4, 0x13, 0xff),
    publicId: integers(fc.oneof(fc.nat(20), fc.constantFrom(0, 128, 0xffffffff))),
    publicIdIndex: index,
    charset: integers(fc.constantFrom(...charsets)),
    table: fc.uint8Array({ maxLength: 20 }),
  }),
);

/** A whole document: its header, what stands before and after the root, and the root. */
interface Document {
  readonly header: Header;
  readonly items: readonly Item[];
}

const documents: fc.Arbitrary<Document> = fc.record({
  header,
  items: fc.oneof(
    { weight: 8, arbitrary: items.element.map((root) => [root]) },
    { weight: 1, arbitrary: fc.array(items.item, { maxLength: 3 }) },
  ),
});

/** Any document, as bytes. */
export const anyDocument: fc.Arbitrary<Uint8Array> = documents.map(writeDocument);

/** A document with the header of EAS, as bytes. */
export const easDocument: fc.Arbitrary<Uint8Array> = items.element.map((root) =>
  writeDocument({ header: usual, items: [root] }),
);

function writeInteger({ value, padding }: Integer): number[] {
  const parts = [value % 0x80];
  for (let rest = Math.floor(value / 0x80); rest > 0; rest = Math.floor(rest / 0x80))
    parts.unshift((rest % 0x80) + 0x80);
  return [...Array.from({ length: Math.min(padding, 5 - parts.length) }, () => 0x80), ...parts];
}

function writeDocument({ header: given, items: body }: Document): Uint8Array {
  const { version, publicId, publicIdIndex, charset, table } = given;
  const out = [version, ...writeInteger(publicId)];
  if (publicId.value === 0) out.push(...writeInteger(publicIdIndex));
  if (version !== 0) out.push(...writeInteger(charset));
  out.push(...writeInteger({ value: table.length, padding: 0 }), ...table);
  const unit = version === 0 ? 1 : (UNITS.get(charset.value) ?? 1);
  writeItems(out, body, unit);
  return Uint8Array.from(out);
}

/** Writes items one after the other; each element sets the page that it needs. */
function writeItems(out: number[], list: readonly Item[], unit: number): void {
  for (const item of list) {
    if (item.kind === "element") writeElement(out, item, unit);
    else if (item.kind === "instruction") out.push(0x43, ...writeAttributes(item.attributes, unit));
    else out.push(...writeLeaf(item, unit));
  }
}

function writeElement(out: number[], element: Element, unit: number): void {
  const { page, identity, literal, attributes: list, content } = element;
  const bits = (content === undefined ? 0 : 0x40) | (list === undefined ? 0 : 0x80);
  if (literal === undefined) out.push(0x00, page, identity | bits);
  else out.push(0x04 | bits, ...writeInteger(literal));
  if (list !== undefined) out.push(...writeAttributes(list, unit));
  if (content === undefined) return;
  writeItems(out, content, unit);
  out.push(0x01);
}

function writeAttributes(list: readonly Attribute[], unit: number): number[] {
  const written = list.flatMap((one) => (one.kind === "attribute" ? [one.token] : writeLeaf(one, unit)));
  return [...written, 0x01];
}

function writeLeaf(given: Leaf, unit: number): number[] {
  switch (given.kind) {
    case "string":
      return [given.token, ...given.units.flatMap((value) => widen(value, unit)), ...widen(0, unit)];
    case "integer":
      return [given.token, ...writeInteger(given.integer)];
    case "byte":
      return [given.token];
    case "opaque":
      return [0xc3, ...writeInteger({ value: given.bytes.length, padding: 0 }), ...given.bytes];
    case "page":
      return [0x00, given.page];
  }
}

/** A value as a code unit: the same number in every byte, so that it is not zero in any order of bytes. */
function widen(value: number, unit: number): number[] {
  return Array.from({ length: unit }, (_, i) => (i === 0 || value === 0 ? value : value & 0x0f));
}
