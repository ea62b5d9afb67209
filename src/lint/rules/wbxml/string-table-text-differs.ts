import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { xmlNoteRule } from "./xmlNoteRule";

/** A quoted string that differs from the string table's entry at the index beside it. */
export const stringTableTextDiffers: Rule = xmlNoteRule("string-table-text-differs", {
  title: "Text differs from the string table",
  why:
    "The XML quotes a string beside its index, but only the index is sent. The text shown here is " +
    "not the text that the peer reads.",
  severity: "warning",
  spec: wap("5.7"),
  found: '<?wbxml strtbl="A\\u{0}"?><Sync xmlns="AirSync"><?str_t 0 "B"?></Sync>',
  clean: '<?wbxml strtbl="A\\u{0}"?><Sync xmlns="AirSync"><?str_t 0 "A"?></Sync>',
});
