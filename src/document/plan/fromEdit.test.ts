import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyTextEdit, diffText } from "../../bytes/textEdit";
import { easCodeSpace } from "../../eas/codeSpace";
import { encodeSample, noise, sampleTree } from "../../testing/arbitrary";
import { decode } from "../../testing/codec";
import { type LinkedDocument, openDocument } from "../open";
import { matchEdited, matchPlans } from "../revise/match";
import { editDocument } from "../revise/revise";
import { type Revision, revisePlan } from "../revise/revisePlan";
import { planEdit } from "./fromEdit";
import { planXml } from "./fromXml";

/** Text that breaks, moves or ends XML constructs. */
const constructs = [
  ...(
    "< > & ' \" / ]]> <![CDATA[ <!-- --> <?crlf?> <?split?> <?opaque AAA=?> <?entity 9?> &amp; &#x20; " +
    "&#10; &lt"
  ).split(" "),
  "<?char U+0001?>",
  "<?wbxml version='1.2'?>",
  "<?pi 05?>",
  "<!DOCTYPE a>",
  "<!-- note -->",
  "<![CDATA[a]]>",
  "<Sync>",
  "</Sync>",
  "<Sync/>",
  "<x>",
  "</x><x>",
  "<Picture/>",
  "<email:To>1</email:To>",
  "<tasks:Subject/>",
  '<Body xmlns="AirSyncBase">1</Body>',
  '<wbxml:LITERAL index="0"/>',
  " xmlns:email='Email'",
  " xmlns='Email'",
  "email:",
  "\0",
  "\u0001",
  "\ud800",
];

/** Text that people type. */
const typed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.string({ unit: fc.constantFrom("a", "1", " ", "\n", "é", "😀"), maxLength: 3 }),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...constructs),
  },
);

interface Change {
  readonly at: number;
  readonly length: number;
  readonly inserted: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  length: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat(4) },
    { weight: 1, arbitrary: fc.nat(60) },
  ),
  inserted: typed,
});

/** A position in the text, usually where something starts or ends. */
function placeIn(text: string, at: number): number {
  const places = Array.from(text.matchAll(/[<>]/g), ({ index, 0: found }) =>
    found === "<" ? index : index + 1,
  );
  return at % 3 === 0 || places.length === 0 ? at % (text.length + 1) : (places[at % places.length] ?? 0);
}

function changed(text: string, { at, length, inserted }: Change): string {
  const from = placeIn(text, at);
  return applyTextEdit(text, { from, removed: text.slice(from, from + length), inserted });
}

/**
 * A document as received, or as written by a person: elements nested in two others, an instruction or comment
 * at the start, and changes.
 */
const anyDocument = fc.record({
  trees: fc.array(sampleTree, { minLength: 1, maxLength: 3 }),
  noisy: noise,
  front: fc.constantFrom("", "<!-- mine -->\n", '<?xml version="1.0"?>', '<?wbxml version="1.2"?>'),
  changes: fc.array(change, { maxLength: 2 }),
});

type AnyDocument = typeof anyDocument extends fc.Arbitrary<infer T> ? T : never;

function built({ trees, noisy, front, changes }: AnyDocument): LinkedDocument {
  const inner = { kind: "element", page: 0, token: 0x16, content: trees } as const;
  const received = decode(encodeSample({ kind: "element", page: 0, token: 5, content: [inner] }, noisy));
  const fronted = editDocument(received, front + received.xml).document ?? received;
  return changes.reduce(
    (document, one) => editDocument(document, changed(document.xml, one)).document ?? document,
    fronted,
  );
}

function whole(before: LinkedDocument, text: string): Revision {
  return revisePlan(before, planXml(text, easCodeSpace), (old, fresh) => matchPlans(old.nodes, fresh.nodes));
}

describe("planEdit", () => {
  it("gives the same plan and pairs as the whole text, or none", () => {
    let edits = 0;
    let known = 0;
    fc.assert(
      fc.property(anyDocument, change, (start, one) => {
        const before = built(start);
        const text = changed(before.xml, one);
        const edit = diffText(before.xml, text);
        const edited = edit && planEdit(before.plan(), before.xml, edit, easCodeSpace);
        edits++;
        if (edited === undefined) return;
        known++;
        const plan = planXml(text, easCodeSpace);
        expect(edited.plan).toEqual(plan);
        expect(matchEdited(before.plan(), edited)).toEqual(matchPlans(before.plan().nodes, plan.nodes));
      }),
      { numRuns: 3000 },
    );
    expect(known / edits).toBeGreaterThan(0.2);
  });
});

describe("editDocument", () => {
  it("gives the same patches, problems and positions as the whole text", () => {
    fc.assert(
      fc.property(anyDocument, change, (start, one) => {
        const before = built(start);
        const text = changed(before.xml, one);
        const { patches, problems, document } = editDocument(before, text);
        if (text !== before.xml) expect({ patches, problems }).toEqual(whole(before, text));
        if (document === undefined) return;
        const opened = openDocument(document.bytes, easCodeSpace, text);
        expect([document.xml, document.plan()]).toEqual([opened.xml, opened.plan()]);
        for (let token = 0; token < opened.tree.tokens.count; token++)
          expect(document.textRange(token)).toEqual(opened.textRange(token));
      }),
      { numRuns: 2000 },
    );
  });
});
