import { pageNames, tagName } from "../document/notation/names";
import { easCodeSpace } from "../eas/codeSpace";
import { TAG_NUMBERS, tagNumber } from "../wbxml/codeSpace";
import { type ValueTest, valueTest } from "./compare";
import { type PatternTime, patternTime, type TextMatcher, textMatcher } from "./matcher";
import { isEmptyQuery, type Query, type Term } from "./query";

/** What a query comes to when it is known which of its terms hold. A number is a term. */
export type Formula =
  | number
  | { readonly kind: "all" | "any"; readonly of: readonly Formula[] }
  | { readonly kind: "not"; readonly of: Formula };

/** Whether an element by its page and identity is one that is asked for. */
export type NameTest = (page: number, identity: number) => boolean;

/** A term made ready: what of it is there says what it asks of. */
export interface Leaf {
  readonly term: Term;
  /** Asks for texts. */
  readonly matcher?: TextMatcher;
  /** Asks for elements, by name and where it has `value` by value. */
  readonly name?: NameTest;
  readonly value?: ValueTest;
}

/** A query made ready to be held against many captures. */
export interface Wanted {
  readonly leaves: readonly Leaf[];
  readonly formula: Formula;
  /** Whether more that is found can't make it false. */
  readonly isMonotone: boolean;
  readonly time: PatternTime;
}

/** A query made ready, its patterns with so many milliseconds; `undefined` for one that asks for nothing. */
export function prepare(query: Query, milliseconds?: number): Wanted | undefined {
  if (isEmptyQuery(query)) return undefined;
  const leaves: Leaf[] = [];
  const time = patternTime(milliseconds);
  let isMonotone = true;
  const formulaOf = (part: Query): Formula => {
    if (part.kind === "all" || part.kind === "any") return { kind: part.kind, of: part.of.map(formulaOf) };
    if (part.kind === "not") {
      isMonotone = false;
      return { kind: "not", of: formulaOf(part.of) };
    }
    return leaves.push(leafOf(part, time)) - 1;
  };
  const formula = formulaOf(query);
  return { leaves, formula, isMonotone, time };
}

function leafOf(term: Term, time: PatternTime): Leaf {
  switch (term.kind) {
    case "text":
    case "pattern":
      return { term, matcher: textMatcher(term, time) };
    case "name":
      return { term, name: remembered(nameTest(term.name)) };
    case "value":
      return { term, name: remembered(nameTest(term.name)), value: valueTest(term.operator, term.value) };
    case "held":
      return { term, name: remembered(heldTest(term.held)), value: valueTest(term.operator, term.value) };
    default:
      return { term };
  }
}

/** A test of names that asks once for each tag. */
function remembered(test: NameTest): NameTest {
  const known = new Uint8Array(TAG_NUMBERS);
  return (page, identity) => {
    const at = tagNumber(page, identity);
    if (known[at] === 0) known[at] = test(page, identity) ? 2 : 1;
    return known[at] === 2;
  };
}

function nameTest(asked: string): NameTest {
  const colon = asked.indexOf(":");
  const prefix = asked.slice(0, Math.max(colon, 0)).toLowerCase();
  const parts = asked
    .slice(colon + 1)
    .toLowerCase()
    .split("*");
  return (page, identity) => {
    const names = pageNames(easCodeSpace, page);
    if (colon >= 0 && names.prefix.toLowerCase() !== prefix && names.namespace.toLowerCase() !== prefix)
      return false;
    return fits(tagName(easCodeSpace, page, identity).toLowerCase(), parts);
  };
}

/** Whether a name is made of parts, in their order, with anything in between. */
function fits(name: string, parts: readonly string[]): boolean {
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
 * The elements that name a folder by its identifier: the CollectionId of Sync and others, the folders of
 * Move, Ping and FolderSync.
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

function heldTest(held: "class" | "collection"): NameTest {
  return (page, identity) => {
    const name = tagName(easCodeSpace, page, identity);
    return held === "class"
      ? name === "Class"
      : FOLDER_IDS.has(`${pageNames(easCodeSpace, page).namespace}:${name}`);
  };
}

/**
 * Whether a formula holds, where of each term it is known whether it does; `undefined` where it depends on
 * what is not known.
 */
export function holds(formula: Formula, known: readonly (boolean | undefined)[]): boolean | undefined {
  if (typeof formula === "number") return known[formula];
  if (formula.kind === "not") {
    const inner = holds(formula.of, known);
    return inner === undefined ? undefined : !inner;
  }
  const parts = new Set(formula.of.map((part) => holds(part, known)));
  const decisive = formula.kind === "any";
  if (parts.has(decisive)) return decisive;
  return parts.has(undefined) ? undefined : !decisive;
}

/** The terms that make a formula hold: those of alternatives that do, and none that is asked not to. */
export function reasons(formula: Formula, known: readonly (boolean | undefined)[]): ReadonlySet<number> {
  const leaves = new Set<number>();
  const walk = (part: Formula): void => {
    if (holds(part, known) !== true) return;
    if (typeof part === "number") leaves.add(part);
    else if (part.kind !== "not") part.of.forEach(walk);
  };
  walk(formula);
  return leaves;
}
