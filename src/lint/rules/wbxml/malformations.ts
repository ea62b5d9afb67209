import { isEncodable } from "../../../document/problem";
import { type SpecReference, spec } from "../../../eas/elements/element";
import { type Malformation, type MalformationCode, malformationMessage } from "../../../wbxml/malformation";
import { isElement, parentOf, tokenAt } from "../../../wbxml/tokenTable";
import {
  addEnds,
  addHeader,
  addTerminator,
  leaveOut,
  type Repair,
  sayOpaqueLength,
  sayVersion,
} from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule, RuleExample, Severity } from "../../rule";
import type { MessageView } from "../../view";

/** What a rule says of one malformation. Its message is the malformation's own. */
interface Words {
  readonly title: string;
  readonly why: string;
  readonly spec: SpecReference;
  /** `error` unless told. */
  readonly severity?: Severity;
  readonly repair?: Repair;
  /** The payload that has it, with what a repair makes of it. */
  readonly broken: string;
  readonly repaired?: string;
  /** The nearest payload that has it not. */
  readonly whole: string;
}

const HEADER = "03 01 6A 00";
const WHOLE = `${HEADER} 45 5C 4F 4B 03 30 00 01 01 01 01`;
const A_128 = Array.from({ length: 128 }, () => "41").join(" ");

const LOST =
  "What stands behind the fault is read from the wrong place or not at all, so a peer refuses the " +
  "whole message.";
const NO_ATTRIBUTES =
  "EAS has no attributes, so a list of them is a sign that bit 7 of a tag byte is set by mistake; a " +
  "peer refuses the message.";

