import type { Patch } from "../../../bytes/patch";
import { GlobalToken } from "../../../wbxml/globalToken";
import { pageOf, parentOf, startOf, TokenKind, type TokenTable, tokenRange } from "../../../wbxml/tokenTable";

const { SwitchPage, Tag, Version } = TokenKind; // at hand in the loops over all tokens

/** A SWITCH_PAGE that is not the one before a tag of another page than the tag before it. */
export interface SwitchFault {
  readonly token: number;
  /** The tag behind it, or the element that holds it where there is none. */
  readonly element: number;
  /**
   * `same`: the tags before and behind it are of one page. `overruled`: another one follows before any tag. `early`: its tag does not follow
   * directly. `unused`: no tag follows at all.
   */
  readonly kind: "same" | "overruled" | "early" | "unused";
  /** What takes it away, or moves it to its tag, and leaves all tags on their pages. */
  readonly patches: readonly Patch[];
}

const known = new WeakMap<TokenTable, readonly SwitchFault[]>();

/**
 * The SWITCH_PAGE tokens of a payload that stand in the wrong place or for nothing, in order; looked for once
 * for each payload.
 */
export function switchFaults(tokens: TokenTable): readonly SwitchFault[] {
  const faults = known.get(tokens) ?? findFaults(tokens);
  known.set(tokens, faults);
  return faults;
}

function findFaults(tokens: TokenTable): SwitchFault[] {
  const { kind, page, count } = tokens;
  const found: SwitchFault[] = [];
  for (let token = 0; token < count; token++) {
    if (kind[token] !== SwitchPage) continue;
    const pageBefore = page[token - 1] ?? 0;
    if (kind[token + 1] === Tag && page[token] !== pageBefore) continue; // as nearly all
    const waiting: number[] = [];
    for (; token < count && kind[token] !== Tag && kind[token] !== Version; token++) {
      if (kind[token] === SwitchPage) waiting.push(token);
    }
    const isForTag = token < count && kind[token] === Tag;
    for (const fault of isForTag ? beforeTag(tokens, waiting, pageBefore, token) : unused(tokens, waiting))
      found.push(fault);
  }
  return found;
}

function removal(tokens: TokenTable, token: number): Patch {
  return { range: tokenRange(tokens, token), bytes: new Uint8Array(0) };
}

function unused(tokens: TokenTable, waiting: readonly number[]): SwitchFault[] {
  return waiting.map((token) => ({
    token,
    element: parentOf(tokens, token),
    kind: "unused",
    patches: [removal(tokens, token)],
  }));
}

/** The faults among the switches between two tags; the last of them decides. */
function beforeTag(
  tokens: TokenTable,
  waiting: readonly number[],
  pageBefore: number,
  tag: number,
): SwitchFault[] {
  const last = waiting.at(-1) ?? tag;
  const overruled = waiting
    .slice(0, -1)
    .map(
      (token): SwitchFault => ({ token, element: tag, kind: "overruled", patches: [removal(tokens, token)] }),
    );
  const page = pageOf(tokens, tag);
  if (page === pageBefore)
    return [
      ...overruled,
      { token: last, element: tag, kind: "same", patches: waiting.map((token) => removal(tokens, token)) },
    ];
  if (last === tag - 1) return overruled;
  const start = startOf(tokens, tag);
  const moved = { range: { start, end: start }, bytes: Uint8Array.of(GlobalToken.SWITCH_PAGE, page) };
  return [
    ...overruled,
    { token: last, element: tag, kind: "early", patches: [removal(tokens, last), moved] },
  ];
}
