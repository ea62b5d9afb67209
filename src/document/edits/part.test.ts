import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinBytes } from "../../bytes/join";
import { applyPatches } from "../../bytes/patch";
import { encodeSample, noise, sampleTree } from "../../testing/arbitrary";
import { hex } from "../../testing/bytes";
import { decode, revise } from "../../testing/codec";
import { isElement, startOf } from "../../wbxml/tokenTable";
import { isEncodable } from "../problem";
import { fragmentXml, withoutDeclared } from "./excerpt";
import { duplicateBytes, editPart, MAX_PART_BYTES, openPart, removeBytes, revisePart } from "./part";
import {
  duplicateNode,
  moveNode,
  removeNode,
  replaceNode,
  toggleContent,
  toInlineString,
  toOpaque,
} from "./treeEdits";

describe("a part of a document", () => {
  it("is edited as in the whole text, and its own text changes nothing", () => {
    fc.assert(
      fc.property(sampleTree, noise, sampleTree, fc.nat(), (tree, noisy, other, pick) => {
        const whole = decode(encodeSample(tree, noisy));
        const elements = [...whole.planTokens()].filter((token) => isElement(whole.tree.tokens, token));
        const node = elements[pick % elements.length] ?? -1;
        const part = openPart(whole, node);
        expect(revisePart(part, part.document.xml).patches).toEqual([]);
        const replacement = decode(encodeSample(other));
        const xml = fragmentXml(replacement, replacement.planTokens()[0] ?? -1);
        const { patches, problems } = revisePart(part, xml);
        expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
        const inText = replaceNode(whole, node, node === elements[0] ? xml : withoutDeclared(xml, whole));
        const wanted = applyPatches(whole.bytes, revise(whole, inText?.text ?? "").patches);
        expect(decode(applyPatches(whole.bytes, patches)).xml).toBe(decode(wanted).xml);
      }),
      { numRuns: 1000 },
    );
  });

  it("is where edits of the tree are made as in the whole text", () => {
    const kinds = [removeNode, duplicateNode, toggleContent, toOpaque, toInlineString] as const;
    fc.assert(
      fc.property(sampleTree, noise, fc.nat(), fc.constantFrom(...kinds), (tree, noisy, pick, make) => {
        const whole = decode(encodeSample(tree, noisy));
        const nodes = [...whole.planTokens()];
        const node = nodes[pick % nodes.length] ?? -1;
        const inText = make(whole, node);
        const inPart = editPart(whole, node, make);
        if (inPart === "too large") throw new Error("no sample is");
        if (inText === undefined) {
          expect(inPart?.patches ?? []).toEqual([]);
          return;
        }
        const { patches, problems } = revise(whole, inText.text);
        const isPossible = problems.every(({ severity }) => severity !== "error");
        if (node === nodes[0]) return; // the root: what is beside it is no part
        expect(isEncodable(inPart?.problems ?? [])).toBe(isPossible);
        if (!isPossible) return;
        const wanted = decode(applyPatches(whole.bytes, patches));
        expect(decode(applyPatches(whole.bytes, inPart?.patches ?? [])).xml).toBe(wanted.xml);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["removed", removeBytes, removeNode],
    ["repeated", duplicateBytes, duplicateNode],
  ])("is not needed where a node is %s, with the same result", (_, inBytes, inText) => {
    fc.assert(
      fc.property(sampleTree, fc.nat(), (tree, pick) => {
        const whole = decode(encodeSample(tree));
        const nodes = [...whole.planTokens()];
        const node = nodes[pick % nodes.length] ?? -1;
        const patches = inBytes(whole, node);
        if (patches === undefined) return;
        const { patches: wanted } = revise(whole, inText(whole, node)?.text ?? "");
        const result = decode(applyPatches(whole.bytes, patches));
        expect(result.xml).toBe(decode(applyPatches(whole.bytes, wanted)).xml);
      }),
      { numRuns: 1000 },
    );
  });

  it("is refused where the element that would change is too large, not where nothing can change", () => {
    const head = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03");
    const whole = decode(
      joinBytes([head, new Uint8Array(MAX_PART_BYTES).fill(0x61), hex("00 01 13 01 01 01")]),
    );
    const [sync = -1, , , syncKey = -1, key = -1, collectionId = -1, id = -1, getChanges = -1] =
      whole.planTokens();
    const isMade = (made: ReturnType<typeof editPart>) => typeof made === "object" && made.patches.length > 0;
    expect(isMade(editPart(whole, key, toOpaque))).toBe(true);
    expect(isMade(editPart(whole, getChanges, toggleContent))).toBe(true);
    expect(editPart(whole, id, toOpaque)).toBe("too large");
    expect(editPart(whole, collectionId, toggleContent)).toBe("too large");
    expect(editPart(whole, syncKey, (document, node) => moveNode(document, node, "down"))).toBe("too large");
    expect(editPart(whole, sync, removeNode)).toBe("too large");
    const small = decode(joinBytes([head, hex("31 35 00 01 13 01 01 01")]));
    expect(editPart(small, small.planTokens()[3] ?? -1, toggleContent)).toBeUndefined();
    expect(editPart(small, small.planTokens()[0] ?? -1, removeNode)).toBeUndefined();
  });

  it("touches only what changed", () => {
    const whole = decode(hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 57 50 03 53 4D 53 00 01 18 01 01 01 01"));
    const options = [...whole.planTokens()].find((token) => startOf(whole.tree.tokens, token) === 12) ?? -1;
    const part = openPart(whole, options);
    const { patches } = revisePart(part, part.document.xml.replace("SMS", "Email"));
    expect(applyPatches(whole.bytes, patches)).toEqual(
      hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 57 50 03 45 6D 61 69 6C 00 01 18 01 01 01 01"),
    );
    expect(patches.every(({ range }) => range.start >= 15 && range.end <= 18)).toBe(true);
  });

  it("must be one element, and refuses anything else", () => {
    const whole = decode(hex("03 01 6A 00 45 5C 4F 01 01 01"));
    const part = openPart(whole, whole.planTokens()[1] ?? -1);
    for (const text of [
      "",
      "<Collections",
      '<?wbxml version="1.2"?><Collections xmlns="AirSync"/>',
      "<Unheard xmlns='AirSync'/>",
    ]) {
      const { patches, problems } = revisePart(part, text);
      expect([patches, problems.some(({ severity }) => severity === "error")]).toEqual([[], true]);
    }
  });
});
