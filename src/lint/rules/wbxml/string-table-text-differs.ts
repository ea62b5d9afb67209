import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { xmlNoteRule } from "./xmlNoteRule";

/** A string quoted beside an index at which the string table has another one. */
export const stringTableTextDiffers: Rule = xmlNoteRule("string-table-text-differs", {
  title: "String other than the string table's",
  why:
    "Of an index and the string quoted beside it the index alone goes out, so what is read here is not " +
    "what is sent.",
  severity: "warning",
  spec: wap("5.7"),
  found: '<?wbxml strtbl="A\\u{0}"?><Sync xmlns="AirSync"><?str_t 0 "B"?></Sync>',
  clean: '<?wbxml strtbl="A\\u{0}"?><Sync xmlns="AirSync"><?str_t 0 "A"?></Sync>',
});
