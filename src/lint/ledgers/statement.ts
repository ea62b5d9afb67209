/**
 * How binding a statement is. `must` also covers what is required, forbidden or the only value; `fact` covers
 * definitions, types and behaviour described without such a word.
 */
export type Level = "must" | "should" | "may" | "fact";

/**
 * What is needed to check it: one message, a request with its response, several messages, or more than
 * messages show.
 */
export type Scope = "message" | "pair" | "session" | "not-on-wire";

/** One statement of a document, in our own words, and the rules that check it. */
export interface Statement {
  /**
   * "ASMS-2.2.2.1.6-2": document, section, number within the section; a footnote of section 6 is
   * "ASMS-6.fn1-1".
   */
  readonly id: string;
  readonly section: string;
  readonly statement: string;
  readonly level: Level;
  readonly scope: Scope;
  /** Why no payload shows it; only for `not-on-wire`. */
  readonly reason?: string;
  /** Ids of the rules that check it; none for `not-on-wire`. */
  readonly rules: readonly string[];
}

/** All statements of one document, in order. */
export interface Ledger {
  /** "MS-ASMS". */
  readonly document: string;
  readonly statements: readonly Statement[];
}

/**
 * A statement without its number: with the rules that check it, or, if no payload shows it, with the reason.
 */
export type Row =
  | readonly [
      level: Level,
      scope: Exclude<Scope, "not-on-wire">,
      statement: string,
      ...rules: readonly string[],
    ]
  | readonly [level: Level, scope: "not-on-wire", statement: string, reason: string];

/** Numbers the statements of one section from 1. `name` replaces the section in ids if they differ. */
export type NumberSection = (section: string, rows: readonly Row[], name?: string) => readonly Statement[];

/** Numbers the sections of one document: for "MS-ASMS", ids begin with "ASMS". */
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