const WORDS: Readonly<Record<MalformationCode, Words>> = {
  "empty-body": {
    title: "Empty body",
    why:
      "An empty Sync request repeats the last one, and an empty answer says that there is nothing new; " +
      "with most other commands it is a fault.",
    spec: spec("MS-ASCMD 2.2.1.21.1"),
    severity: "info",
    broken: "",
    whole: WHOLE,
  },
  "not-wbxml": {
    title: "Text where WBXML should be",
    why:
      "A client that takes an error page for WBXML reports a broken message and hides what really " +
      "happened on the way.",
    spec: spec("MS-ASHTTP 2.2.2.1.2.4"),
    broken: "3C 68 74 6D 6C 3E 35 30 32 3C 2F 68 74 6D 6C 3E",
    whole: WHOLE,
  },
  "missing-header": {
    title: "Header missing",
    why:
      "A peer takes the first tags for version, charset and string table, and understands nothing of " +
      "what follows.",
    spec: wap("5.3"),
    repair: addHeader,
    broken: "45 5C 4F 4B 03 30 00 01 01 01 01",
    repaired: WHOLE,
    whole: WHOLE,
  },
  "truncated-header": {
    title: "Header cut off",
    why: "Without its whole header a document has no body.",
    spec: wap("5.3"),
    broken: "03 01 6A",
    whole: `${HEADER} 05`,
  },
  "unknown-version": {
    title: "WBXML version that does not exist",
    why:
      "A peer can't know how a version yet to come is read, and refuses it; more often the bytes are no " +
      "WBXML, or begin in the wrong place.",
    spec: wap("5.4"),
    repair: sayVersion,
    broken: "1F 01 6A 00 05",
    repaired: `${HEADER} 05`,
    whole: `${HEADER} 05`,
  },
  "unknown-charset": {
    title: "Charset that can't be read",
    why: "Peers read EAS as UTF-8; what they make of another charset is anybody's guess.",
    spec: wap("5.6"),
    broken: "03 01 01 00 45 03 41 00 01",
    whole: `${HEADER} 45 03 41 00 01`,
  },
  "truncated-string-table": {
    title: "String table cut off",
    why: "The body begins behind the string table; where its length is wrong there is none.",
    spec: wap("5.7"),
    broken: "03 01 6A 05 41 42",
    whole: "03 01 6A 02 41 00 05",
  },
  "truncated-integer": {
    title: "Integer cut off",
    why: LOST,
    spec: wap("5.1"),
    broken: `${HEADER} 45 C3 81`,
    whole: `${HEADER} 45 C3 01 41 01`,
  },
  "integer-overflow": {
    title: "Integer of more than 32 bits",
    why: LOST,
    spec: wap("5.1"),
    broken: `${HEADER} 45 02 90 80 80 80 00 05 01`,
    whole: `${HEADER} 45 02 81 20 05 01`,
  },
  "truncated-token": {
    title: "Token without its operand",
    why: LOST,
    spec: wap("5.8"),
    repair: leaveOut("Leave the token out"),
    broken: `${HEADER} 45 01 00`,
    repaired: `${HEADER} 45 01`,
    whole: `${HEADER} 45 00 00 05 01`,
  },
  "truncated-opaque": {
    title: "OPAQUE longer than what is left",
    why: "A peer waits for bytes that never come, or refuses the message.",
    spec: wap("5.8.4.6"),
    repair: sayOpaqueLength,
    broken: `${HEADER} 45 C3 05 41 42`,
    repaired: `${HEADER} 45 C3 02 41 42`,
    whole: `${HEADER} 45 C3 02 41 42 01`,
  },
  "opaque-length-byte-missing": {
    title: "OPAQUE length without its last byte",
    why:
      "Read as it is written, the length is a wrong one, and all that follows is read from the wrong " +
      "place.",
    spec: wap("5.8.4.6"),
    repair: sayOpaqueLength,
    broken: `${HEADER} 45 46 C3 81 ${A_128} 01 47 03 31 00 01 01`,
    repaired: `${HEADER} 45 46 C3 81 00 ${A_128} 01 47 03 31 00 01 01`,
    whole: `${HEADER} 45 46 C3 81 00 ${A_128} 01 47 03 31 00 01 01`,
  },
  "opaque-in-version-1.0": {
    title: "OPAQUE in WBXML 1.0",
    why: "Version 1.0 does not have the token, so a peer that goes by the version refuses it.",
    spec: wap("5.8.4.6"),
    severity: "warning",
    broken: "00 01 00 45 C3 01 41 01",
    whole: "01 01 6A 00 45 C3 01 41 01",
  },
  "unterminated-string": {
    title: "String without its terminating 00",
    why: "A peer reads on to the next 00, and takes the tags in between for text.",
    spec: wap("5.8.4.1"),
    repair: addTerminator,
    broken: `${HEADER} 45 03 41 42 01`,
    repaired: `${HEADER} 45 03 41 42 00 01`,
    whole: `${HEADER} 45 03 41 42 00 01`,
  },
  "truncated-attributes": {
    title: "Attribute list without an end",
    why: NO_ATTRIBUTES,
    spec: wap("5.8.3"),
    broken: `${HEADER} 85 05`,
    whole: `${HEADER} 85 05 01`,
  },
  "attribute-value-without-start": {
    title: "Attribute value without an attribute",
    why: NO_ATTRIBUTES,
    spec: wap("5.8.3"),
    broken: `${HEADER} 85 85 01`,
    whole: `${HEADER} 85 05 85 01`,
  },
  "token-not-allowed-in-attributes": {
    title: "Token that no attribute list can hold",
    why: NO_ATTRIBUTES,
    spec: wap("5.8.3"),
    broken: `${HEADER} 85 05 43 01`,
    whole: `${HEADER} 85 05 03 41 00 01`,
  },
  "string-index-out-of-range": {
    title: "Index beyond the string table",
    why: "There is no string at that place, so the element has no name or no value.",
    spec: wap("5.7"),
    broken: `${HEADER} 45 83 00 01`,
    whole: "03 01 6A 02 41 00 45 83 00 01",
  },
  "entity-out-of-range": {
    title: "ENTITY that is no character",
    why: "Unicode has no such character, so the text is none.",
    spec: wap("5.8.4.3"),
    broken: `${HEADER} 45 02 83 B0 00 01`,
    whole: `${HEADER} 45 02 81 20 01`,
  },
  "text-not-in-charset": {
    title: "Text that is not in its charset",
    why:
      "A strict peer refuses the message; a lenient one puts other characters in their place, and the " +
      "text is damaged for good.",
    spec: wap("5.2"),
    broken: `${HEADER} 45 03 41 FF 00 01`,
    whole: `${HEADER} 45 03 41 C3 BF 00 01`,
  },
  "content-outside-root": {
    title: "Content outside the root element",
    why: "A document is one element; peers drop what stands beside it, or refuse the message.",
    spec: wap("5.3"),
    repair: leaveOut("Leave it out"),
    broken: `${HEADER} 03 41 00 05`,
    repaired: `${HEADER} 05`,
    whole: `${HEADER} 45 03 41 00 01`,
  },
  "unexpected-end": {
    title: "END that closes nothing",
    why:
      "An END too many closes the wrong element somewhere before it, so what stands there may not be " +
      "where it seems.",
    spec: wap("5.8.4.7.1"),
    repair: leaveOut("Leave the END out"),
    broken: `${HEADER} 01 01 05`,
    repaired: `${HEADER} 05`,
    whole: `${HEADER} 45 46 01 01`,
  },
  "unclosed-elements": {
    title: "Elements left open",
    why: "A peer waits for the rest of the message, or refuses it.",
    spec: wap("5.8.4.7.1"),
    repair: addEnds,
    broken: `${HEADER} 45 46 47 01`,
    repaired: `${HEADER} 45 46 47 01 01 01`,
    whole: `${HEADER} 45 46 47 01 01 01`,
  },
  "no-root": {
    title: "No root element",
    why: "A document without an element asks for nothing and answers nothing; peers refuse it.",
    spec: wap("5.3"),
    broken: HEADER,
    whole: `${HEADER} 05`,
  },
  "trailing-bytes": {
    title: "Bytes behind the root element",
    why:
      "Most peers stop at the end of the root element and never see them: what was meant to be sent " +
      "there is lost.",
    spec: wap("5.3"),
    severity: "warning",
    repair: leaveOut("Cut off what follows the root element"),
    broken: `${HEADER} 05 07 08`,
    repaired: `${HEADER} 05`,
    whole: `${HEADER} 05`,
  },
  "too-many-malformations": {
    title: "More malformations than are listed",
    why: "Bytes with so many faults are hardly WBXML; the first of them tell where it went wrong.",
    spec: wap("5.3"),
    broken: `${HEADER} 45 ${"83 05 ".repeat(10_003)}01`,
    whole: `${HEADER} 45 83 05 01`,
  },
};

