import { directions } from "../eas/direction";
import { parseDate } from "../eas/values/dateTime";
import { isElementName, isQualifiedName } from "./elementNames";
import { type ParsedTerm, type ReportQueryProblem, readQuoted, wordAt } from "./lexer";
import type { Fact, HeldKind, Operator, SearchQueryProblemCode, Term } from "./query";

const FACTS: ReadonlySet<string> = new Set<Fact>(["command", "direction", "version", "http", "size", "is"]);
const HELD_BY_NAME: Readonly<Record<string, HeldKind>> = {
  class: "class",
  collection: "collection",
  folder: "collection",
};

/** A name and the operator between it and its value. */
interface Field {
  readonly name: string;
  readonly sign: string;
  readonly to: number;
}

/**
 * Reads `name=value` in all its forms, or a name with a prefix; `undefined` if there is something else at the
 * offset.
 */
export function readField(text: string, at: number, report: ReportQueryProblem): ParsedTerm | undefined {
  const field = fieldAt(text, at);
  if (field === undefined) return undefined;
  const { name, sign } = field;
  if (sign === "") return { term: { kind: "name", name }, to: field.to };
  if (sign === ":" && text.startsWith("//", field.to)) return undefined; // a URL
  const meant = classifyField(name, sign);
  if (meant === "text") {
    report(
      "name-unknown",
      `EAS has no element named ${name}. It is searched for as text.`,
      at,
      at + wordAt(text, at).length,
    );
    return undefined;
  }
  const value = readFieldValue(text, field.to, report);
  if (value.text === "" && !value.isQuoted) {
    report("value-missing", `${name}${sign} needs a value. This term is ignored.`, at, value.to);
    return { term: undefined, to: value.to };
  }
  const operator = toOperator(sign);
  const reportTerm: ReportProblem = (code, message) => report(code, message, at, value.to);
  return { term: buildTerm(meant, { name, operator, value: value.text }, reportTerm), to: value.to };
}

/** What the name before an operator refers to. */
type FieldMeaning = "name" | "held" | "fact" | "value" | "text";

function classifyField(name: string, sign: string): FieldMeaning {
  const folded = name.toLowerCase();
  if (folded === "name" && sign === ":") return "name";
  if (Object.hasOwn(HELD_BY_NAME, folded)) return "held";
  if (FACTS.has(folded)) return "fact";
  return name.includes(":") || isElementName(name) ? "value" : "text";
}

const FIELD = /([A-Za-z_][\w*]*)(!=|<=|>=|[:=<>])/y;
const QUALIFIED = /([A-Za-z_][\w*]*)(!=|<=|>=|[:=<>]|(?=[\s()]|$))/y;

function fieldAt(text: string, at: number): Field | undefined {
  FIELD.lastIndex = at;
  const [, name, sign] = FIELD.exec(text) ?? [];
  if (name === undefined || sign === undefined) return undefined;
  const field = { name, sign, to: at + name.length + sign.length };
  if (sign !== ":" || name.toLowerCase() === "name") return field;
  QUALIFIED.lastIndex = field.to;
  const [whole, local, next] = QUALIFIED.exec(text) ?? [];
  if (whole === undefined || local === undefined || !isQualifiedName(name, local)) return field;
  return { name: `${name}:${local}`, sign: next ?? "", to: field.to + whole.length };
}

function toOperator(sign: string): Operator {
  return sign === ":" ? "contains" : (sign as Exclude<Operator, "contains">);
}

interface FieldValue {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly to: number;
}

function readFieldValue(text: string, at: number, report: ReportQueryProblem): FieldValue {
  if (text.charAt(at) === '"') return { ...readQuoted(text, at, report), isQuoted: true };
  const word = wordAt(text, at);
  return { text: word, isQuoted: false, to: at + word.length };
}

interface FieldQuery {
  readonly name: string;
  readonly operator: Operator;
  readonly value: string;
}

type ReportProblem = (code: SearchQueryProblemCode, message: string) => void;

function buildTerm(
  meaning: Exclude<FieldMeaning, "text">,
  query: FieldQuery,
  report: ReportProblem,
): Term | undefined {
  const { name, operator, value } = query;
  switch (meaning) {
    case "name":
      return value === "" ? undefined : { kind: "name", name: value };
    case "held":
      return buildHeldTerm(query, report);
    case "fact":
      return buildFactTerm(query, report);
    default:
      if (isOrdering(operator) && !isNumber(value) && parseDate(value).time === undefined) {
        report(
          "number-missing",
          `Only numbers and dates can be compared; ${value} is neither. This term is ignored.`,
        );
        return undefined;
      }
      return { kind: "value", name, operator, value };
  }
}

function isOrdering(operator: Operator): boolean {
  return operator.startsWith("<") || operator.startsWith(">");
}

/**
 * Whether a text is a number that values can be compared with: decimal digits with an optional sign and
 * fraction.
 */
export function isNumber(text: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text);
}

function buildHeldTerm({ name, operator, value }: FieldQuery, report: ReportProblem): Term | undefined {
  const held = HELD_BY_NAME[name.toLowerCase()] ?? "class";
  if (!isOrdering(operator))
    return { kind: "held", held, operator: operator === "contains" ? "=" : operator, value };
  report("operator-unknown", `${name} can be used with :, = or != only. This term is ignored.`);
  return undefined;
}

const FACT_VALUES: Partial<Readonly<Record<Fact, readonly string[]>>> = {
  direction: directions,
  is: ["edited", "draft"],
};

function buildFactTerm({ name, operator, value }: FieldQuery, report: ReportProblem): Term | undefined {
  const fact = name.toLowerCase() as Fact;
  const isNumeric = fact === "http" || fact === "size" || fact === "version";
  if (isNumeric && !isNumber(value)) {
    report("number-missing", `${name} needs a number. This term is ignored.`);
    return undefined;
  }
  if (!isNumeric && isOrdering(operator)) {
    report("operator-unknown", `${name} can be used with :, = or != only. This term is ignored.`);
    return undefined;
  }
  const known = FACT_VALUES[fact];
  const meant =
    known === undefined
      ? value
      : known.find((one) => value !== "" && one.startsWith(value.toLowerCase()) && value.length > 2);
  if (meant !== undefined)
    return { kind: "fact", fact, operator: operator === "contains" ? "=" : operator, value: meant };
  report("value-unknown", `${name} must be ${known?.join(" or ") ?? "known"}. This term is ignored.`);
  return undefined;
}
