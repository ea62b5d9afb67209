import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";
import { xmlNoteRule } from "./xmlNoteRule";

/** A comment, which WBXML can't encode. */
export const commentNotEncoded: Rule = xmlNoteRule("comment-not-encoded", {
  title: "Comment is not encoded",
  why: "WBXML has no comments. The comment stays in the XML text and is not sent to the peer.",
  severity: "info",
  spec: spec("MS-ASWBXML 2.1.3"),
  found: '<Sync xmlns="AirSync"><!-- first time --></Sync>',
  clean: '<Sync xmlns="AirSync"/>',
});
