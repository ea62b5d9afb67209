import { describe, expect, it } from "vitest";
import { hasShared, needsShared, readSharedText } from "../../testing/shared";
import { codePageTables } from "../codePageTables";
import { findCommandByName } from "../commands";
import type { ProtocolVersion } from "../versions";
import type {
  ElementFacts,
  ElementValue,
  Limits,
  Meaning,
  PageElements,
  Place,
  SpecReference,
} from "./element";

type Table = (typeof codePageTables)[number];

/**
 * A page of the catalogue as its file gives it; `problem` is what went wrong where the file could not be
 * loaded.
 */
interface Page {
  readonly table: Table;
  readonly exports: readonly string[];
  readonly elements: PageElements;
  readonly problem: unknown;
}

const files = import.meta.glob<Readonly<Record<string, unknown>>>(["./*.ts", "!./*.test.ts"]);
const tables = codePageTables.filter(({ tags }) => tags.length > 0);
const pages = await Promise.all(tables.map(load));
const versionsOfTag = new Map<string, readonly ProtocolVersion[]>(
  tables.flatMap(({ namespace, tags }) =>
    tags.map(([, name, versions]) => [`${namespace}:${name}`, versions] as const),
  ),
);
const factsOfTag = new Map<string, ElementFacts>(
  pages.flatMap(entries).map(([name, facts]) => [name, facts] as const),
);

async function load(table: Table): Promise<Page> {
  const file = files[`./${table.prefix}.ts`];
  if (file === undefined)
    return { table, exports: [], elements: {}, problem: `There is no ${table.prefix}.ts` };
  try {
    const module = await file();
    return {
      table,
      exports: Object.keys(module),
      elements: (module[table.prefix] ?? {}) as PageElements,
      problem: undefined,
    };
  } catch (problem) {
    return { table, exports: [], elements: {}, problem };
  }
}

/** The elements of a page as "Namespace:Element" and what is said of them. */
function entries({ table, elements }: Page): [string, ElementFacts][] {
  return Object.entries(elements).map(([name, facts]) => [`${table.namespace}:${name}`, facts]);
}

/** What `violations` says of each element of a page, with the element before it. */
function each(page: Page, violations: (facts: ElementFacts, name: string) => readonly string[]): string[] {
  return entries(page).flatMap(([name, facts]) =>
    violations(facts, name).map((violation) => `${name}: ${violation}`),
  );
}

function twice(keys: readonly string[]): string[] {
  return keys.filter((key, i) => keys.indexOf(key) !== i);
}

function where({ command, direction, parent }: Place): string {
  return `${command} ${direction} in ${parent ?? "nothing"}`;
}

function findMisplaced(place: Place, name: string): string[] {
  const { command, direction, parent, min, max } = place;
  const known = findCommandByName(command);
  const wrong = [
    known?.name !== command && "there is no such command",
    !(
      Number.isInteger(min) &&
      min >= 0 &&
      max >= 1 &&
      min <= max &&
      (max === Number.POSITIVE_INFINITY || Number.isInteger(max))
    ) && "wrong numbers",
    parent !== undefined && !versionsOfTag.has(parent) && "there is no such parent",
    (parent === undefined) !== (known?.[direction] === name) &&
      "a root has no parent, and nothing else has none",
  ];
  return wrong.filter((text) => text !== false).map((text) => `${where(place)}: ${text}`);
}

/**
 * A parent must be a container that stands in that message itself, in a version that has the element too.
 * Pages that are not there yet say nothing.
 */
function findOrphaned(place: Place, name: string): string[] {
  const parent = factsOfTag.get(place.parent ?? "");
  if (parent === undefined) return [];
  const versions = place.versions ?? versionsOfTag.get(name) ?? [];
  const stands = parent.places.filter(
    ({ command, direction }) => command === place.command && direction === place.direction,
  );
  const theirs = new Set(
    stands.flatMap((stand) => stand.versions ?? versionsOfTag.get(place.parent ?? "") ?? []),
  );
  const wrong = [
    parent.type !== "container" && "the parent is no container",
    stands.length === 0 && "the parent does not stand in that message",
    stands.length > 0 &&
      versions.some((version) => !theirs.has(version)) &&
      "the parent does not stand there in all of these versions",
  ];
  return wrong.filter((text) => text !== false).map((text) => `${where(place)}: ${text}`);
}

/** Versions are said only where they are fewer than the element's own. */
function isNarrower(versions: readonly ProtocolVersion[] | undefined, name: string): boolean {
  const all = versionsOfTag.get(name) ?? [];
  return (
    versions === undefined ||
    (versions.length > 0 &&
      versions.length < all.length &&
      versions.every((version) => all.includes(version)))
  );
}

function valueLists(facts: ElementFacts): (readonly ElementValue[])[] {
  return [facts.values ?? [], ...(facts.meanings ?? []).map(({ values }) => values ?? [])];
}

