import { parseDate } from "../eas/values/dateTime";
import { isElementName, isQualifiedName } from "./elementNames";
import { findFactField, findWord } from "./factField";
import { type ParsedTerm, type ReportQueryProblem, readQuoted, wordAt } from "./lexer";
import { isNumber } from "./quantity";
import type { HeldKind, Operator, SearchQueryProblemCode, Term } from "./query";

const HELD_BY_NAME: Readonly<Record<string, HeldKind>> = {
  class: "class",
  collection: "folder",
  folder: "folder",
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
type FieldMeaning = "name" | "status" | "held" | "fact" | "value" | "text";

function classifyField(name: string, sign: string): FieldMeaning {
  const folded = name.toLowerCase();
  if (folded === "name" && sign === ":") return "name";
  if (folded === "status") return "status";
  if (Object.hasOwn(HELD_BY_NAME, folded)) return "held";
  if (findFactField(folded) !== undefined) return "fact";
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
    case "status":
      return buildStatusTerm(query, report);
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

function buildStatusTerm({ operator, value }: FieldQuery, report: ReportProblem): Term | undefined {
  if (!isOrdering(operator) || isNumber(value)) return { kind: "status", operator, value };
  report(
    "number-missing",
    `Only the numbers of statuses can be compared; ${value} is not a number. This term is ignored.`,
  );
  return undefined;
}

function buildHeldTerm({ name, operator, value }: FieldQuery, report: ReportProblem): Term | undefined {
  const held = HELD_BY_NAME[name.toLowerCase()] ?? "class";
  if (isOrdering(operator)) return reportOrdering(name, report);
  return { kind: "held", held, operator: held === "class" ? toEquality(operator) : operator, value };
}

function reportOrdering(name: string, report: ReportProblem): undefined {
  report("operator-unknown", `${name} can be used with :, = or != only. This term is ignored.`);
}

/** For a value that is never searched for a part, a colon means that it is equal. */
function toEquality(operator: Operator): Operator {
  return operator === "contains" ? "=" : operator;
}

function buildFactTerm(query: FieldQuery, report: ReportProblem): Term | undefined {
  const { name, operator, value } = query;
  const field = findFactField(name);
  if (field === undefined) return undefined;
  const { fact } = field;
  if (field.kind === "amount") {
    if (field.isValid(value)) return { kind: "fact", fact, operator: toEquality(operator), value };
    report(field.code, `${name} needs ${field.needed}. This term is ignored.`);
    return undefined;
  }
  if (isOrdering(operator)) return reportOrdering(name, report);
  if (field.kind === "text")
    return { kind: "fact", fact, operator: field.isWhole ? toEquality(operator) : operator, value };
  const meant = findWord(field.words, value);
  if (meant !== undefined)
    return {
      kind: "fact",
      fact,
      operator: (operator === "!=") === (meant.isOpposite === true) ? "=" : "!=",
      value: meant.value,
    };
  report("value-unknown", `${name} must be ${Object.keys(field.words).join(" or ")}. This term is ignored.`);
  return undefined;
}
