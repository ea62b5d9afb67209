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
  readonly patches: () => readonly Patch[];
}

/**
 * Finds the SWITCH_PAGE tokens of a payload that are misplaced or not needed, in order, one at a time:
 * damaged bytes can have millions of them.
 */
export function* findStraySwitchPages(tokens: TokenTable): Generator<StraySwitchPage, void, void> {
  const { kind, page, count } = tokens;
  for (let token = 0; token < count; token++) {
    if (kind[token] !== SwitchPage) continue;
    if (kind[token + 1] === Tag && page[token] !== pageOf(tokens, token - 1)) continue; // nearly all tokens
    const first = token;
    let last = token;
    for (; token < count && kind[token] !== Tag && kind[token] !== Version; token++)
      if (kind[token] === SwitchPage) last = token;
    const tag = token < count && kind[token] === Tag ? token : undefined;
    yield* findStrayBetween(tokens, first, last, tag);
  }
}

/**
 * Finds the strays among the switches from `first` to `last`, between two tags. Only the last takes effect.
 */
function* findStrayBetween(
  tokens: TokenTable,
  first: number,
  last: number,
  tag: number | undefined,
): Generator<StraySwitchPage, void, void> {
  for (let token = first; token <= last; token++) {
    if (tokens.kind[token] !== SwitchPage) continue;
    const patches = (): Patch[] => removeSwitches(tokens, token, token);
    if (tag === undefined) yield { token, element: parentOf(tokens, token), kind: "unused", patches };
    else if (token < last) yield { token, element: tag, kind: "overruled", patches };
    else if (pageOf(tokens, tag) === pageOf(tokens, first - 1))
      yield { token, element: tag, kind: "same", patches: () => removeSwitches(tokens, first, last) };
    else if (last < tag - 1)
      yield { token, element: tag, kind: "early", patches: () => moveSwitch(tokens, last, tag) };
  }
}

/** Patches that remove the SWITCH_PAGE tokens in a run of tokens: one for those that stand side by side. */
function removeSwitches(tokens: TokenTable, first: number, last: number): Patch[] {
  const patches: Patch[] = [];
  for (let token = first; token <= last; token++) {
    if (tokens.kind[token] !== SwitchPage) continue;
    const range = tokenRange(tokens, token);
    const before = patches.at(-1)?.range;
    if (before?.end === range.start) patches.pop();
    const start = before?.end === range.start ? before.start : range.start;
    patches.push({ range: { start, end: range.end }, bytes: new Uint8Array(0) });
  }
  return patches;
}

function moveSwitch(tokens: TokenTable, token: number, tag: number): Patch[] {
  const start = startOf(tokens, tag);
  const moved = Uint8Array.of(GlobalToken.SWITCH_PAGE, pageOf(tokens, tag));
  return [...removeSwitches(tokens, token, token), { range: { start, end: start }, bytes: moved }];
}
