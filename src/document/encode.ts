import type { CodeSpace } from "../wbxml/codeSpace";
import type { WbxmlWriter } from "../wbxml/writer";
import { planXml } from "./plan/fromXml";
import type { Plan } from "./plan/plan";
import { isEncodable, type Problem } from "./problem";
import { proveEncoding } from "./readBack";
import { startWriter, writeHeader, writeNode } from "./write";

/**
 * The encoded bytes, and the problems of the text they come from. If the problems include an error, there are
 * no bytes.
 */
export interface Encoding {
  readonly bytes: Uint8Array;
  readonly problems: readonly Problem[];
}

/**
 * Encodes XML text as a new WBXML document: shortest integers, and a SWITCH_PAGE only if a tag needs one. The
 * bytes mean what the text says: if they would be read back as something else, that is an error. If they mean
 * it but are not sound WBXML, there is a remark for each reason.
 */
export function encodeXml(xml: string, codeSpace: CodeSpace): Encoding {
  const plan = planXml(xml, codeSpace);
  const { bytes, problems: unwritten } = encodePlan(plan);
  if (!isEncodable(unwritten)) return { bytes, problems: unwritten };
  const problems = [...unwritten, ...proveEncoding(bytes, plan, codeSpace)];
  return { bytes: isEncodable(problems) ? bytes : new Uint8Array(0), problems };
}

/** The number of bytes that most nodes need. */
const USUAL_NODE = 12;

/** Encodes a plan as a new WBXML document, without reading it back. */
export function encodePlan(plan: Plan): Encoding {
  if (!isEncodable(plan.problems)) return { bytes: new Uint8Array(0), problems: plan.problems };
  const writer = startWriter(plan.header, plan.nodes.length * USUAL_NODE);
  writeHeader(writer, plan.header);
  const problems = [...plan.problems, ...writeNodes(writer, plan)];
  return { bytes: isEncodable(problems) ? writer.bytes() : new Uint8Array(0), problems };
}

/** Writes every node, and each END after the last node inside its element. */
function writeNodes(writer: WbxmlWriter, { nodes, header }: Plan): Problem[] {
  const problems: Problem[] = [];
  const outer: number[] = []; // where the elements around the innermost open one end
  let end = -1; // and where that one ends
  let index = 0;
  for (const node of nodes) {
    while (end === index) {
      writer.end();
      end = outer.pop() ?? -1;
    }
    const problem = writeNode(writer, header, node);
    if (problem !== undefined) problems.push(problem);
    if (node.kind === "element" && node.content) {
      outer.push(end);
      end = node.end;
    }
    index++;
  }
  for (const _ of outer) writer.end();
  return problems;
}
