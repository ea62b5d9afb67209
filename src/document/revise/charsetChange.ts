import { isSameBytes } from "../../bytes/same";
import type { TextCodec } from "../../bytes/text";
import { writingCodec } from "../../wbxml/charset";
import type { PlannedHeader } from "../notation/header";
import type { Plan, PlanNode } from "../plan/plan";

/**
 * A plan for comparison with a document whose header is `old`. If the charset differs, nodes that would be
 * written with different bytes get keys that no old node has, so that they are written again.
 */
export function markCharsetChange(old: PlannedHeader, plan: Plan): Plan {
  const before = writingCodec(old.charset);
  const after = writingCodec(plan.header.charset);
  if (before === after) return plan;
  const nodes = plan.nodes.map((node) =>
    isWrittenAlike(node, before, after) ? node : { ...node, key: `${node.key} in ${after.label}` },
  );
  return { ...plan, nodes };
}

/** Whether a node is written with the same bytes in both charsets. */
function isWrittenAlike(node: PlanNode, before: TextCodec, after: TextCodec): boolean {
  if (node.kind === "element") return node.attributes === undefined || !holdsStrings(node.attributes);
  const { content } = node;
  switch (content.kind) {
    case "text":
    case "extension-string":
      return before.unit === after.unit && sameBytes(before.encode(content.text), after.encode(content.text));
    case "string-bytes":
    case "extension-bytes":
      return false;
    case "instruction":
      return !holdsStrings(content.attributes);
    default:
      return true;
  }
}

/** Whether an attribute list contains strings: text in quotes, or the bytes of STR_I or EXT_I_n. */
function holdsStrings(attributes: string): boolean {
  return /"|_I/.test(attributes);
}

function sameBytes(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && isSameBytes(one, other);
}
