import { spec } from "../../../eas/elements/element";
import { findElementSpec } from "../../facts/schema/elementSpec";
import { findSchemaViolations } from "../../facts/schema/schema";
import type { Rule } from "../../rule";

/** A container without one of its required children. */
export const missing: Rule = {
  id: "schema/missing",
  title: "Missing required element",
  severity: "error",
  spec: spec("MS-ASCMD 2.2.3"),
  why:
    "Without this element the peer can't process the message. Servers respond with a protocol error " +
    "or an incomplete-request status.",
  messages: { child: "{parent} must contain {element}, which is missing. Add it." },
  message: (view, report) => {
    for (const finding of findSchemaViolations(view)) {
      if (finding.kind !== "missing") continue;
      const { node, entry, count } = finding;
      const data = { parent: view.entry(node)?.name, element: entry.key };
      report(node, "child", { data, spec: findElementSpec(view, node, entry), count });
    }
  },
  examples: [
    {
      title: "a complete move",
      messages: [
        "<MoveItems " +
          'xmlns="Move"><Move><SrcMsgId>5:1</SrcMsgId><SrcFldId>5</SrcFldId><DstFldId>7</DstFldId>' +
          "</Move></MoveItems>",
      ],
      finds: [],
    },
    {
      title: "a move without a destination",
      messages: [
        '<MoveItems xmlns="Move"><Move><SrcMsgId>5:1</SrcMsgId><SrcFldId>5</SrcFldId></Move></MoveItems>',
      ],
      finds: ["child"],
    },
    {
      title: "an estimate of no folder, and an empty collection",
      messages: [
        '<GetItemEstimate xmlns="GetItemEstimate"><Collections/></GetItemEstimate>',
        '<Sync xmlns="AirSync"><Collections><Collection/></Collections></Sync>',
      ],
      finds: ["child", "child", "child"],
    },
  ],
};
