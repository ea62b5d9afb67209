import type { Patch } from "../../../bytes/patch";
import { GlobalToken } from "../../../wbxml/globalToken";
import { pageOf, parentOf, startOf, TokenKind, type TokenTable, tokenRange } from "../../../wbxml/tokenTable";

const { SwitchPage, Tag, Version } = TokenKind; // local names for the loops over all tokens

/** A SWITCH_PAGE that is not directly before a tag, or that changes nothing. */
export interface StraySwitchPage {
  readonly token: number;
  /** The tag after it, or the element that contains it if no tag follows. */
  readonly element: number;
  /**
   * `same`: the tags before and after it are on the same page. `overruled`: another switch follows before any
   * tag. `early`: its tag does not follow directly. `unused`: no tag follows at all.
   */
  readonly kind: "same" | "overruled" | "early" | "unused";
  /** Removes it, or moves it to its tag; all tags stay on their pages. */
  readonly patches: readonly Patch[];
}

const known = new WeakMap<TokenTable, readonly StraySwitchPage[]>();

/**
 * Finds the SWITCH_PAGE tokens of a payload that are misplaced or not needed, in order; computed once per
 * payload.
 */
export function findStraySwitchPages(tokens: TokenTable): readonly StraySwitchPage[] {
  const strays = known.get(tokens) ?? searchTokens(tokens);
  known.set(tokens, strays);
  return strays;
}

function searchTokens(tokens: TokenTable): StraySwitchPage[] {
  const { kind, page, count } = tokens;
  const found: StraySwitchPage[] = [];
  for (let token = 0; token < count; token++) {
    if (kind[token] !== SwitchPage) continue;
    const pageBefore = pageOf(tokens, token - 1);
    if (kind[token + 1] === Tag && page[token] !== pageBefore) continue; // true of nearly all tokens
    const waiting: number[] = [];
    for (; token < count && kind[token] !== Tag && kind[token] !== Version; token++) {
      if (kind[token] === SwitchPage) waiting.push(token);
    }
    const isForTag = token < count && kind[token] === Tag;
    for (const stray of isForTag
      ? findStrayBeforeTag(tokens, waiting, pageBefore, token)
      : describeUnused(tokens, waiting))
      found.push(stray);
  }
  return found;
}

function removeToken(tokens: TokenTable, token: number): Patch {
  return { range: tokenRange(tokens, token), bytes: new Uint8Array(0) };
}

function describeUnused(tokens: TokenTable, waiting: readonly number[]): StraySwitchPage[] {
  return waiting.map((token) => ({
    token,
    element: parentOf(tokens, token),
    kind: "unused",
    patches: [removeToken(tokens, token)],
  }));
}

/** Finds the strays among the switches between two tags. Only the last switch takes effect. */
function findStrayBeforeTag(
  tokens: TokenTable,
  waiting: readonly number[],
  pageBefore: number,
  tag: number,
): StraySwitchPage[] {
  const last = waiting.at(-1) ?? tag;
  const overruled = waiting.slice(0, -1).map(
    (token): StraySwitchPage => ({
      token,
      element: tag,
      kind: "overruled",
      patches: [removeToken(tokens, token)],
    }),
  );
  const page = pageOf(tokens, tag);
  if (page === pageBefore)
    return [
      ...overruled,
      {
        token: last,
        element: tag,
        kind: "same",
        patches: waiting.map((token) => removeToken(tokens, token)),
      },
    ];
  if (last === tag - 1) return overruled;
  const start = startOf(tokens, tag);
  const moved = { range: { start, end: start }, bytes: Uint8Array.of(GlobalToken.SWITCH_PAGE, page) };
  return [
    ...overruled,
    { token: last, element: tag, kind: "early", patches: [removeToken(tokens, last), moved] },
  ];
}
