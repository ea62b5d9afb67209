import { spec } from "../../../eas/elements/element";
import { isWellFormednessProblem } from "../../facts/wbxml/wellFormedness";
import { reportProblems } from "../../facts/wbxml/xmlProblems";
import type { Rule } from "../../rule";

/** Text that is not well-formed XML [XML 1.0, XMLNS]. */
export const xmlNotWellFormed: Rule = {
  id: "wbxml/xml-not-well-formed",
  title: "XML that is not well-formed",
  severity: "error",
  spec: spec("MS-ASMS 2.2"),
  why:
    "Text that is not well-formed has no defined meaning. An XML processor must not guess what was " +
    "meant, so there is nothing to encode.",
  messages: { found: "{text}" },
  message: (view, report) => {
    reportProblems(view, view.problems.filter(isWellFormednessProblem), "found", report);
  },
  examples: [
    { title: "well-formed", messages: ['<Sync xmlns="AirSync"><Wait>5</Wait></Sync>'], finds: [] },
    {
      title: "an element that is not closed",
      messages: ['<Sync xmlns="AirSync"><Wait>5</Wait>'],
      finds: ["found"],
    },
    {
      title: "a closing tag with another name",
      messages: ['<Sync xmlns="AirSync"><Wait>5</wait></Sync>'],
      finds: ["found", "found"],
    },
    {
      title: "a bare ampersand",
      messages: ['<Sync xmlns="AirSync"><Wait>5 & 6</Wait></Sync>'],
      finds: ["found"],
    },
    {
      title: "two root elements",
      messages: ['<Sync xmlns="AirSync"/><Sync xmlns="AirSync"/>'],
      finds: ["found"],
    },
  ],
};
