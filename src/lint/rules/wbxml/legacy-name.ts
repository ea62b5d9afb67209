import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";
import { xmlNoteRule } from "./xmlNoteRule";

/** An element under a name that another tool uses for it. */
export const legacyName: Rule = xmlNoteRule("legacy-name", {
  title: "Element name from another tool",
  why:
    "Only the token is sent, so peers see no difference. But the specification does not contain this " +
    "name, so it can't be looked up there.",
  severity: "info",
  spec: spec("MS-ASWBXML 2.1.2.1"),
  found: '<sync xmlns="AirSync"/>',
  clean: '<Sync xmlns="AirSync:"/>',
});
