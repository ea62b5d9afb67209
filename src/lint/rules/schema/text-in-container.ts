import { spec } from "../../../eas/elements/element";
import { FLAG_MIXED, flagsOf } from "../../../wbxml/tokenTable";
import { mayHoldText } from "../../facts/schema/values";
import type { Rule } from "../../rule";

/** Text where only elements are allowed. */
export const textInContainer: Rule = {
  id: "schema/text-in-container",
  title: "Text in a container",
  severity: "error",
  spec: spec("MS-ASDTYPE 2.2"),
  why: "A container holds only elements. A peer ignores the text or rejects the message.",
  messages: { text: "{element} may contain only elements, but contains text or data. Remove it." },
  chooseCheck: (entry) => {
    if (entry?.dataType !== "container") return undefined;
    return (node, view, report) => {
      if ((flagsOf(view.document.tree.tokens, node) & FLAG_MIXED) === 0 || mayHoldText(view, node, entry))
        return;
      report(node, "text", { data: { element: entry.key } });
    };
  },
  examples: [
    { title: "only elements", messages: ['<Sync xmlns="AirSync"><Collections/></Sync>'], finds: [] },
    {
      title: "text beside elements",
      messages: ['<Sync xmlns="AirSync">text<Collections/></Sync>'],
      finds: ["text"],
    },
  ],
};
