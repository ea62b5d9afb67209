import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";
import { xmlNoteRule } from "./xmlNoteRule";

/** A document type declaration, which has no place in WBXML. */
export const doctypeNotEncoded: Rule = xmlNoteRule("doctype-not-encoded", {
  title: "Document type declaration, which WBXML lacks",
  why: "Entities and defaults that it declares do not reach the peer.",
  severity: "warning",
  spec: spec("MS-ASWBXML 2.1.3"),
  found: '<!DOCTYPE Sync><Sync xmlns="AirSync"/>',
  clean: '<?xml version="1.0"?><Sync xmlns="AirSync"/>',
});
