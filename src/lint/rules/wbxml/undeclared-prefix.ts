import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";
import { xmlNoteRule } from "./xmlNoteRule";

/** A prefix that the text uses and does not declare. */
export const undeclaredPrefix: Rule = xmlNoteRule("undeclared-prefix", {
  title: "Prefix that is not declared",
  why: "Other XML processors refuse the text: a prefix means nothing until it is declared.",
  severity: "info",
  spec: spec("MS-ASMS 2.2.1"),
  found:
    "<Sync " +
    'xmlns="AirSync"><Collections><Collection><Options><airsyncbase:BodyPreference/></Options>' +
    "</Collection></Collections></Sync>",
  clean:
    '<Sync xmlns="AirSync" ' +
    'xmlns:b="AirSyncBase"><Collections><Collection><Options><b:BodyPreference/></Options>' +
    "</Collection></Collections></Sync>",
});
