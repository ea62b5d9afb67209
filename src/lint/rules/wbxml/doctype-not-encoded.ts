import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";
import { xmlNoteRule } from "./xmlNoteRule";

/** A document type declaration, which WBXML can't encode. */
export const doctypeNotEncoded: Rule = xmlNoteRule("doctype-not-encoded", {
  title: "Document type declaration is not encoded",
  why:
    "WBXML has no document type declarations. The entities and default values that this one declares " +
    "are not sent to the peer.",
  severity: "warning",
  spec: spec("MS-ASWBXML 2.1.3"),
  found: '<!DOCTYPE Sync><Sync xmlns="AirSync"/>',
  clean: '<?xml version="1.0"?><Sync xmlns="AirSync"/>',
});
