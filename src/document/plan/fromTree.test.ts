import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { easCodeSpace } from "../../eas/codeSpace";
import { encodeSample, noise, sampleTree } from "../../testing/arbitrary";
import { hex } from "../../testing/bytes";
import { decode } from "../../testing/codec";
import { planXml } from "./fromXml";

function expectPlanOfText(bytes: Uint8Array): void {
  const document = decode(bytes);
  expect(document.plan()).toEqual(planXml(document.xml, easCodeSpace));
}

/**
 * Constructs of WAP documents that EAS payloads never contain: attribute lists, instructions, literal tags,
 * table strings, extensions.
 */
const piece = fc.constantFrom(
  "43 05 01 05",
  "C5 05 03 61 00 85 01 03 62 00 01",
  "04 00 01",
  "44 00 03 61 00 01",
  "84 02 06 01",
  "83 00",
  "83 02",
  "02 81 20",
  "C0",
  "C2",
  "40 61 22 3E 00",
  "41 C3 28 00",
  "80 05",
  "82 81 00",
  "C3 02 0D 0A",
  "C3 02 C3 28",
  "03 00",
  "03 61 00 03 20 00",
  "03 C3 28 00",
  "03 01 00",
  "00 02 14 00 00 0B",
  "4B 01",
  "11",
  "3F",
  "00 1F 05 00 00",
);

/** Version, public identifier, charset and a string table of four bytes. */
const header = fc.constantFrom(
  "03 01 6A",
  "02 01 6A",
  "01 04 6A",
  "00 01",
  "03 00 02 6A",
  "03 01 04",
  "03 01 00",
  "03 01 11",
  "03 01 87 77",
);

describe("planTree", () => {
  it("is the plan of the rendered text", () => {
    fc.assert(
      fc.property(sampleTree, noise, (tree, noisy) => expectPlanOfText(encodeSample(tree, noisy))),
      { numRuns: 2000 },
    );
  });

  it("is the plan of the rendered text of documents that are not EAS", () => {
    let sound = 0;
    fc.assert(
      fc.property(header, fc.array(piece, { maxLength: 6 }), (front, pieces) => {
        const bytes = hex(`${front} 04 61 00 62 00 45 ${pieces.join(" ")} 01`);
        if (decode(bytes).malformations.length === 0) sound++;
        expectPlanOfText(bytes);
      }),
      { numRuns: 2000 },
    );
    expect(sound).toBeGreaterThan(200);
  });
});
