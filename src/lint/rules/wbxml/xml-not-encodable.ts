import { spec } from "../../../eas/elements/element";
import { isWellFormednessProblem } from "../../facts/wbxml/wellFormedness";
import { reportProblems } from "../../facts/wbxml/xmlProblems";
import type { Rule } from "../../rule";

/** Well-formed XML that EAS can't encode. */
export const xmlNotEncodable: Rule = {
  id: "wbxml/xml-not-encodable",
  title: "XML that can't be encoded",
  severity: "error",
  spec: spec("MS-ASWBXML 2.1.2"),
  why:
    "Content without a token can't be encoded. The encoder omits nothing and guesses nothing, so " +
    "there are no bytes until this is fixed.",
  messages: { found: "{text}" },
  message: (view, report) => {
    const errors = view.problems.filter(
      (problem) => problem.severity === "error" && !isWellFormednessProblem(problem),
    );
    reportProblems(view, errors, "found", report);
  },
  examples: [
    {
      title: "EAS elements in their namespaces",
      messages: ['<s:Sync xmlns:s="AirSync:"><s:Wait>5</s:Wait></s:Sync>'],
      finds: [],
    },
    { title: "an element without a namespace", messages: ["<Sync/>"], finds: ["found"] },
    {
      title: "a namespace that EAS does not define",
      messages: ['<Sync xmlns="AirSync2"/>'],
      finds: ["found"],
    },
    {
      title: "a name that its namespace does not define",
      messages: ['<Sync xmlns="AirSync"><Synckey2>0</Synckey2></Sync>'],
      finds: ["found"],
    },
    { title: "an attribute", messages: ['<Sync xmlns="AirSync" id="1"/>'], finds: ["found"] },
    {
      title: "U+0000 in a text",
      messages: ['<Sync xmlns="AirSync"><Wait><?char U+0000?></Wait></Sync>'],
      finds: ["found"],
    },
  ],
};
