import { formatByte } from "../bytes/hex";
import type { Operator, Query, Term } from "./query";

/** Prints a query as text that `parseQuery` parses into the same query without problems. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case "all":
      return query.of
        .map((part) => (part.kind === "any" ? `(${printQuery(part)})` : printQuery(part)))
        .join(" ");
    case "any":
      return query.of.map(printQuery).join(" OR ");
    case "not":
      return query.of.kind === "all" || query.of.kind === "any"
        ? `-(${printQuery(query.of)})`
        : `-${printQuery(query.of)}`;
    default:
      return printTerm(query);
  }
}

function printTerm(term: Term): string {
  switch (term.kind) {
    case "text":
      return isPlainWord(term.text) ? term.text : quote(term.text);
    case "pattern":
      return `/${term.source}/${term.flags}`;
    case "bytes":
      return `hex:"${term.values.map((value, i) => printByte(value, term.masks[i] ?? 0xff)).join(" ")}"`;
    case "name":
      return `name:${printValue(term.name)}`;
    case "value":
      return term.operator === "contains"
        ? `${term.name}:${quote(term.value)}`
        : `${term.name}${term.operator}${printValue(term.value)}`;
    case "status":
      return `status${printOperator(term.operator)}${printValue(term.value)}`;
    case "held":
      return `${term.held}${printOperator(term.operator)}${printValue(term.value)}`;
    case "fact":
      return `${term.fact}${printOperator(term.operator)}${printValue(term.value)}`;
  }
}

function printOperator(operator: Operator): string {
  return operator === "contains" ? ":" : operator;
}

function isPlainWord(text: string): boolean {
  return /^[\p{L}\p{N}_.@]+$/u.test(text) && !/^(?:OR|AND|NOT)$|^0x/i.test(text);
}

function printByte(value: number, mask: number): string {
  const digits = formatByte(value);
  return `${(mask & 0xf0) === 0 ? "?" : digits.charAt(0)}${(mask & 0x0f) === 0 ? "?" : digits.charAt(1)}`;
}

function printValue(value: string): string {
  return /^[\p{L}\p{N}_.@{}*:+-]+$/u.test(value) ? value : quote(value);
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