function isWithin(value: string, { min, max, minLength, maxLength }: Limits): boolean {
  const longEnough =
    value.length >= (minLength ?? 0) && value.length <= (maxLength ?? Number.POSITIVE_INFINITY);
  return (
    longEnough &&
    (!/^-?\d+$/.test(value) ||
      (Number(value) >= (min ?? Number.NEGATIVE_INFINITY) &&
        Number(value) <= (max ?? Number.POSITIVE_INFINITY)))
  );
}

function isEmptyRange({ min, max, minLength, maxLength }: Limits): boolean {
  const above = (low: number | undefined, high: number | undefined) =>
    low !== undefined && high !== undefined && low > high;
  return above(min, max) || above(minLength, maxLength) || (minLength ?? 0) < 0;
}

function isMet({ parent, command, direction }: Meaning, place: Place): boolean {
  return (
    (parent ?? place.parent) === place.parent &&
    (command ?? place.command) === place.command &&
    (direction ?? place.direction) === place.direction
  );
}

function references(facts: ElementFacts): SpecReference[] {
  const ofMeanings = (facts.meanings ?? []).flatMap(({ spec }) => spec ?? []);
  const ofSms = facts.sms === undefined ? [] : [{ document: "MS-ASMS", section: facts.sms.section }];
  return [...facts.spec, ...ofMeanings, ...ofSms];
}

/** Everything a person may read of an element, but for examples of values. */
function sentences({
  summary,
  meanings = [],
  values = [],
  places,
  sms,
  deprecated = "",
}: ElementFacts): string[] {
  const ofMeanings = meanings.flatMap((meaning) => [
    meaning.where,
    meaning.text,
    ...(meaning.values ?? []).map((value) => value.meaning),
  ]);
  const ofSms =
    sms === undefined ? [] : [sms.role, sms.client, sms.server, sms.format ?? "", sms.products ?? ""];
  return [
    summary,
    ...ofMeanings,
    ...values.map(({ meaning }) => meaning),
    ...places.map(({ when = "" }) => when),
    ...ofSms,
    deprecated,
  ];
}

describe.each(pages.map((page) => [`${page.table.namespace} (code page ${page.table.page})`, page] as const))(
  "%s",
  (_, page) => {
    it("has a file that exports its elements and nothing else", () => {
      expect(page.problem).toBeUndefined();
      expect(page.exports).toEqual([page.table.prefix]);
    });

    it("has an entry for each tag and none beside", () => {
      expect(Object.keys(page.elements).toSorted()).toEqual(
        page.table.tags.map(([, name]) => name).toSorted(),
      );
    });

    it("names places that exist: command, direction, parent, numbers", () => {
      expect(each(page, ({ places }) => (places.length === 0 ? ["stands nowhere"] : []))).toEqual([]);
      expect(each(page, ({ places }, name) => places.flatMap((place) => findMisplaced(place, name)))).toEqual(
        [],
      );
      expect(each(page, ({ places }, name) => places.flatMap((place) => findOrphaned(place, name)))).toEqual(
        [],
      );
      expect(
        each(page, ({ places }) =>
          twice(
            places.map((place) => JSON.stringify([where(place), place.versions, place.classes, place.when])),
          ),
        ),
      ).toEqual([]);
    });

    it("says versions where they are fewer than the tag's", () => {
      expect(
        each(page, ({ places }, name) =>
          places.filter(({ versions }) => !isNarrower(versions, name)).map(where),
        ),
      ).toEqual([]);
      const wrong = (facts: ElementFacts, name: string) =>
        valueLists(facts).flatMap((list) => list.filter(({ versions }) => !isNarrower(versions, name)));
      expect(each(page, (facts, name) => wrong(facts, name).map(({ value }) => value))).toEqual([]);
    });

    it("has values that differ and keep within the limits", () => {
      expect(
        each(page, (facts) => valueLists(facts).flatMap((list) => twice(list.map(({ value }) => value)))),
      ).toEqual([]);
      expect(
        each(page, (facts) =>
          (facts.values ?? [])
            .filter(({ value }) => !isWithin(value, facts.limits ?? {}))
            .map(({ value }) => value),
        ),
      ).toEqual([]);
      expect(
        each(page, ({ limits = {} }) => (isEmptyRange(limits) ? ["lower bound above the upper"] : [])),
      ).toEqual([]);
      const empty = (facts: ElementFacts) =>
        facts.type === "enumeration" && valueLists(facts).flat().length === 0;
      expect(each(page, (facts) => (empty(facts) ? ["an enumeration without values"] : []))).toEqual([]);
    });

    it("has meanings for places where the element stands", () => {
      const unmet = ({ meanings = [], places }: ElementFacts) =>
        meanings.filter((meaning) => !places.some((place) => isMet(meaning, place)));
      expect(each(page, (facts) => unmet(facts).map((meaning) => meaning.where))).toEqual([]);
    });

    it("calls byte arrays what the code page sends as opaque data", () => {
      const types = page.table.tags.flatMap(([, name, , opaque]) =>
        opaque === undefined ? [] : [[name, opaque === "opaque" ? "byteArray" : "mime"]],
      );
      expect(types.filter(([name = "", type]) => page.elements[name]?.type !== type)).toEqual([]);
    });

    it("has texts without loose space, and a reference for each element", () => {
      expect(
        each(page, (facts) =>
          facts.summary === "" || facts.spec.length === 0 ? ["no summary or no reference"] : [],
        ),
      ).toEqual([]);
      expect(
        each(page, (facts) => sentences(facts).filter((text) => text !== text.trim() || text.includes("  "))),
      ).toEqual([]);
    });

    it("has no blank text", () => {
      const texts = ({ summary, values = [], meanings = [] }: ElementFacts) => [
        summary,
        ...meanings.flatMap(({ where: place, text, values: own = [] }) => [
          place,
          text,
          ...own.map(({ meaning }) => meaning),
        ]),
        ...values.map(({ meaning }) => meaning),
      ];
      expect(each(page, (facts) => texts(facts).filter((text) => text.trim() === ""))).toEqual([]);
    });

    it.skipIf(!hasShared)(`refers to sections that exist${needsShared}`, () => {
      const missing = (facts: ElementFacts) =>
        references(facts).filter(({ document, section }) => !listSections(document).has(section));
      expect(
        each(page, (facts) => missing(facts).map(({ document, section }) => `${document} ${section}`)),
      ).toEqual([]);
    });

    it.skipIf(!hasShared)(`is in words of its own${needsShared}`, () => {
      const findTaken = (facts: ElementFacts) =>
        sentences(facts).flatMap((text) => shingles(text).filter((shingle) => theirShingles().has(shingle)));
      expect(each(page, findTaken)).toEqual([]);
    });
  },
);

