import { directions } from "../eas/direction";
import { parseDate } from "../eas/values/dateTime";
import { isElementName, isQualifiedName } from "./elementNames";
import { type Complain, type ReadTerm, readQuoted, wordAt } from "./lexical";
import type { Fact, Held, Operator, QueryProblemCode, Term } from "./query";

const FACTS: ReadonlySet<string> = new Set<Fact>(["command", "direction", "version", "http", "size", "is"]);
const HELD: Readonly<Record<string, Held>> = {
  class: "class",
  collection: "collection",
  folder: "collection",
};

/** A name and what stands between it and its value. */
interface Field {
  readonly name: string;
  readonly sign: string;
  readonly to: number;
}

/**
 * `name=value` in all its forms, and a name with its prefix; `undefined` where something else stands there.
 */
export function readField(text: string, at: number, complain: Complain): ReadTerm | undefined {
  const field = fieldAt(text, at);
  if (field === undefined) return undefined;
  const { name, sign } = field;
  if (sign === "") return { term: { kind: "name", name }, to: field.to };
  if (sign === ":" && text.startsWith("//", field.to)) return undefined; // a URL
  const meant = meaningOf(name, sign);
  if (meant === "text") {
    complain(
      "name-unknown",
      `No element is named ${name}, so this is searched as text.`,
      at,
      at + wordAt(text, at).length,
    );
    return undefined;
  }
  const value = readFieldValue(text, field.to, complain);
  if (value.text === "" && !value.isQuoted) {
    complain("value-missing", `A value is missing behind ${name}${sign}. It is left out.`, at, value.to);
    return { term: undefined, to: value.to };
  }
  const operator = operatorOf(sign);
  const say: Say = (code, message) => complain(code, message, at, value.to);
  return { term: termOf(meant, { name, operator, value: value.text }, say), to: value.to };
}

/** What a name in front of a sign stands for. */
type Meaning = "name" | "held" | "fact" | "value" | "text";

function meaningOf(name: string, sign: string): Meaning {
  const folded = name.toLowerCase();
  if (folded === "name" && sign === ":") return "name";
  if (Object.hasOwn(HELD, folded)) return "held";
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

function operatorOf(sign: string): Operator {
  return sign === ":" ? "contains" : (sign as Exclude<Operator, "contains">);
}

interface FieldValue {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly to: number;
}

function readFieldValue(text: string, at: number, complain: Complain): FieldValue {
  if (text.charAt(at) === '"') return { ...readQuoted(text, at, complain), isQuoted: true };
  const word = wordAt(text, at);
  return { text: word, isQuoted: false, to: at + word.length };
}

interface Asked {
  readonly name: string;
  readonly operator: Operator;
  readonly value: string;
}

type Say = (code: QueryProblemCode, message: string) => void;

function termOf(meaning: Exclude<Meaning, "text">, asked: Asked, say: Say): Term | undefined {
  const { name, operator, value } = asked;
  switch (meaning) {
    case "name":
      return value === "" ? undefined : { kind: "name", name: value };
    case "held":
      return heldTerm(asked, say);
    case "fact":
      return factTerm(asked, say);
    default:
      if (isOrder(operator) && !isNumber(value) && parseDate(value).time === undefined) {
        say(
          "number-missing",
          `Only numbers and dates are before or after each other; ${value} is neither. It is left out.`,
        );
        return undefined;
      }
      return { kind: "value", name, operator, value };
  }
}

function isOrder(operator: Operator): boolean {
  return operator.startsWith("<") || operator.startsWith(">");
}

/**
 * Whether a text is a number as values are held against each other by: decimal digits, a sign, a fraction.
 */
export function isNumber(text: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text);
}

function heldTerm({ name, operator, value }: Asked, say: Say): Term | undefined {
  const held = HELD[name.toLowerCase()] ?? "class";
  if (!isOrder(operator))
    return { kind: "held", held, operator: operator === "contains" ? "=" : operator, value };
  say("operator-unknown", `${name} can be asked for with : or = or !=. It is left out.`);
  return undefined;
}

const VALUES: Partial<Readonly<Record<Fact, readonly string[]>>> = {
  direction: directions,
  is: ["edited", "draft"],
};

function factTerm({ name, operator, value }: Asked, say: Say): Term | undefined {
  const fact = name.toLowerCase() as Fact;
  const isNumeric = fact === "http" || fact === "size" || fact === "version";
  if (isNumeric && !isNumber(value)) {
    say("number-missing", `${name} takes a number. It is left out.`);
    return undefined;
  }
  if (!isNumeric && isOrder(operator)) {
    say("operator-unknown", `${name} can be asked for with : or = or !=. It is left out.`);
    return undefined;
  }
  const known = VALUES[fact];
  const meant =
    known === undefined
      ? value
      : known.find((one) => value !== "" && one.startsWith(value.toLowerCase()) && value.length > 2);
  if (meant !== undefined)
    return { kind: "fact", fact, operator: operator === "contains" ? "=" : operator, value: meant };
  say("value-unknown", `${name} is ${known?.join(" or ") ?? "unknown"}. It is left out.`);
  return undefined;
}
