import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";
import { xmlNoteRule } from "./xmlNoteRule";

/** A comment, which has no place in WBXML. */
export const commentNotEncoded: Rule = xmlNoteRule("comment-not-encoded", {
  title: "Comment, which WBXML lacks",
  why: "A comment stays in the text; the peer never sees it.",
  severity: "info",
  spec: spec("MS-ASWBXML 2.1.3"),
  found: '<Sync xmlns="AirSync"><!-- first time --></Sync>',
  clean: '<Sync xmlns="AirSync"/>',
});
