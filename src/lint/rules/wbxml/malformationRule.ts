import { isEncodable } from "../../../document/problem";
import type { SpecReference } from "../../../eas/elements/element";
import { type Malformation, type MalformationCode, malformationMessage } from "../../../wbxml/malformation";
import { isElement, parentOf, tokenAt } from "../../../wbxml/tokenTable";
import type { Repair } from "../../facts/wbxml/malformationFixes";
import type { Rule, RuleExample, Severity } from "../../rule";
import type { MessageView } from "../../view";

/** What a rule says about one kind of malformation. Its message is the malformation's own. */
interface Words {
  readonly title: string;
  readonly why: string;
  readonly spec: SpecReference;
  /** `error` where none is given. */
  readonly severity?: Severity;
  readonly repair?: Repair;
  /** A payload with the malformation, and what a repair makes of it. */
  readonly broken: string;
  readonly repaired?: string;
  /** The nearest payload without it. */
  readonly whole: string;
}

/** The header of EAS, which the examples begin with. */
export const HEADER = "03 01 6A 00";

/** A whole Sync request, for malformations that need one to compare with. */
export const WHOLE = `${HEADER} 45 5C 4F 4B 03 30 00 01 01 01 01`;

/** Why it matters that reading loses its place. */
export const LOST =
  "What stands behind the fault is read from the wrong place or not at all, so a peer refuses the " +
  "whole message.";

/** Why it matters that a payload has an attribute list. */
export const NO_ATTRIBUTES =
  "EAS has no attributes, so a list of them is a sign that bit 7 of a tag byte is set by mistake; a " +
  "peer refuses the message.";

/** The rule `wbxml/<code>`, which reports every malformation of that code. */
export function malformationRule(code: MalformationCode, words: Words): Rule {
  const { title, why, spec, severity = "error", repair } = words;
  return {
    id: `wbxml/${code}`,
    title,
    severity,
    spec,
    why,
    messages: { found: "{text}" },
    message: (view, report) => {
      if (!isEncodable(view.problems)) return; // there are no bytes because the text gave none
      for (const malformation of view.document.malformations) {
        if (malformation.code !== code) continue;
        const fix = repair?.(view, malformation);
        const data = { text: malformationMessage(malformation) };
        const { range } = malformation;
        report(findElement(view, malformation), "found", { data, range, ...(fix && { fixes: [fix] }) });
      }
    },
    examples: listExamples(words),
  };
}

/** The element that a malformation stands in, or that it is the tag of; -1 at the top. */
function findElement({ document }: MessageView, { range }: Malformation): number {
  const { tokens } = document.tree;
  const token = tokenAt(tokens, range.start);
  return token < 0 || isElement(tokens, token) ? token : parentOf(tokens, token);
}

function listExamples({ broken, repaired, whole }: Words): readonly RuleExample[] {
  return [
    { title: "the same without the fault", messages: [whole], finds: [] },
    {
      title: "bytes that have it",
      messages: [broken],
      finds: ["found"],
      ...(repaired !== undefined && { fixedHex: repaired }),
    },
  ];
}
