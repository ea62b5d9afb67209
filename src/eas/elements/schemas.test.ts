import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { schemaDifferences } from "../../testing/schemaDifferences";
import {
  type ChildFact,
  collectSchemaFacts,
  parseSchema,
  type Schema,
  type ValueFact,
} from "../../testing/schemas";
import { hasShared, needsShared, readSharedText } from "../../testing/shared";
import { elements } from "../catalogue";
import type { ElementFacts, Meaning, Place } from "./element";

const catalogue: ReadonlyMap<string, ElementFacts> = new Map(
  elements().map((entry) => [entry.key, { ...entry, type: entry.dataType }]),
);

/**
 * What a schema file is of: "Sync request", "Sync response", or "" for a namespace that several commands
 * share.
 */
function readSubject(folder: string, name: string): string {
  if (folder === "request-14.1") return `${name} request`;
  const command = /^(.+)Response$/.exec(name)?.[1];
  return command === undefined ? "" : `${command} response`;
}

function schemas(): Schema[] {
  const root = fileURLToPath(new URL("../../../../shared/spec/xsd/", import.meta.url));
  return ["request-14.1", "response-16.1"].flatMap((folder) =>
    readdirSync(root + folder)
      .filter((file) => file.endsWith(".xsd") && !file.startsWith("Autodiscover")) // no WBXML
      .map((file) => ({
        of: readSubject(folder, file.replace(".xsd", "")),
        root: parseSchema(readSharedText(`spec/xsd/${folder}/${file}`)),
      })),
  );
}

function findPlaces({ places }: ElementFacts, { of, parent }: ChildFact): readonly Place[] {
  return places.filter(
    (place) => place.parent === parent && (of === "" || `${place.command} ${place.direction}` === of),
  );
}

/**
 * Names that are mentioned, to say which elements are wanted or supported: empty there, whatever they are
 * elsewhere.
 */
const MENTIONS = new Set(["AirSync:Supported", "ItemOperations:Schema"]);

/** How catalogue and schema differ on how often an element stands in another; "" where they do not. */
function compareChild(fact: ChildFact): string {
  const facts = catalogue.get(fact.element);
  if (facts === undefined) return "no such tag";
  const places = findPlaces(facts, fact);
  if (places.length === 0) return "no such place";
  const min = Math.min(...places.map((place) => place.min));
  const max = Math.max(...places.map((place) => place.max));
  const isWider = min < fact.min || max > fact.max;
  const isNarrower = !fact.isLoose && (min > fact.min || max < fact.max);
  return isWider || isNarrower ? `schema ${fact.min}..${fact.max}, catalogue ${min}..${max}` : "";
}

/** The meaning that says something of its own about an element's value in a parent of a command's message. */
function meaningIn({ meanings = [] }: ElementFacts, { of, parent }: ValueFact, says: "type" | "limits") {
  const isMatch = ({ parent: own, direction, command }: Meaning): boolean =>
    (own === undefined || own === parent) &&
    (direction === undefined || of.endsWith(direction)) &&
    (command === undefined || of === "" || of.startsWith(command));
  return meanings.find((meaning) => meaning[says] !== undefined && isMatch(meaning));
}

function compareType(facts: ElementFacts, fact: ValueFact): string {
  const type = meaningIn(facts, fact, "type")?.type ?? facts.type;
  return type === fact.type || (fact.type === "empty" && MENTIONS.has(fact.parent))
    ? ""
    : `type: schema ${fact.type}, catalogue ${type}`;
}

/**
 * What bounds an element's value in the catalogue, by the name of the facet; a list of numbers bounds it too.
 */
function findBounds(facts: ElementFacts, fact: ValueFact): Readonly<Record<string, number | undefined>> {
  const { minLength, maxLength, min, max } = meaningIn(facts, fact, "limits")?.limits ?? facts.limits ?? {};
  const own =
    facts.meanings?.filter(({ parent }) => parent === fact.parent).flatMap(({ values }) => values ?? []) ??
    [];
  const listed = (own.length > 0 ? own : (facts.values ?? [])).map(({ value }) => Number(value));
  const isList = listed.length > 0 && listed.every((value) => !Number.isNaN(value));
  return {
    minLength,
    maxLength,
    minInclusive: min ?? (isList ? Math.min(...listed) : undefined),
    maxInclusive: max ?? (isList ? Math.max(...listed) : undefined),
  };
}

/** How they differ on the value of an element. */
function compareValue(fact: ValueFact): string[] {
  const facts = catalogue.get(fact.element);
  if (facts === undefined) return ["no such tag"];
  const known = new Set(
    [...(facts.values ?? []), ...(facts.meanings ?? []).flatMap(({ values }) => values ?? [])].map(
      ({ value }) => value,
    ),
  );
  const missing = fact.values.filter((value) => !known.has(value));
  const bounds = findBounds(facts, fact);
  const others =
    fact.type === "empty"
      ? []
      : Object.entries(fact.bounds).filter(([name, bound]) => bounds[name] !== bound);
  return [
    compareType(facts, fact),
    missing.length > 0 ? `values: ${missing.join(" ")}` : "",
    ...others.map(([name, bound]) => `${name}: schema ${bound}, catalogue ${bounds[name]}`),
  ].filter((difference) => difference !== "");
}

/** Every difference, one line each: where, element, what. */
function listDifferences(): readonly string[] {
  const { children, values } = collectSchemaFacts(schemas());
  const lines = [
    ...children.map(
      (fact) => [fact, [compareChild(fact)].filter((difference) => difference !== "")] as const,
    ),
    ...values.map((fact) => [fact, compareValue(fact)] as const),
  ].flatMap(([{ of, parent, element }, found]) =>
    found.map((difference) => `${of === "" ? "shared" : of} | ${parent} | ${element} | ${difference}`),
  );
  return [...new Set(lines)];
}

describe.skipIf(!hasShared)(`the catalogue beside the schemas${needsShared}`, () => {
  it("has looked at a sensible number of facts", () => {
    const { children, values } = collectSchemaFacts(schemas());
    expect([children.length > 900, values.length > 500]).toEqual([true, true]);
  });

  it("agrees on every element, place, number, type, value and bound, but where it is said why", () => {
    const listed = schemaDifferences.flatMap(({ lines }) => lines);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listDifferences().toSorted()).toEqual(listed.toSorted());
  });

  it("says why in a sentence", () => {
    expect(schemaDifferences.filter(({ why, lines }) => why.length < 20 || lines.length === 0)).toEqual([]);
  });
});
