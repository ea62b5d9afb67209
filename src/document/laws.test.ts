import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { easCodeSpace } from "../eas/codeSpace";
import { applyPatches, decode, encode, type LinkedDocument, revise } from "../index";
import { encodeSample, noise, type SampleNode, sampleTree } from "../testing/arbitrary";
import { hex } from "../testing/bytes";
import { tokenRange } from "../wbxml/tokenTable";
import { openDocument } from "./open";
import { listBuffers, packDocument, unpackDocument } from "./pack";
import { isEncodable } from "./problem";
import { editDocument } from "./revise/revise";

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.uint8Array({ maxLength: 300 }).map((body) => Uint8Array.of(0x03, 0x01, 0x6a, 0x00, ...body)),
  fc
    .array(
      fc.constantFrom(
        0,
        1,
        1,
        1,
        2,
        3,
        3,
        4,
        0x45,
        0x4b,
        0x5c,
        0x0f,
        0x41,
        0x43,
        0x44,
        0x80,
        0x83,
        0x84,
        0x85,
        0xc3,
        0xc4,
        0xc5,
        0x6a,
      ),
      { maxLength: 60 },
    )
    .map((body) => Uint8Array.of(0x03, 0x01, 0x6a, 0x00, ...body)),
  fc.tuple(sampleTree, noise, fc.nat(), fc.nat(255)).map(([tree, noisy, at, byte]) => {
    const bytes = encodeSample(tree, noisy);
    bytes[at % bytes.length] = byte;
    return bytes;
  }),
  fc.tuple(sampleTree, noise, fc.nat()).map(([tree, noisy, cut]) => {
    const bytes = encodeSample(tree, noisy);
    return bytes.subarray(0, cut % (bytes.length + 1));
  }),
);

function tiles({ bytes, tree: { tokens } }: LinkedDocument): boolean {
  let at = 0;
  for (let token = 0; token < tokens.count; token++) {
    const { start, end } = tokenRange(tokens, token);
    if (start !== at || end <= start) return false;
    at = end;
  }
  return at === bytes.length;
}

/** The text of a plan's nodes without layout: equal for two texts with the same meaning. */
function meaning(bytes: Uint8Array): string {
  return decode(bytes).xml;
}

/** A tree with one change: a node removed, duplicated, moved to the front, or replaced. */
const mutation = fc.record({
  path: fc.array(fc.nat(), { maxLength: 6 }),
  how: fc.constantFrom("delete", "double", "front", "replace"),
  fresh: sampleTree,
});

function mutate(node: SampleNode, path: readonly number[], how: string, fresh: SampleNode): SampleNode {
  if (node.kind !== "element" || node.content === null || node.content.length === 0)
    return node.kind === "element" ? { ...node, content: [fresh] } : node;
  const at = (path[0] ?? 0) % node.content.length;
  const child = node.content[at];
  if (child === undefined) return node;
  if (path.length > 1 && child.kind === "element")
    return { ...node, content: node.content.with(at, mutate(child, path.slice(1), how, fresh)) };
  const others = node.content.filter((_, i) => i !== at);
  switch (how) {
    case "delete":
      return { ...node, content: others };
    case "double":
      return { ...node, content: [...node.content.slice(0, at), child, ...node.content.slice(at)] };
    case "front":
      return { ...node, content: [child, ...others] };
    default:
      return { ...node, content: node.content.with(at, fresh) };
  }
}

const insertions = [
  "x",
  "<?char U+0001?>",
  "<?str_i?>",
  "<?split?>",
  "<![CDATA[a]]>",
  "<?malformed ww==?>",
  "<?malformed AQ==?>",
  "<_x3F/>",
  "",
];

/** A text with a construct before one of its tags or, for "", without one of them. */
function insertAt(text: string, at: number, inserted: string): string {
  const starts = [...text.matchAll(/<[^>]*>/g)];
  const tag = starts[at % Math.max(starts.length, 1)];
  if (tag === undefined) return text + inserted;
  return text.slice(0, tag.index) + inserted + text.slice(tag.index + (inserted === "" ? tag[0].length : 0));
}

