import { describe, expect, it } from "vitest";
import { parseSchema, qualifyName, type SchemaNode } from "../../testing/schemas";
import { hasShared, needsShared, readSharedText } from "../../testing/shared";
import { codePageTables } from "../codePageTables";
import { pageElements } from "./pages";
import { type Sequence, sequences } from "./sequences";

const tags = new Set(
  codePageTables.flatMap(({ namespace, tags: rows }) => rows.map(([, name]) => `${namespace}:${name}`)),
);
const catalogue = Object.entries(pageElements).flatMap(([namespace, page]) =>
  Object.entries(page).map(([name, facts]) => [`${namespace}:${name}`, facts] as const),
);

const key = ({ command, direction, parent }: Omit<Sequence, "children">): string =>
  `${command} ${direction} ${parent}`;

/** The children the catalogue gives a container of a message. */
function listChildren({ command, direction, parent }: Sequence): string[] {
  const isAllowed = ([, { places }]: (typeof catalogue)[number]) =>
    places.some(
      (place) => place.parent === parent && place.command === command && place.direction === direction,
    );
  return catalogue.filter(isAllowed).map(([name]) => name);
}

/**
 * Children without a fixed place: no schema at hand gives them one, other versions have them elsewhere, or
 * they never meet the others there.
 */
const ANYWHERE = new Set([
  "Sync request AirSync:Change AirSyncBase:InstanceId",
  "Sync request AirSync:Change Email2:Send",
  "Sync request AirSync:Add Email2:Send",
  "GetItemEstimate request GetItemEstimate:Collection GetItemEstimate:Class",
  "GetItemEstimate request GetItemEstimate:Collection AirSync:FilterType",
  "Provision request Provision:Provision Provision:AccountOnlyRemoteWipe",
  "Sync response Email:Attachment Email:Att0id",
  "Settings response Settings:Get Settings:EmailAddresses",
  "Settings response Settings:Get Settings:Accounts",
  "Settings response Settings:Get RightsManagement:RightsManagementTemplates",
]);

describe("the sequences", () => {
  it("are of containers and children that exist, each once", () => {
    expect(
      sequences.flatMap(({ parent, children }) => [parent, ...children]).filter((name) => !tags.has(name)),
    ).toEqual([]);
    expect(new Set(sequences.map(key)).size).toBe(sequences.length);
    expect(
      sequences.filter(({ children }) => children.length < 2 || new Set(children).size < children.length),
    ).toEqual([]);
  });

  it("name the children that the catalogue has for the container, and all of them", () => {
    const strangers = sequences.flatMap((one) =>
      one.children
        .filter((child) => !listChildren(one).includes(child))
        .map((child) => `${key(one)} ${child}`),
    );
    expect(strangers).toEqual([]);
    const missing = sequences.flatMap((one) =>
      listChildren(one)
        .filter((child) => !one.children.includes(child))
        .map((child) => `${key(one)} ${child}`),
    );
    expect(missing.filter((text) => !ANYWHERE.has(text))).toEqual([]);
  });
});

/**
 * Elements in order where a particle fixes one; `undefined` where it lets them come in any. Of alternatives
 * one comes, so that they keep the order they are written in.
 */
function listOrdered(particle: SchemaNode, name: (node: SchemaNode) => string): string[] | undefined {
  if (particle.kind === "element") return [name(particle)];
  if (particle.kind === "group") return ["Email:DateReceived"];
  if (particle.kind === "all" || particle.attributes["maxOccurs"] !== undefined) return undefined;
  const parts = particle.children.map((child) => listOrdered(child, name));
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** The containers of a schema with two or more children in order, those in a named group or type included. */
function findOrderedContainers(text: string): { readonly parent: string; readonly children: string[] }[] {
  const schema = parseSchema(text);
  const getName = ({ attributes: { name, ref } }: SchemaNode): string =>
    qualifyName(schema, name ?? ref ?? "");
  const found: { parent: string; children: string[] }[] = [];
  const todo = [schema];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    const particle = node.children.find(({ kind }) => kind === "complexType")?.children[0];
    const children =
      node.kind === "element" && particle?.kind === "sequence" ? listOrdered(particle, getName) : undefined;
    if (children !== undefined && children.length > 1)
      found.push({ parent: getName(node), children: [...new Set(children)] });
    todo.push(...node.children);
  }
  return found;
}

