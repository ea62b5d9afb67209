/**
 * How binding a statement is. `must` also for what is required, forbidden or the only value; `fact` for
 * definitions, types and behaviour that is described without such a word.
 */
export type Level = "must" | "should" | "may" | "fact";

/**
 * What has to be seen to decide whether it is kept: one message, a request with its response, several
 * messages, or more than messages show.
 */
export type Scope = "message" | "pair" | "session" | "not-on-wire";

/** One thing that a document states, in our own words, and the rules that hold payloads to it. */
export interface Statement {
  /** "ASMS-2.2.2.1.6-2": document, section, place in it; a footnote of section 6 is "ASMS-6.fn1-1". */
  readonly id: string;
  readonly section: string;
  readonly statement: string;
  readonly level: Level;
  readonly scope: Scope;
  /** Why no payload shows it; for `not-on-wire` alone. */
  readonly reason?: string;
  /** Ids of the rules that hold payloads to it; none for `not-on-wire`. */
  readonly rules: readonly string[];
}

/** All that one document states, in its order. */
export interface Ledger {
  /** "MS-ASMS". */
  readonly document: string;
  readonly statements: readonly Statement[];
}

/**
 * A statement before it has its number: on the wire with the rules that hold payloads to it, or off it with
 * the reason.
 */
export type Row =
  | readonly [
      level: Level,
      scope: Exclude<Scope, "not-on-wire">,
      statement: string,
      ...rules: readonly string[],
    ]
  | readonly [level: Level, scope: "not-on-wire", statement: string, reason: string];

/** Numbers the statements of one section from 1. `name` is what ids call it where that is not the section. */
export type NumberSection = (section: string, rows: readonly Row[], name?: string) => readonly Statement[];

/** Numbers the sections of one document, "MS-ASMS", whose ids then begin with "ASMS". */
export function numberSections(document: string): NumberSection {
  const prefix = document.replace(/^MS-/, "");
  return (section, rows, name = section) =>
    rows.map((row, i) => numberStatement(`${prefix}-${name}-${i + 1}`, section, row));
}

function numberStatement(id: string, section: string, row: Row): Statement {
  const [level, scope, statement, ...rest] = row;
  return scope === "not-on-wire"
    ? { id, section, statement, level, scope, reason: rest[0] ?? "", rules: [] }
    : { id, section, statement, level, scope, rules: rest };
}
