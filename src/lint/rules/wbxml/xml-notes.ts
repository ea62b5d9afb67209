import type { Problem } from "../../../document/problem";
import { type SpecReference, spec } from "../../../eas/elements/element";
import { wap } from "../../facts/wbxml/wap";
import { reportProblems } from "../../facts/wbxml/xmlProblems";
import type { Rule, Severity } from "../../rule";

/** What is worth saying of XML that could be encoded. Its message is the problem's own. */
interface Note {
  readonly title: string;
  readonly why: string;
  readonly severity: Severity;
  readonly spec: SpecReference;
  readonly found: string;
  readonly clean: string;
}

type NoteCode = Extract<
  Problem["code"],
  | "legacy-name"
  | "undeclared-prefix"
  | "comment-not-encoded"
  | "doctype-not-encoded"
  | "string-table-text-differs"
>;

const NOTES: Readonly<Record<NoteCode, Note>> = {
  "legacy-name": {
    title: "Element by a name of another tool",
    why:
      "Only the token goes out, so peers see no difference; but whoever compares the XML with the " +
      "specification looks for a name that it does not have.",
    severity: "info",
    spec: spec("MS-ASWBXML 2.1.2.1"),
    found: '<sync xmlns="AirSync"/>',
    clean: '<Sync xmlns="AirSync:"/>',
  },
  "undeclared-prefix": {
    title: "Prefix that is not declared",
    why: "Other XML processors refuse the text: a prefix means nothing until it is declared.",
    severity: "info",
    spec: spec("MS-ASMS 2.2.1"),
    found:
      "<Sync " +
      'xmlns="AirSync"><Collections><Collection><Options><airsyncbase:BodyPreference/></Options>' +
      "</Collection></Collections></Sync>",
    clean:
      '<Sync xmlns="AirSync" ' +
      'xmlns:b="AirSyncBase"><Collections><Collection><Options><b:BodyPreference/></Options>' +
      "</Collection></Collections></Sync>",
  },
  "comment-not-encoded": {
    title: "Comment, which WBXML lacks",
    why: "A comment stays in the text; the peer never sees it.",
    severity: "info",
    spec: spec("MS-ASWBXML 2.1.3"),
    found: '<Sync xmlns="AirSync"><!-- first time --></Sync>',
    clean: '<Sync xmlns="AirSync"/>',
  },
  "doctype-not-encoded": {
    title: "Document type declaration, which WBXML lacks",
    why: "Entities and defaults that it declares do not reach the peer.",
    severity: "warning",
    spec: spec("MS-ASWBXML 2.1.3"),
    found: '<!DOCTYPE Sync><Sync xmlns="AirSync"/>',
    clean: '<?xml version="1.0"?><Sync xmlns="AirSync"/>',
  },
  "string-table-text-differs": {
    title: "String other than the string table's",
    why:
      "Of an index and the string quoted beside it the index alone goes out, so what is read here is not " +
      "what is sent.",
    severity: "warning",
    spec: wap("5.7"),
    found: '<?wbxml strtbl="A\\u{0}"?><Sync xmlns="AirSync"><?str_t 0 "B"?></Sync>',
    clean: '<?wbxml strtbl="A\\u{0}"?><Sync xmlns="AirSync"><?str_t 0 "A"?></Sync>',
  },
};

function ruleOf(code: NoteCode, { title, why, severity, spec: section, found, clean }: Note): Rule {
  return {
    id: `wbxml/${code}`,
    title,
    severity,
    spec: section,
    why,
    messages: { found: "{text}" },
    message: (view, report) => {
      const problems = view.problems.filter((problem) => problem.code === code);
      reportProblems(view, problems, "found", report);
    },
    examples: [
      { title: "without it", messages: [clean], finds: [] },
      { title: "with it", messages: [found], finds: ["found"] },
    ],
  };
}

/**
 * What a text says that its bytes do not, one rule for each. Retired tags are not among them: those are seen
 * in the bytes.
 */
export const xmlNotes: readonly Rule[] = (Object.keys(NOTES) as NoteCode[]).map((code) =>
  ruleOf(code, NOTES[code]),
);
