import { spec } from "../../../eas/elements/element";
import { findElementSpec } from "../../facts/schema/elementSpec";
import { findSchemaViolations } from "../../facts/schema/schema";
import type { Rule } from "../../rule";

/** A container without a child that it must have. */
export const missing: Rule = {
  id: "schema/missing",
  title: "Required element missing",
  severity: "error",
  spec: spec("MS-ASCMD 2.2.3"),
  why:
    "The peer can't do what it is asked without it; servers answer a protocol error or an " +
    "incomplete-request status.",
  messages: { child: "{parent} must hold {element}, and does not. Add it." },
  message: (view, report) => {
    for (const finding of findSchemaViolations(view)) {
      if (finding.kind !== "missing") continue;
      const { node, entry } = finding;
      const data = { parent: view.entry(node)?.name, element: entry.key };
      report(node, "child", { data, spec: findElementSpec(view, node, entry) });
    }
  },
  examples: [
    {
      title: "a move with all it needs",
      messages: [
        "<MoveItems " +
          'xmlns="Move"><Move><SrcMsgId>5:1</SrcMsgId><SrcFldId>5</SrcFldId><DstFldId>7</DstFldId>' +
          "</Move></MoveItems>",
      ],
      finds: [],
    },
    {
      title: "a move that does not say where to",
      messages: [
        '<MoveItems xmlns="Move"><Move><SrcMsgId>5:1</SrcMsgId><SrcFldId>5</SrcFldId></Move></MoveItems>',
      ],
      finds: ["child"],
    },
    {
      title: "an estimate of no folder, and a collection that says nothing",
      messages: [
        '<GetItemEstimate xmlns="GetItemEstimate"><Collections/></GetItemEstimate>',
        '<Sync xmlns="AirSync"><Collections><Collection/></Collections></Sync>',
      ],
      finds: ["child", "child", "child"],
    },
  ],
};
