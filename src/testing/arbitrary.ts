import fc from "fast-check";
import { utf8 } from "../bytes/text";

/** A generated node: an element on any page, or a leaf of any kind that a body can contain. */
export type SampleNode =
  | {
      readonly kind: "element";
      readonly page: number;
      readonly token: number;
      readonly content: readonly SampleNode[] | null;
    }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "opaque"; readonly bytes: Uint8Array }
  | { readonly kind: "entity"; readonly code: number }
  | { readonly kind: "extension"; readonly token: number };

/**
 * The unusual features to use when writing a document: longer integers than necessary, redundant page
 * switches.
 */
export interface Noise {
  readonly longIntegers: boolean;
  readonly redundantSwitches: boolean;
  readonly switchesBeforeEnd: boolean;
}

export const plainNoise: Noise = { longIntegers: false, redundantSwitches: false, switchesBeforeEnd: false };

const pages = [0, 0, 0, 2, 17, 18, 22, 31];
const awkward = [
  "",
  " ",
  "\n",
  "]]>",
  "a\rb\r\nc",
  "\u0001",
  "\uFFFE",
  "😀",
  "é",
  "<&>\"'",
  "\u0085\u2028\uFEFF",
  "SMS",
  "0",
  " x ",
  "<!-- -->",
];

const text = fc
  .oneof(
    fc.constantFrom(...awkward),
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.string({ maxLength: 8 }),
  )
  .map((value) => value.replaceAll("\0", "").toWellFormed());

const opaque = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .constantFrom("", "a\r\nb\r\n", "a\nb", "a\rb", "x]]>y", "plain", "\u0000", "Ünïcode")
    .map((value) => utf8.encode(value) ?? new Uint8Array(0)),
);

const leaf: fc.Arbitrary<SampleNode> = fc.oneof(
  { weight: 6, arbitrary: text.map((value) => ({ kind: "text" as const, text: value })) },
  { weight: 2, arbitrary: opaque.map((bytes) => ({ kind: "opaque" as const, bytes })) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0, max: 0x10ffff })
      .map((code) => ({ kind: "entity" as const, code: code >= 0xd800 && code <= 0xdfff ? 65 : code })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0xc0, 0xc1, 0xc2).map((token) => ({ kind: "extension" as const, token })),
  },
);

const trees = fc.letrec<{ element: SampleNode; node: SampleNode }>((tie) => ({
  element: fc.record({
    kind: fc.constant("element" as const),
    page: fc.constantFrom(...pages),
    token: fc.integer({ min: 5, max: 0x3f }),
    content: fc.oneof(
      { maxDepth: 5 },
      fc.constant(null),
      leaf.map((only) => [only]),
      fc.array(tie("element"), { maxLength: 5 }),
      fc.array(tie("node"), { maxLength: 4 }),
    ),
  }),
  node: fc.oneof(leaf, tie("element")),
}));

/** The root element of a generated document, with all its content. */
export const sampleTree: fc.Arbitrary<SampleNode> = trees.element;

/** Any combination of unusual features. */
export const noise: fc.Arbitrary<Noise> = fc.record({
  longIntegers: fc.boolean(),
  redundantSwitches: fc.boolean(),
  switchesBeforeEnd: fc.boolean(),
});

function encodeInteger(value: number, noisy: Noise): number[] {
  const parts = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) parts.unshift((rest & 0x7f) | 0x80);
  if (noisy.longIntegers && parts.length < 5) parts.unshift(0x80);
  return parts;
}

/** Encodes a sample as WBXML with the header of EAS, independently of the code under test. */
export function encodeSample(root: SampleNode, noisy: Noise = plainNoise): Uint8Array {
  const out: number[] = [0x03, 0x01, 0x6a, 0x00];
  let page = 0;
  const write = (node: SampleNode): void => {
    switch (node.kind) {
      case "text":
        out.push(0x03, ...(utf8.encode(node.text) ?? []), 0);
        return;
      case "opaque":
        out.push(0xc3, ...encodeInteger(node.bytes.length, noisy), ...node.bytes);
        return;
      case "entity":
        out.push(0x02, ...encodeInteger(node.code, noisy));
        return;
      case "extension":
        out.push(node.token);
        return;
      case "element":
        if (node.page !== page || noisy.redundantSwitches) out.push(0x00, node.page);
        page = node.page;
        out.push(node.token | (node.content === null ? 0 : 0x40));
        if (node.content === null) return;
        node.content.forEach(write);
        if (noisy.switchesBeforeEnd) {
          page = 17;
          out.push(0x00, 17);
        }
        out.push(0x01);
    }
  };
  write(root);
  return Uint8Array.from(out);
}
