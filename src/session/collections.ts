import type { LinkedDocument } from "../document/open";
import { rootElement } from "../wbxml/tree";
import { type ElementReader, readElements } from "./elements";

/** One Options of a collection. Nodes are -1 if there is no such element. */
export interface OptionSet {
  readonly node: number;
  readonly classNode: number;
  /** `undefined` if it names no class and therefore applies to the folder's own class. */
  readonly className: string | undefined;
  readonly filterNode: number;
  readonly filter: string | undefined;
  /** The text of each option that has a value of its own, by key: FilterType, Conflict, MIMESupport … */
  readonly values: ReadonlyMap<string, string>;
  /** The values of each BodyPreference and BodyPartPreference, by key. */
  readonly preferences: readonly ReadonlyMap<string, string>[];
}

/** One Collection of a Sync or a GetItemEstimate message. */
export interface Collection {
  readonly node: number;
  /** CollectionId; `undefined` if there is none. */
  readonly id: string | undefined;
  readonly syncKey: string | undefined;
  readonly options: readonly OptionSet[];
}

const known = new WeakMap<LinkedDocument, readonly Collection[]>();

/**
 * Lists the collections of a Sync message or a GetItemEstimate request, in order; `[]` for other messages.
 * Read once per document.
 */
export function listCollections(document: LinkedDocument): readonly Collection[] {
  const collections = known.get(document) ?? readCollections(document);
  known.set(document, collections);
  return collections;
}

const PAGES: Readonly<Record<string, string>> = {
  "AirSync:Sync": "AirSync",
  "GetItemEstimate:GetItemEstimate": "GetItemEstimate",
};

function readCollections(document: LinkedDocument): readonly Collection[] {
  const elements = readElements(document);
  const root = rootElement(document.tree.tokens);
  const page = root < 0 ? undefined : PAGES[elements.key(root) ?? ""];
  if (page === undefined) return [];
  return elements
    .children(root, `${page}:Collections`)
    .flatMap((collections) => elements.children(collections, `${page}:Collection`))
    .map((node) => ({
      node,
      id: elements.childText(node, `${page}:CollectionId`),
      syncKey: elements.childText(node, "AirSync:SyncKey"),
      options: elements.children(node, "AirSync:Options").map((options) => readOptions(elements, options)),
    }));
}

function readOptions(elements: ElementReader, node: number): OptionSet {
  const classNode = elements.child(node, "AirSync:Class");
  const filterNode = elements.child(node, "AirSync:FilterType");
  const holders = elements.children(node).filter((child) => elements.children(child).length > 0);
  return {
    node,
    classNode,
    className: classNode < 0 ? undefined : elements.text(classNode),
    filterNode,
    filter: filterNode < 0 ? undefined : elements.text(filterNode),
    values: readValues(elements, node),
    preferences: holders.map((child) => readValues(elements, child)),
  };
}

/** The texts of the children that contain only text, by key; the first one where a key is repeated. */
function readValues(elements: ElementReader, node: number): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const child of elements.children(node)) {
    const key = elements.key(child);
    const text = elements.text(child);
    if (key !== undefined && text !== undefined && !values.has(key)) values.set(key, text);
  }
  return values;
}
