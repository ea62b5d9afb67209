import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";
import { xmlNoteRule } from "./xmlNoteRule";

/** A prefix that the text uses but does not declare. */
export const undeclaredPrefix: Rule = xmlNoteRule("undeclared-prefix", {
  title: "Undeclared prefix",
  why: "A prefix has no meaning until it is declared, so other XML processors reject this text.",
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
