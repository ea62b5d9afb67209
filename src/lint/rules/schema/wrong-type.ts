import { spec } from "../../../eas/elements/element";
import { findElementSpec } from "../../facts/schema/elementSpec";
import { fitsType, hasValue, nameType, readValue, typeReader } from "../../facts/schema/values";
import type { Rule } from "../../rule";

/** A value that does not match its element's data type. */
export const wrongType: Rule = {
  id: "schema/wrong-type",
  title: "Value of the wrong type",
  severity: "error",
  spec: spec("MS-ASDTYPE 2"),
  why: "A peer can't read the value as its data type. Servers respond with a protocol or conversion error.",
  messages: { value: "{element} must be {expected}, but is “{value}”." },
  chooseCheck: (entry, view) => {
    const type = entry !== undefined && hasValue(entry) ? typeReader(view, entry) : undefined;
    if (entry === undefined || type === undefined) return undefined;
    return (node, _, report) => {
      const text = readValue(view, node);
      if (text === undefined || fitsType(text, type(node))) return;
      const data = { element: entry.key, expected: nameType(type(node)), value: text.slice(0, 60) };
      report(node, "value", { data, spec: findElementSpec(view, view.parent(node), entry) });
    };
  },
  examples: [
    {
      title: "a number where one is expected",
      messages: ['<Ping xmlns="Ping"><HeartbeatInterval>300</HeartbeatInterval></Ping>'],
      finds: [],
    },
    {
      title: "a word where a number is expected",
      messages: ['<Ping xmlns="Ping"><HeartbeatInterval>soon</HeartbeatInterval></Ping>'],
      finds: ["value"],
    },
  ],
};
