import { isEncodable } from "../../../document/problem";
import type { SpecReference } from "../../../eas/elements/element";
import { type Malformation, type MalformationCode, malformationMessage } from "../../../wbxml/malformation";
import { isElement, parentOf, tokenAt } from "../../../wbxml/tokenTable";
import type { Repair } from "../../facts/wbxml/malformationFixes";
import type { Rule, RuleExample, Severity } from "../../rule";
import type { MessageView } from "../../view";

/** What a rule says about one kind of malformation. The malformation supplies the message. */
interface Words {
  readonly title: string;
  readonly why: string;
  readonly spec: SpecReference;
  /** Defaults to `error`. */
  readonly severity?: Severity;
  readonly repair?: Repair;
  /** A payload with the malformation, and the same payload repaired. */
  readonly broken: string;
  readonly repaired?: string;
  /** The most similar payload without it. */
  readonly whole: string;
}

/** The EAS header, with which the examples begin. */
export const HEADER = "03 01 6A 00";

/** A complete Sync request, for malformations that have no similar payload. */
export const WHOLE = `${HEADER} 45 5C 4F 4B 03 30 00 01 01 01 01`;

/** Why it matters that the reader loses its place. */
export const LOST =
  "Everything after the error is read from the wrong offset or not at all, so a peer rejects the " +
  "whole message.";

/** Why it matters that a payload contains an attribute list. */
export const NO_ATTRIBUTES =
  "EAS has no attributes, so an attribute list means that bit 7 of a tag byte was set by mistake. A " +
  "peer rejects the message.";

/** The rule `wbxml/<code>`, which reports every malformation with that code. */
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
      if (!isEncodable(view.problems)) return; // there are no bytes because the XML could not be encoded
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

/** The element that contains a malformation, or whose tag it is; -1 at the top level. */
function findElement({ document }: MessageView, { range }: Malformation): number {
  const { tokens } = document.tree;
  const token = tokenAt(tokens, range.start);
  return token < 0 || isElement(tokens, token) ? token : parentOf(tokens, token);
}

function listExamples({ broken, repaired, whole }: Words): readonly RuleExample[] {
  return [
    { title: "without the malformation", messages: [whole], finds: [] },
    {
      title: "with the malformation",
      messages: [broken],
      finds: ["found"],
      ...(repaired !== undefined && { fixedHex: repaired }),
    },
  ];
}
