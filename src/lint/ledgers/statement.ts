/**
 * How binding a statement is. `must` also for what is required, forbidden or the only value; `fact` for
 * definitions, types and behaviour that is told without such a word.
 */
export type Level = "must" | "should" | "may" | "fact";

/**
 * What has to be seen to judge it: one message, a request with its response, several messages, or more than
 * messages show.
 */
export type Scope = "message" | "pair" | "session" | "not-on-wire";

/** One thing that [MS-ASMS] says, in our own words, and the rules that hold payloads to it. */
export interface Statement {
  /** "ASMS-2.2.2.1.6-2": the section, and its place there; footnotes of section 6 as "ASMS-6.fn1-1". */
  readonly id: string;
  readonly section: string;
  readonly statement: string;
  readonly level: Level;
  readonly scope: Scope;
  /** Why no payload shows it; for `not-on-wire` alone. */
  readonly reason?: string;
  /** Ids of the rules that judge it; none for `not-on-wire`. */
  readonly rules: readonly string[];
}

/**
 * A statement before it has its number: on the wire with the rules that judge it, or off it with the reason.
 */
export type Row =
  | readonly [
      level: Level,
      scope: Exclude<Scope, "not-on-wire">,
      statement: string,
      ...rules: readonly string[],
    ]
  | readonly [level: Level, scope: "not-on-wire", statement: string, reason: string];

/**
 * The statements of one section, numbered from 1. `name` is what ids call it where that is not the section.
 */
export function inSection(section: string, rows: readonly Row[], name = section): readonly Statement[] {
  return rows.map((row, i) => {
    const [level, scope, statement, ...rest] = row;
    const id = `ASMS-${name}-${i + 1}`;
    return scope === "not-on-wire"
      ? { id, section, statement, level, scope, reason: rest[0] ?? "", rules: [] }
      : { id, section, statement, level, scope, rules: rest };
  });
}
