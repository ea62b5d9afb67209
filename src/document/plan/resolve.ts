import { hexByte } from "../../bytes/hex";
import type { TextRange } from "../../bytes/range";
import type { CodeSpaceTag } from "../../wbxml/codeSpace";
import type { XmlAttribute, XmlElement } from "../../xml/parse";
import { readNumber } from "../notation/attributeNotation";
import { identityOfName, pageOfNamespace, WBXML_NAMESPACE } from "../notation/names";
import { addElement, addProblem, type PlannedTag, type Planning } from "./plan";

/**
 * Adds an element to the plan and answers its index; -1, with a problem, where its name or an attribute says
 * nothing that can be written.
 */
export function planElement(planning: Planning, node: XmlElement, parent: number): number {
  const tag = node.namespace === WBXML_NAMESPACE ? literalTag(planning, node) : namedTag(planning, node);
  const attributes = attributeList(planning, node);
  if (tag === undefined) return -1;
  return addElement(planning, tag, {
    attributes,
    content: !node.selfClosing,
    parent,
    range: node.range,
    tag: node.tag,
    closing: node.closing,
  });
}

function literalTag(planning: Planning, node: XmlElement): PlannedTag | undefined {
  const index = readNumber(
    node.attributes.find(({ name, namespace }) => name === "index" && namespace === "")?.value ?? "",
  );
  if (node.name === "LITERAL" && index !== undefined) return { page: 0, identity: 0, literal: index };
  addProblem(
    planning,
    "unknown-element",
    "error",
    'The notation\'s own elements are <wbxml:LITERAL index="…"> and, as the root, <wbxml:body>.',
    node.tag,
  );
  return undefined;
}

function namedTag(planning: Planning, node: XmlElement): PlannedTag | undefined {
  const page = planPage(planning, node);
  if (page === undefined) return undefined;
  const numbered = identityOfName(node.name);
  if (numbered !== undefined) return { page, identity: numbered, literal: undefined };
  const found = planning.codeSpace.find(page, node.name);
  if (found === undefined) {
    unknownElement(planning, node, page);
    return undefined;
  }
  if (found.as !== undefined)
    addProblem(
      planning,
      "legacy-name",
      "info",
      `${takenFor(found, node.name)}: that is its name in the specification.`,
      node.tag,
    );
  if (found.retired === true) addRetired(planning, found, node.name, node.tag);
  return { page, identity: found.token, literal: undefined };
}

function takenFor({ page, name, token }: CodeSpaceTag, written: string): string {
  return `${written} was taken for ${name} (page ${page}, token ${hexByte(token)})`;
}

/** Adds the warning that a tag is one no current table assigns; `written` is the name it was found by. */
export function addRetired(planning: Planning, found: CodeSpaceTag, written: string, range: TextRange): void {
  const message = `${takenFor(found, written)}, a token that no current code page table assigns.`;
  addProblem(planning, "retired-tag", "warning", message, range);
}

function planPage(planning: Planning, node: XmlElement): number | undefined {
  const { codeSpace } = planning;
  if (node.namespace === "") {
    const homes = homesOf(planning, node.name);
    const advice =
      homes.length === 0
        ? 'Declare one, as in <Sync xmlns="AirSync">.'
        : `${node.name} is an element of ${homes.join(", ")}: add xmlns="${homes[0] ?? ""}".`;
    addProblem(
      planning,
      "no-namespace",
      "error",
      `<${node.name}> has no namespace, so its code page is not known. ${advice}`,
      node.tag,
    );
    return undefined;
  }
  const page = pageOfNamespace(codeSpace, node.namespace);
  const isReported =
    node.prefix !== "" && node.namespace === node.prefix && planning.unbound.has(node.prefix);
  if (page === undefined && !isReported) {
    const message =
      `No code page stands for the namespace "${node.namespace}". EAS names its pages AirSync, Email, ` +
      "AirSyncBase and so on; one without a name is written page31.";
    addProblem(planning, "unknown-namespace", "error", message, node.tag);
  }
  return page;
}

function homesOf({ codeSpace }: Planning, name: string): string[] {
  return codeSpace.pages
    .filter(({ page }) => codeSpace.find(page, name) !== undefined)
    .map(({ namespace }) => namespace);
}

function unknownElement(planning: Planning, node: XmlElement, page: number): void {
  const namespace = planning.codeSpace.page(page)?.namespace ?? `page ${page}`;
  const homes = homesOf(planning, node.name);
  const elsewhere = homes.length === 0 ? "" : ` There is one in ${homes.join(", ")}.`;
  const advice = "For a token without a name write <_x3F/>.";
  const message = `${namespace} has no element ${node.name}.${elsewhere} ${advice}`;
  addProblem(planning, "unknown-element", "error", message, {
    from: node.tag.from,
    to: Math.min(node.tag.to, node.tag.from + 1 + qualifiedLength(node)),
  });
}

function qualifiedLength({ prefix, name }: XmlElement): number {
  return name.length + (prefix === "" ? 0 : prefix.length + 1);
}

/**
 * The attribute list that `wbxml:attributes` says; every other attribute but those of a literal tag is one
 * that EAS has no token for.
 */
function attributeList(planning: Planning, node: XmlElement): string | undefined {
  let list: string | undefined;
  for (const attribute of node.attributes) {
    if (attribute.namespace === WBXML_NAMESPACE && attribute.name === "attributes") list = attribute.value;
    else if (!isOfLiteral(node, attribute)) rejectAttribute(planning, attribute, node.tag);
  }
  return list;
}

function isOfLiteral(node: XmlElement, { namespace, name }: XmlAttribute): boolean {
  return node.namespace === WBXML_NAMESPACE && namespace === "" && (name === "index" || name === "name");
}

function rejectAttribute(planning: Planning, { prefix, name: local }: XmlAttribute, range: TextRange): void {
  const name = prefix === "" ? local : `${prefix}:${local}`;
  addProblem(
    planning,
    "attribute-not-encodable",
    "error",
    `EAS has no attributes [MS-ASWBXML R656], so ${name} has no token. Remove it, or make it an element.`,
    range,
  );
}
