import { SaxesParser } from "saxes";

/** A construct of a schema: its kind without prefix ("element", "sequence"), attributes and what is in it. */
export interface SchemaNode {
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: SchemaNode[];
}

/** The root of a schema, as nodes. */
export function parseSchema(text: string): SchemaNode {
  const root: SchemaNode = { kind: "", attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const node: SchemaNode = { kind: name.replace("xs:", ""), attributes, children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text.trim()).close();
  return root.children[0] ?? root;
}

/** "Email:To" of a name or reference in a schema; names without prefix are of its own namespace. */
export function qualified(schema: SchemaNode, name: string): string {
  const [local = "", prefix = ""] = name.split(":").toReversed();
  return `${schema.attributes[prefix === "" ? "targetNamespace" : `xmlns:${prefix}`] ?? ""}:${local}`;
}

/** A schema file, and what it is of: "Sync request", or "" for a namespace that several commands share. */
export interface Schema {
  readonly of: string;
  readonly root: SchemaNode;
}

/**
 * That an element may hold another, how often. `isLoose`: it is one of several that may come in any number,
 * so the schema says little.
 */
export interface ChildFact {
  readonly of: string;
  readonly parent: string;
  readonly element: string;
  readonly min: number;
  readonly max: number;
  readonly isLoose: boolean;
}

/**
 * What a schema says of the values of an element, and inside which parent it says so ("" for a declaration of
 * its own).
 */
export interface ValueFact {
  readonly of: string;
  readonly parent: string;
  readonly element: string;
  /**
   * The built-in type at the bottom ("string", "unsignedByte"); "container" and "empty" for elements without
   * text.
   */
  readonly type: string;
  readonly values: readonly string[];
  /** The facets that bound it, by name: minLength, maxLength, minInclusive, maxInclusive. */
  readonly bounds: Readonly<Record<string, number>>;
}

interface Reading {
  readonly groups: ReadonlyMap<string, { readonly schema: Schema; readonly node: SchemaNode }>;
  readonly types: ReadonlyMap<string, { readonly schema: Schema; readonly node: SchemaNode }>;
  readonly children: ChildFact[];
  readonly values: ValueFact[];
  /** The types being read, as one may hold itself. */
  readonly open: Set<SchemaNode>;
}

/** Every fact of schemas about which element holds which, and what values elements have. */
export function schemaFacts(schemas: readonly Schema[]): {
  readonly children: readonly ChildFact[];
  readonly values: readonly ValueFact[];
} {
  const named = (kinds: readonly string[]) =>
    new Map(
      schemas.flatMap((schema) =>
        schema.root.children
          .filter(({ kind }) => kinds.includes(kind))
          .map((node) => [qualified(schema.root, node.attributes["name"] ?? ""), { schema, node }] as const),
      ),
    );
  const reading: Reading = {
    groups: named(["group"]),
    types: named(["simpleType", "complexType"]),
    children: [],
    values: [],
    open: new Set(),
  };
  for (const schema of schemas) {
    for (const node of schema.root.children)
      if (node.kind === "element") readElement(reading, schema, node, "");
  }
  return { children: merged(reading.children), values: reading.values };
}

const BOUNDS: ReadonlySet<string> = new Set(["minLength", "maxLength", "minInclusive", "maxInclusive"]);

function readElement(reading: Reading, schema: Schema, node: SchemaNode, parent: string): void {
  const element = qualified(schema.root, node.attributes["name"] ?? "");
  const { node: type, schema: home } = typeOf(reading, schema, node);
  const add = (fact: Omit<ValueFact, "of" | "parent" | "element">): number =>
    reading.values.push({ of: schema.of, parent, element, ...fact });
  const complex =
    type?.kind === "complexType" ? type.children.find(({ kind }) => kind !== "attribute") : undefined;
  if (complex !== undefined) {
    add({ type: "container", values: [], bounds: {} });
    if (reading.open.has(complex)) return;
    reading.open.add(complex);
    readParticle(reading, { root: home.root, of: schema.of }, complex, {
      parent: element,
      min: 1,
      max: 1,
      isLoose: false,
    });
    reading.open.delete(complex);
    return;
  }
  if (type?.kind === "complexType") {
    add({ type: type.attributes["mixed"] === "true" ? "container" : "empty", values: [], bounds: {} });
    return;
  }
  const restrictions =
    type === undefined ? [] : descendants(type).filter(({ kind }) => kind === "restriction");
  const base = (restrictions[0]?.attributes["base"] ?? node.attributes["type"] ?? "").replace("xs:", "");
  const facets = restrictions.flatMap(({ children }) => children);
  const bounds = Object.fromEntries(
    facets
      .filter(({ kind }) => BOUNDS.has(kind))
      .map(({ kind, attributes }) => [kind, Number(attributes["value"])]),
  );
  const values = facets
    .filter(({ kind }) => kind === "enumeration")
    .map(({ attributes }) => attributes["value"] ?? "");
  add({ type: base === "" || bounds["maxLength"] === 0 ? "empty" : base, values, bounds });
}

/** The type that an element names or holds; no node where it is a built-in one. */
function typeOf(
  reading: Reading,
  schema: Schema,
  node: SchemaNode,
): { readonly schema: Schema; readonly node: SchemaNode | undefined } {
  const own = node.children.find(({ kind }) => kind === "simpleType" || kind === "complexType");
  const name = node.attributes["type"];
  if (own !== undefined || name === undefined || name.startsWith("xs:")) return { schema, node: own };
  return reading.types.get(qualified(schema.root, name)) ?? { schema, node: undefined };
}

function descendants(node: SchemaNode): readonly SchemaNode[] {
  return node.children.flatMap((child) => [child, ...descendants(child)]);
}

interface Around {
  readonly parent: string;
  readonly min: number;
  readonly max: number;
  readonly isLoose: boolean;
}

function readParticle(reading: Reading, schema: Schema, node: SchemaNode, around: Around): void {
  const { minOccurs = "1", maxOccurs = "1", ref } = node.attributes;
  const here = {
    ...around,
    min: around.min * Number(minOccurs),
    max: around.max * (maxOccurs === "unbounded" ? Number.POSITIVE_INFINITY : Number(maxOccurs)),
  };
  if (node.kind === "element") {
    const element = qualified(schema.root, ref ?? node.attributes["name"] ?? "");
    reading.children.push({ of: schema.of, element, ...here });
    if (ref === undefined) readElement(reading, schema, node, around.parent);
    return;
  }
  if (node.kind === "group" && ref !== undefined) {
    const group = reading.groups.get(qualified(schema.root, ref));
    for (const child of group?.node.children ?? [])
      readParticle(reading, { root: group?.schema.root ?? schema.root, of: schema.of }, child, here);
    return;
  }
  const isChoice = node.kind === "choice";
  const inside = {
    ...here,
    min: isChoice && node.children.length > 1 ? 0 : here.min,
    isLoose: around.isLoose || (isChoice && here.max > 1),
  };
  for (const child of node.children)
    readParticle(
      reading,
      schema,
      child,
      isChoice ? { ...inside, isLoose: inside.isLoose || isChoice } : inside,
    );
}

/** One fact for each parent and child of a file: the same child may stand in it at several spots. */
function merged(facts: readonly ChildFact[]): readonly ChildFact[] {
  const all = new Map<string, ChildFact>();
  for (const fact of facts) {
    const key = `${fact.of} ${fact.parent} ${fact.element}`;
    const before = all.get(key);
    all.set(
      key,
      before === undefined
        ? fact
        : {
            ...fact,
            min: Math.min(before.min, fact.min),
            max: Math.max(before.max, fact.max),
            isLoose: before.isLoose || fact.isLoose,
          },
    );
  }
  return [...all.values()];
}