describe("the whole catalogue", () => {
  it("has a child for every container", () => {
    const parents = new Set(
      Array.from(factsOfTag.values(), ({ places }) => places.map(({ parent }) => parent)).flat(),
    );
    const childless = Array.from(factsOfTag).filter(
      ([name, { type }]) => type === "container" && !parents.has(name),
    );
    expect(childless.map(([name]) => name)).toEqual([]);
  });
});

const DOCUMENTS = [
  "AIRS",
  "CAL",
  "CMD",
  "CNTC",
  "CON",
  "DOC",
  "DTYPE",
  "EMAIL",
  "HTTP",
  "NOTE",
  "PROV",
  "RM",
  "TASK",
  "WBXML",
].map((name) => `MS-AS${name}`);

/**
 * Sections of elements that 2.5 alone knows: in the published documents, but no requirement is left of them.
 */
const WITHOUT_REQUIREMENTS: Readonly<Record<string, readonly string[]>> = {
  "MS-ASCAL": ["2.2.2.7.2", "2.2.2.8"],
  "MS-ASCNTC": ["2.2.2.7.2", "2.2.2.8", "2.2.2.9"],
  "MS-ASEMAIL": [
    "2.2.2.3",
    "2.2.2.4.2",
    "2.2.2.6",
    "2.2.2.10.2",
    "2.2.2.12",
    "2.2.2.13",
    "2.2.2.50",
    "2.2.2.51",
    "2.2.2.52",
  ],
  "MS-ASTASK": ["2.2.2.1.2", "2.2.2.2", "2.2.2.3"],
};

const sections = new Map<string, ReadonlySet<string>>();
let taken: ReadonlySet<string> | undefined;

/** The numbered sections of a document; none for one that is not known. */
function listSections(document: string): ReadonlySet<string> {
  const known = sections.get(document) ?? new Set(readSections(document));
  sections.set(document, known);
  return known;
}

function readSections(document: string): string[] {
  if (document === "MS-ASMS")
    return Array.from(
      readSharedText("spec/MS-ASMS.txt").matchAll(/^(\d+(?:\.\d+)*) \S/gm),
      ([, section = ""]) => section,
    );
  if (!DOCUMENTS.includes(document)) return [];
  return [
    ...requirements(document).map(([, section = ""]) => section),
    ...(WITHOUT_REQUIREMENTS[document] ?? []),
  ];
}

/** Id, section and statement of each requirement of a document. */
function requirements(document: string): string[][] {
  return readSharedText(`spec/requirements/${document}.tsv`)
    .split("\n")
    .map((line) => line.split("\t"));
}

const SHINGLE = 8;

/** Each run of eight words of a text. */
function shingles(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+(?:['.:][a-z0-9]+)*/g) ?? [];
  return Array.from({ length: Math.max(0, words.length - SHINGLE + 1) }, (_, i) =>
    words.slice(i, i + SHINGLE).join(" "),
  );
}

/**
 * The runs of words of every requirement, with and without what its editors put into brackets, and of
 * MS-ASMS.
 */
function theirShingles(): ReadonlySet<string> {
  if (taken !== undefined) return taken;
  const statements = DOCUMENTS.flatMap(requirements).map(([, , statement = ""]) =>
    statement.replace(/^\[In [^\]]*\]/, ""),
  );
  const texts = [
    ...statements.flatMap((text) => [text, text.replace(/\[[^\]]*\]/g, " ")]),
    ...readSharedText("spec/MS-ASMS.txt").split("\n\n"),
  ];
  taken = new Set(texts.flatMap(shingles));
  return taken;
}