describe("the laws of a linked document", () => {
  it("any bytes are tiled by tokens, rendered, and read back without problems", () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const document = decode(bytes);
        expect(tiles(document)).toBe(true);
        if (bytes.length === 0) return;
        expect(document.plan().problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(document.plan().nodes.length).toBe(document.planTokens().length);
      }),
      { numRuns: 3000 },
    );
  });

  it("a document that was packed, sent and unpacked is the same, with its text or without", () => {
    fc.assert(
      fc.property(anyBytes, fc.boolean(), (bytes, withText) => {
        const document = decode(bytes);
        const packed = packDocument(document, withText);
        const buffers = listBuffers(packed);
        const sent = structuredClone(packed, { transfer: [...buffers] });
        expect(buffers.every(({ byteLength }) => byteLength === 0)).toBe(true);
        const again = unpackDocument(sent, bytes, easCodeSpace);
        const known = decode(bytes); // the rows of the first were handed over
        expect([again.xml, again.malformations]).toEqual([known.xml, known.malformations]);
        expect([again.plan().nodes, again.rows()]).toEqual([known.plan().nodes, known.rows()]);
        for (let token = 0; token <= known.tree.tokens.count; token++)
          expect(again.textRange(token)).toEqual(known.textRange(token));
      }),
      { numRuns: 1000 },
    );
  });

  it("a typed text stays the text of a document that was packed", () => {
    const typed = '<Ping xmlns="Ping"><HeartbeatInterval>60</HeartbeatInterval></Ping>';
    const document = openDocument(encode(typed).bytes, easCodeSpace, typed);
    const again = unpackDocument(packDocument(document, true, true), document.bytes, easCodeSpace);
    expect([again.xml, again.plan().nodes]).toEqual([typed, document.plan().nodes]);
    expect(editDocument(again, typed.replace("60", "70")).patches).toEqual(
      editDocument(document, typed.replace("60", "70")).patches,
    );
  });

  it("GetPut: a document's own text changes nothing, whatever its bytes", () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const document = decode(bytes);
        expect(revise(document, document.xml).patches).toEqual([]);
        if (bytes.length > 0) expect(revise(document, `${document.xml}\n`)).toMatchObject({ patches: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it("PutGet: any document can be given the meaning of any other", () => {
    fc.assert(
      fc.property(sampleTree, noise, sampleTree, (before, noisy, after) => {
        const document = decode(encodeSample(before, noisy));
        const wanted = meaning(encodeSample(after));
        const { patches, problems } = revise(document, wanted);
        expect(isEncodable(problems)).toBe(true);
        expect(meaning(applyPatches(document.bytes, patches))).toBe(wanted);
      }),
      { numRuns: 1000 },
    );
  });

  it(
    "PutGet and Locality: a small edit of unusual bytes has the intended meaning and patches only the " +
      "edited part",
    () => {
      fc.assert(
        fc.property(sampleTree, noise, mutation, (before, noisy, { path, how, fresh }) => {
          const document = decode(encodeSample(before, noisy));
          const after = mutate(before, path, how, fresh);
          const wanted = meaning(encodeSample(after));
          const { patches } = revise(document, wanted);
          const edited = applyPatches(document.bytes, patches);
          expect(meaning(edited)).toBe(wanted);
          let old = 0;
          let fresher = 0;
          for (const { range, bytes } of patches) {
            expect(edited.subarray(fresher, fresher + range.start - old)).toEqual(
              document.bytes.subarray(old, range.start),
            );
            fresher += range.start - old + bytes.length;
            old = range.end;
          }
          expect(edited.subarray(fresher)).toEqual(document.bytes.subarray(old));
        }),
        { numRuns: 2000 },
      );
    },
  );

  it("PutGet beside damage: the edit has the intended meaning, or is refused with a problem", () => {
    let refused = 0;
    fc.assert(
      fc.property(anyBytes, sampleTree, (bytes, after) => {
        const document = decode(bytes);
        const wanted = meaning(encodeSample(after));
        const { patches, problems } = revise(document, wanted);
        if (isEncodable(problems)) expect(meaning(applyPatches(bytes, patches))).toBe(wanted);
        else {
          refused++;
          expect(patches).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
    expect(refused).toBeLessThan(500);
  });

  it("revising twice beside damage: the text that was written needs no more patches", () => {
    let written = 0;
    fc.assert(
      fc.property(anyBytes, fc.nat(), fc.constantFrom(...insertions), (bytes, at, inserted) => {
        const document = decode(bytes);
        const text = insertAt(document.xml, at, inserted);
        const { patches, problems } = revise(document, text);
        if (!isEncodable(problems)) return;
        written++;
        const again = revise(decode(applyPatches(bytes, patches)), text);
        expect(again.patches).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(written).toBeGreaterThan(500);
  });

  it.each(["C3", "03", "03 00", "03 01 6A 00 00 11", "00 01"])(
    "Fresh beside damage: the text of %s is the text of its bytes",
    (bytes) => {
      const { xml } = decode(hex(bytes));
      expect(meaning(encode(xml).bytes)).toBe(xml);
    },
  );

  it("Fresh beside damage: the bytes of a document's own text mean that text, or there is an error", () => {
    let refused = 0;
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const { xml } = decode(bytes);
        const { bytes: fresh, problems } = encode(xml);
        if (isEncodable(problems)) expect(meaning(fresh)).toBe(xml);
        else refused++;
      }),
      { numRuns: 3000 },
    );
    expect(refused).toBeLessThan(1000);
  });

  it("Fresh: a canonical payload encoded from its own text is that payload byte for byte", () => {
    fc.assert(
      fc.property(sampleTree, (tree) => {
        const bytes = encodeSample(tree);
        const { bytes: again, problems } = encode(decode(bytes).xml);
        expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(again).toEqual(bytes);
      }),
      { numRuns: 1000 },
    );
  });
});
