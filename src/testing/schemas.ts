import { SaxesParser } from "saxes";

/**
 * A construct of a schema: its kind without prefix ("element", "sequence"), its attributes and its children.
 */
export interface SchemaNode {
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: SchemaNode[];
}

/** Parses a schema into nodes, and returns its root. */
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

/**
 * The key of a name or reference in a schema, such as "Email:To"; names without a prefix belong to the target
 * namespace.
 */
export function qualifyName(schema: SchemaNode, name: string): string {
  const [local = "", prefix = ""] = name.split(":").toReversed();
  return `${schema.attributes[prefix === "" ? "targetNamespace" : `xmlns:${prefix}`] ?? ""}:${local}`;
}

/** A schema file and its subject: "Sync request", or "" for a namespace that several commands share. */
export interface Schema {
  readonly of: string;
  readonly root: SchemaNode;
}

/**
 * The fact that an element may contain another, and how often. `isLoose` if it is one of several that may
 * occur any number of times, so that the schema says little.
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
 * What a schema says about the values of an element, and inside which parent ("" for a global declaration).
 */
export interface ValueFact {
  readonly of: string;
  readonly parent: string;
  readonly element: string;
  /**
   * The underlying built-in type ("string", "unsignedByte"); "container" or "empty" for elements without
   * text.
   */
  readonly type: string;
  readonly values: readonly string[];
  /** The facets that limit the value, by name: minLength, maxLength, minInclusive, maxInclusive. */
  readonly bounds: Readonly<Record<string, number>>;
}

interface SchemaReading {
  readonly groups: ReadonlyMap<string, { readonly schema: Schema; readonly node: SchemaNode }>;
  readonly types: ReadonlyMap<string, { readonly schema: Schema; readonly node: SchemaNode }>;
  readonly children: ChildFact[];
  readonly values: ValueFact[];
  /** The types being read, because a type can contain itself. */
  readonly open: Set<SchemaNode>;
}

/** Collects all facts in schemas about which elements contain which, and what values elements have. */
export function collectSchemaFacts(schemas: readonly Schema[]): {
  readonly children: readonly ChildFact[];
  readonly values: readonly ValueFact[];
} {
  const indexByName = (kinds: readonly string[]) =>
    new Map(
      schemas.flatMap((schema) =>
        schema.root.children
          .filter(({ kind }) => kinds.includes(kind))
          .map(
            (node) => [qualifyName(schema.root, node.attributes["name"] ?? ""), { schema, node }] as const,
          ),
      ),
    );
  const reading: SchemaReading = {
    groups: indexByName(["group"]),
    types: indexByName(["simpleType", "complexType"]),
    children: [],
    values: [],
    open: new Set(),
  };
  for (const schema of schemas) {
    for (const node of schema.root.children)
      if (node.kind === "element") readElement(reading, schema, node, "");
  }
  return { children: mergeFacts(reading.children), values: reading.values };
}

const BOUNDS: ReadonlySet<string> = new Set(["minLength", "maxLength", "minInclusive", "maxInclusive"]);

function readElement(reading: SchemaReading, schema: Schema, node: SchemaNode, parent: string): void {
  const element = qualifyName(schema.root, node.attributes["name"] ?? "");
  const { node: type, schema: home } = resolveType(reading, schema, node);
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
    type === undefined ? [] : listDescendants(type).filter(({ kind }) => kind === "restriction");
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

/** The type that an element refers to or contains; no node for a built-in type. */
function resolveType(
  reading: SchemaReading,
  schema: Schema,
  node: SchemaNode,
): { readonly schema: Schema; readonly node: SchemaNode | undefined } {
  const own = node.children.find(({ kind }) => kind === "simpleType" || kind === "complexType");
  const name = node.attributes["type"];
  if (own !== undefined || name === undefined || name.startsWith("xs:")) return { schema, node: own };
  return reading.types.get(qualifyName(schema.root, name)) ?? { schema, node: undefined };
}

function listDescendants(node: SchemaNode): readonly SchemaNode[] {
  return node.children.flatMap((child) => [child, ...listDescendants(child)]);
}

interface ParticleContext {
  readonly parent: string;
  readonly min: number;
  readonly max: number;
  readonly isLoose: boolean;
}

function readParticle(
  reading: SchemaReading,
  schema: Schema,
  node: SchemaNode,
  around: ParticleContext,
): void {
  const { minOccurs = "1", maxOccurs = "1", ref } = node.attributes;
  const here = {
    ...around,
    min: around.min * Number(minOccurs),
    max: around.max * (maxOccurs === "unbounded" ? Number.POSITIVE_INFINITY : Number(maxOccurs)),
  };
  if (node.kind === "element") {
    const element = qualifyName(schema.root, ref ?? node.attributes["name"] ?? "");
    reading.children.push({ of: schema.of, element, ...here });
    if (ref === undefined) readElement(reading, schema, node, around.parent);
    return;
  }
  if (node.kind === "group" && ref !== undefined) {
    const group = reading.groups.get(qualifyName(schema.root, ref));
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

/**
 * Merges facts so that there is one for each parent and child of a file: a child can occur at several
 * positions.
 */
function mergeFacts(facts: readonly ChildFact[]): readonly ChildFact[] {
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