/** The element that a malformation stands in, or that it is the tag of; -1 at the top. */
function elementAt({ document }: MessageView, { range }: Malformation): number {
  const { tokens } = document.tree;
  const token = tokenAt(tokens, range.start);
  return token < 0 || isElement(tokens, token) ? token : parentOf(tokens, token);
}

function examplesOf({ broken, repaired, whole }: Words): readonly RuleExample[] {
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

function ruleOf(code: MalformationCode, words: Words): Rule {
  const { title, why, spec: section, severity = "error", repair } = words;
  return {
    id: `wbxml/${code}`,
    title,
    severity,
    spec: section,
    why,
    messages: { found: "{text}" },
    message: (view, report) => {
      if (!isEncodable(view.problems)) return; // there are no bytes because the text gave none
      for (const malformation of view.document.malformations) {
        if (malformation.code !== code) continue;
        const fix = repair?.(view, malformation);
        const data = { text: malformationMessage(malformation) };
        report(elementAt(view, malformation), "found", {
          data,
          range: malformation.range,
          ...(fix && { fixes: [fix] }),
        });
      }
    },
    examples: examplesOf(words),
  };
}

/**
 * One rule for each way in which bytes can fail to be WBXML: whatever a person is told has a page that
 * explains it.
 */
export const malformations: readonly Rule[] = (Object.keys(WORDS) as MalformationCode[]).map((code) =>
  ruleOf(code, WORDS[code]),
);
