import { pageNames, tagName } from "../document/notation/names";
import { easCodeSpace } from "../eas/codeSpace";
import { TAG_NUMBERS, tagNumber } from "../wbxml/codeSpace";
import {
  createFactTest,
  createFolderFactTest,
  createFolderTest,
  createStatusTest,
  type FactTest,
  type FolderTest,
  type StatusTest,
} from "./captureFacts";
import { createPatternTime, createTextMatcher, type PatternTime, type TextMatcher } from "./matcher";
import { type HeldKind, isEmptyQuery, type Query, type Term } from "./query";
import { createValueTest, type ValueTest } from "./valueTest";

/**
 * A query as a formula over its terms, to be evaluated once it is known which of them are true. A number is
 * the index of a term.
 */
export type Formula =
  | number
  | { readonly kind: "all" | "any"; readonly of: readonly Formula[] }
  | { readonly kind: "not"; readonly of: Formula };

/** Whether an element, given by page and identity, has a matching name. */
export type NameTest = (page: number, identity: number) => boolean;

/** A prepared term; the properties it has determine what it is matched against. */
export interface PreparedTerm {
  readonly term: Term;
  /** Matches text. */
  readonly matcher?: TextMatcher;
  /** Matches elements by name and, if there is a `value`, by value. */
  readonly name?: NameTest;
  readonly value?: ValueTest;
  /** Matches folders instead of values: the elements with that name refer to folders. */
  readonly folder?: FolderTest;
  /** Matches the statuses of a document. */
  readonly status?: StatusTest;
  /** Matches what is known about a capture. */
  readonly fact?: FactTest;
}

/** A query prepared for searching many captures. */
export interface PreparedQuery {
  readonly terms: readonly PreparedTerm[];
  readonly formula: Formula;
  /** Whether further matches can never make the formula false. */
  readonly isMonotone: boolean;
  readonly patternTime: PatternTime;
}

/** Prepares a query, with a time limit for its patterns in milliseconds; `undefined` for an empty query. */
export function prepareQuery(query: Query, milliseconds?: number): PreparedQuery | undefined {
  if (isEmptyQuery(query)) return undefined;
  const terms: PreparedTerm[] = [];
  const time = createPatternTime(milliseconds);
  let isMonotone = true;
  const buildFormula = (part: Query): Formula => {
    if (part.kind === "all" || part.kind === "any") return { kind: part.kind, of: part.of.map(buildFormula) };
    if (part.kind === "not") {
      isMonotone = false;
      return { kind: "not", of: buildFormula(part.of) };
    }
    return terms.push(prepareTerm(part, time)) - 1;
  };
  const formula = buildFormula(query);
  return { terms, formula, isMonotone, patternTime: time };
}

function prepareTerm(term: Term, time: PatternTime): PreparedTerm {
  switch (term.kind) {
    case "text":
    case "pattern":
      return { term, matcher: createTextMatcher(term, time) };
    case "name":
      return { term, name: memoize(createNameTest(term.name)) };
    case "value":
      return {
        term,
        name: memoize(createNameTest(term.name)),
        value: createValueTest(term.operator, term.value),
      };
    case "status": {
      const status = createStatusTest(term.operator, term.value);
      return { term, status, fact: ({ statuses }) => statuses?.some(status) };
    }
    case "held":
      return prepareHeldTerm(term);
    case "fact":
      return { term, fact: createFactTest(term) };
    case "bytes":
      return { term };
  }
}

function prepareHeldTerm(term: Extract<Term, { kind: "held" }>): PreparedTerm {
  const name = memoize(createHeldTest(term.held));
  if (term.held === "class") return { term, name, value: createValueTest(term.operator, term.value) };
  const folder = createFolderTest(term.operator, term.value);
  return { term, name, folder, fact: createFolderFactTest(folder) };
}

/** Caches the result of a name test for each tag. */
function memoize(test: NameTest): NameTest {
  const known = new Uint8Array(TAG_NUMBERS);
  return (page, identity) => {
    const at = tagNumber(page, identity);
    if (known[at] === 0) known[at] = test(page, identity) ? 2 : 1;
    return known[at] === 2;
  };
}

function createNameTest(pattern: string): NameTest {
  const colon = pattern.indexOf(":");
  const prefix = pattern.slice(0, Math.max(colon, 0)).toLowerCase();
  const parts = pattern
    .slice(colon + 1)
    .toLowerCase()
    .split("*");
  return (page, identity) => {
    const names = pageNames(easCodeSpace, page);
    if (colon >= 0 && names.prefix.toLowerCase() !== prefix && names.namespace.toLowerCase() !== prefix)
      return false;
    return isNameMatch(tagName(easCodeSpace, page, identity).toLowerCase(), parts);
  };
}

/** Whether a name consists of these parts in this order, with anything in between. */
function isNameMatch(name: string, parts: readonly string[]): boolean {
  const [first = "", ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= name.length - last.length;
}

/**
 * The elements that refer to a folder by its identifier: CollectionId in Sync and elsewhere, and the folders
 * of Move, Ping and FolderSync.
 */
const FOLDER_IDS: ReadonlySet<string> = new Set([
  "AirSync:CollectionId",
  "GetItemEstimate:CollectionId",
  "MeetingResponse:CollectionId",
  "ItemOperations:DstFldId",
  "Move:SrcFldId",
  "Move:DstFldId",
  "Ping:Id",
  "FolderHierarchy:ServerId",
  "FolderHierarchy:ParentId",
  "ComposeMail:FolderId",
]);

function createHeldTest(held: HeldKind): NameTest {
  return (page, identity) => {
    const name = tagName(easCodeSpace, page, identity);
    return held === "class"
      ? name === "Class"
      : FOLDER_IDS.has(`${pageNames(easCodeSpace, page).namespace}:${name}`);
  };
}

/**
 * Evaluates a formula, given which of its terms are true; `undefined` if that depends on terms not decided
 * yet.
 */
export function evaluateFormula(
  formula: Formula,
  known: readonly (boolean | undefined)[],
): boolean | undefined {
  if (typeof formula === "number") return known[formula];
  if (formula.kind === "not") {
    const inner = evaluateFormula(formula.of, known);
    return inner === undefined ? undefined : !inner;
  }
  const parts = new Set(formula.of.map((part) => evaluateFormula(part, known)));
  const decisive = formula.kind === "any";
  if (parts.has(decisive)) return decisive;
  return parts.has(undefined) ? undefined : !decisive;
}

/** The terms that make a formula true: those of the alternatives that are true, and no negated terms. */
export function findReasons(formula: Formula, known: readonly (boolean | undefined)[]): ReadonlySet<number> {
  const terms = new Set<number>();
  const visit = (part: Formula): void => {
    if (evaluateFormula(part, known) !== true) return;
    if (typeof part === "number") terms.add(part);
    else if (part.kind !== "not") part.of.forEach(visit);
  };
  visit(formula);
  return terms;
}
