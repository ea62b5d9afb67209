import { formatByte } from "../../bytes/hex";
import type { TextRange } from "../../bytes/range";
import type { CodeSpace, CodeSpaceTag } from "../../wbxml/codeSpace";
import type { XmlAttribute, XmlElement } from "../../xml/parse";
import { findPage, readIdentity, WBXML_NAMESPACE } from "../notation/names";
import { readNumber } from "../notation/operands";
import type { Problem } from "../problem";
import type { PlannedTag } from "./plan";

/** The meaning of an XML element. If there is no tag, the problems include an error. */
export interface ResolvedElement {
  readonly tag: PlannedTag | undefined;
  /** The attribute list from `wbxml:attributes`. */
  readonly attributes: string | undefined;
  readonly problems: readonly Problem[];
}

/** The tag of a code page or of the string table for an element's name, and its attribute list. */
export function resolveElement(node: XmlElement, codeSpace: CodeSpace): ResolvedElement {
  const resolved = node.namespace === WBXML_NAMESPACE ? resolveLiteral(node) : resolveName(node, codeSpace);
  if (node.attributes.length === 0) return resolved;
  const { tag, problems } = resolved;
  const rejected = node.attributes.filter((attribute) => !isOfNotation(node, attribute));
  return {
    tag,
    attributes: node.attributes.findLast(isAttributeList)?.value,
    problems:
      rejected.length === 0
        ? problems
        : [...problems, ...rejected.map((one) => attributeProblem(one, node.tag))],
  };
}

const NO_PROBLEMS: readonly Problem[] = [];

function resolveTo(tag: PlannedTag, problems = NO_PROBLEMS): ResolvedElement {
  return { tag, attributes: undefined, problems };
}

function failWith(...problems: readonly Problem[]): ResolvedElement {
  return { tag: undefined, attributes: undefined, problems };
}

function resolveLiteral({ name: element, attributes, tag: range }: XmlElement): ResolvedElement {
  const index = attributes.find(({ name, namespace }) => name === "index" && namespace === "");
  const literal = index && readNumber(index.value);
  if (element === "LITERAL" && literal !== undefined) return resolveTo({ page: 0, identity: 0, literal });
  const message =
    'The notation\'s own elements are <wbxml:LITERAL index="…"> and, as the root, <wbxml:body>.';
  return failWith({ code: "unknown-element", severity: "error", message, range });
}

function resolveName(node: XmlElement, codeSpace: CodeSpace): ResolvedElement {
  if (node.namespace === "") return failWith(noNamespaceProblem(node, codeSpace));
  const page = findPage(codeSpace, node.namespace);
  if (page === undefined) return node.isUnbound ? failWith() : failWith(unknownNamespaceProblem(node));
  const numbered = readIdentity(node.name);
  if (numbered !== undefined) return resolveTo({ page, identity: numbered, literal: undefined });
  const found = codeSpace.find(page, node.name);
  if (found === undefined) return failWith(unknownElementProblem(node, codeSpace, page));
  const tag = { page, identity: found.token, literal: undefined };
  if (found.as === undefined && found.retired !== true) return resolveTo(tag);
  return resolveTo(tag, [
    ...(found.as === undefined ? [] : [legacyNameProblem(found, node)]),
    ...(found.retired === true ? [retiredTagProblem(found, node.name, node.tag)] : []),
  ]);
}

function legacyNameProblem(found: CodeSpaceTag, { name, tag: range }: XmlElement): Problem {
  const message = `${describeTag(found, name)}, its name in the specification.`;
  return { code: "legacy-name", severity: "info", message, range };
}

function describeTag({ page, name, token }: CodeSpaceTag, written: string): string {
  return `${written} was read as ${name} (page ${page}, token ${formatByte(token)})`;
}

/** The warning that no current table assigns a tag; `written` is the name it was found by. */
export function retiredTagProblem(found: CodeSpaceTag, written: string, range: TextRange): Problem {
  const message = `${describeTag(found, written)}, a token that the current code page tables don't assign.`;
  return { code: "retired-tag", severity: "warning", message, range };
}

function noNamespaceProblem({ name, tag: range }: XmlElement, codeSpace: CodeSpace): Problem {
  const namespaces = listNamespaces(codeSpace, name);
  const [first] = namespaces;
  const advice =
    first === undefined
      ? 'Declare one, for example <Sync xmlns="AirSync">.'
      : `${name} is an element of ${namespaces.join(", ")}: add xmlns="${first}".`;
  const message = `<${name}> has no namespace, so its code page is unknown. ${advice}`;
  return { code: "no-namespace", severity: "error", message, range };
}

function unknownNamespaceProblem({ namespace, tag: range }: XmlElement): Problem {
  const message =
    `There is no code page for the namespace "${namespace}". EAS code pages have names such as AirSync, ` +
    "Email and AirSyncBase; write a page without a name as page31.";
  return { code: "unknown-namespace", severity: "error", message, range };
}

/** The namespaces that have an element with this name. */
function listNamespaces(codeSpace: CodeSpace, name: string): string[] {
  return codeSpace.pages
    .filter(({ page }) => codeSpace.find(page, name) !== undefined)
    .map(({ namespace }) => namespace);
}

function unknownElementProblem(node: XmlElement, codeSpace: CodeSpace, page: number): Problem {
  const namespace = codeSpace.page(page)?.namespace ?? `page ${page}`;
  const others = listNamespaces(codeSpace, node.name);
  const elsewhere = others.length === 0 ? "" : ` It exists in ${others.join(", ")}.`;
  const advice = "Write a token without a name as <_x3F/>.";
  const message = `${namespace} has no element ${node.name}.${elsewhere} ${advice}`;
  const { from, to } = node.tag;
  const range = { from, to: Math.min(to, from + 1 + measureQualifiedName(node)) };
  return { code: "unknown-element", severity: "error", message, range };
}

function measureQualifiedName({ prefix, name }: XmlElement): number {
  return name.length + (prefix === "" ? 0 : prefix.length + 1);
}

/** Whether an attribute belongs to the notation: an attribute list, or an attribute of a literal tag. */
function isOfNotation(node: XmlElement, attribute: XmlAttribute): boolean {
  const { namespace, name } = attribute;
  if (isAttributeList(attribute)) return true;
  return node.namespace === WBXML_NAMESPACE && namespace === "" && (name === "index" || name === "name");
}

function isAttributeList({ namespace, name }: XmlAttribute): boolean {
  return namespace === WBXML_NAMESPACE && name === "attributes";
}

function attributeProblem({ prefix, name: local }: XmlAttribute, range: TextRange): Problem {
  const name = prefix === "" ? local : `${prefix}:${local}`;
  const message =
    `EAS has no attributes [MS-ASWBXML R656], so ${name} can't be encoded. Remove it, or make it an ` +
    "element.";
  return { code: "attribute-not-encodable", severity: "error", message, range };
}