const COMMANDS = [
  "FolderCreate",
  "FolderDelete",
  "FolderSync",
  "FolderUpdate",
  "GetItemEstimate",
  "MoveItems",
  "Provision",
  "Settings",
  "Sync",
];
const RESPONSES = [
  ...COMMANDS,
  "Find",
  "GetHierarchy",
  "ItemOperations",
  "MeetingResponse",
  "Ping",
  "ResolveRecipients",
  "Search",
  "ValidateCert",
];
const SHARED = ["AirSyncBase", "Email", "GAL", "Provision", "RightsManagement", "Search", "Settings"];

/** Where the requirements say otherwise than the schema, or more. */
const DIFFERENT: Readonly<Record<string, string>> = {
  "AirSyncBase:Body": "MS-ASAIRS 2.2.2.9 puts Part before Preview",
  "Settings request Settings:Set": "MS-ASCMD 2.2.3.167 lets the children come in any order",
  "Settings request Settings:EmailAddresses": "MS-ASCMD 2.2.3.57 knows it in responses only",
  "GetItemEstimate request GetItemEstimate:Collection": "FilterType is of versions that have another order",
};
const BY_TEXT_ALONE = [
  "Settings response Settings:Oof",
  "Settings response Settings:UserInformation",
  "Settings response Settings:RightsManagementInformation",
];

interface FoundSequence {
  readonly of: string;
  readonly parent: string;
  readonly children: readonly string[];
}

/** Every ordered container of the schemas; `of` is "" for a namespace that several commands share. */
function schemaSequences(): FoundSequence[] {
  const files = [
    ...COMMANDS.map((command) => [`request-14.1/${command}`, `${command} request `]),
    ...RESPONSES.map((command) => [`response-16.1/${command}Response`, `${command} response `]),
    ...SHARED.map((namespace) => [`response-16.1/${namespace}`, ""]),
  ];
  return files.flatMap(([file = "", of = ""]) =>
    findOrderedContainers(readSharedText(`spec/xsd/${file}.xsd`)).map((found) => ({ of, ...found })),
  );
}

const isSubsequence = (part: readonly string[], whole: readonly string[]): boolean => {
  const places = part.map((name) => whole.indexOf(name));
  return places.every((place, i) => place > (places[i - 1] ?? -1));
};

describe.skipIf(!hasShared)(`the sequences beside the schemas${needsShared}`, () => {
  const found = hasShared ? schemaSequences() : [];
  const readRows = ({ of, parent }: FoundSequence) =>
    sequences.filter((row) => (of === "" ? row.parent === parent : key(row) === of + parent));

  it("have looked at a sensible number of containers", () => {
    expect(found.length).toBeGreaterThan(50);
  });

  it("keep the order of every schema", () => {
    const wrong = found.filter(
      (one) =>
        readRows(one).length === 0 ||
        readRows(one).some(({ children }) => !isSubsequence(one.children, children)),
    );
    expect(
      wrong.map(({ of, parent }) => of + parent).filter((name) => DIFFERENT[name] === undefined),
    ).toEqual([]);
  });

  it("come from a schema, but for those the text alone asks for", () => {
    const known = (row: Sequence) =>
      found.some(({ of, parent }) => (of === "" ? parent === row.parent : of + parent === key(row)));
    expect(sequences.filter((row) => !known(row)).map(key)).toEqual(BY_TEXT_ALONE);
  });
});
