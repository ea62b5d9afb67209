import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";
import { xmlNoteRule } from "./xmlNoteRule";

/** An element by the name that another tool gives it. */
export const legacyName: Rule = xmlNoteRule("legacy-name", {
  title: "Element by a name of another tool",
  why:
    "Only the token goes out, so peers see no difference; but whoever compares the XML with the " +
    "specification looks for a name that it does not have.",
  severity: "info",
  spec: spec("MS-ASWBXML 2.1.2.1"),
  found: '<sync xmlns="AirSync"/>',
  clean: '<Sync xmlns="AirSync:"/>',
});
