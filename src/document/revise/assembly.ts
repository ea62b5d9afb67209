import { type Patch, patchBetween } from "../../bytes/patch";
import { behindNode, kindOf, pageOf, startOf, TokenKind, type TokenTable } from "../../wbxml/tokenTable";
import type { WbxmlWriter } from "../../wbxml/writer";

/** Old bytes taken over and new bytes in between, in order, as they become patches. */
export interface Assembly {
  readonly tokens: TokenTable;
  /** Holds the new bytes, and knows the code page in force behind all that was taken over or written. */
  readonly writer: WbxmlWriter;
  readonly patches: Patch[];
  /** The first old token that the patch in the making replaces: the one behind those last taken over. */
  patchFrom: number;
  /** The first old token that is neither taken over nor left out. */
  nextToken: number;
  /** Where in the writer the bytes of the patch in the making begin. */
  freshFrom: number;
}

/** Nothing taken over, nothing written. */
export function startAssembly(tokens: TokenTable, writer: WbxmlWriter): Assembly {
  return { tokens, writer, patches: [], patchFrom: 0, nextToken: 0, freshFrom: 0 };
}

/**
 * Takes over the old tokens from `from` up to `to`. What was between the last ones taken over and these is
 * left out, but for the SWITCH_PAGE tokens that stand directly before them and are still of use; one that
 * they rely on and that is gone is written anew.
 */
export function takeOver(assembly: Assembly, from: number, to: number): void {
  const { tokens, writer } = assembly;
  let lead = from;
  while (lead > assembly.nextToken && kindOf(tokens, lead - 1) === TokenKind.SwitchPage) lead--;
  const needed = pageNeeded(tokens, from, to);
  const lacksPage = needed !== undefined && writer.page() !== needed;
  const first = lead === assembly.nextToken || lacksPage ? lead : from;
  if (first === from && lacksPage) writer.switchPage(needed);
  addPatch(assembly, first);
  assembly.patchFrom = to;
  assembly.nextToken = to;
  if (setsPage(tokens, first, to)) writer.copied(NO_BYTES, pageOf(tokens, to - 1));
}

const NO_BYTES = new Uint8Array(0);

/** Leaves out the old tokens up to `behind`. */
export function leaveOut(assembly: Assembly, behind: number): void {
  assembly.nextToken = Math.max(assembly.nextToken, behind);
}

/** Ends the assembly: what is left of the old tokens is left out, but for SWITCH_PAGE tokens alone. */
export function finishAssembly(assembly: Assembly): void {
  const { tokens } = assembly;
  let rest = assembly.nextToken;
  while (rest < tokens.count && kindOf(tokens, rest) === TokenKind.SwitchPage) rest++;
  addPatch(assembly, rest === tokens.count ? assembly.nextToken : tokens.count);
}

/**
 * The page that must be in force before these tokens: that of the first tag, unless a SWITCH_PAGE comes
 * before it.
 */
function pageNeeded(tokens: TokenTable, from: number, to: number): number | undefined {
  for (let token = from; token < to; token++) {
    const kind = kindOf(tokens, token);
    if (kind === TokenKind.Tag) return pageOf(tokens, token);
    if (kind === TokenKind.SwitchPage || kind === TokenKind.Version) return undefined;
  }
  return undefined;
}

function setsPage(tokens: TokenTable, from: number, to: number): boolean {
  for (let token = from; token < to; token++) {
    const kind = kindOf(tokens, token);
    if (kind === TokenKind.Tag || kind === TokenKind.SwitchPage || kind === TokenKind.Version) return true;
  }
  return false;
}

/**
 * Closes the patch in the making: the new bytes take the place of the old ones from the next token up to
 * `behind`.
 */
function addPatch(assembly: Assembly, behind: number): void {
  const { tokens, writer, patches } = assembly;
  // nothing stood there, and nothing is to
  if (behind === assembly.patchFrom && writer.length() === assembly.freshFrom) return;
  const start = startOf(tokens, assembly.patchFrom);
  const end = startOf(tokens, behind);
  const fresh = writer.bytesFrom(assembly.freshFrom);
  assembly.freshFrom = writer.length();
  for (const { range, bytes } of patchBetween(tokens.bytes.subarray(start, end), fresh)) {
    patches.push({ range: { start: start + range.start, end: start + range.end }, bytes });
  }
}

/** The token behind a planned node; the header of a next document is several tokens. */
export function behindPlanned(tokens: TokenTable, token: number): number {
  if (kindOf(tokens, token) !== TokenKind.Version) return behindNode(tokens, token);
  let behind = token + 1;
  while (
    behind < tokens.count &&
    kindOf(tokens, behind) <= TokenKind.StringTable &&
    kindOf(tokens, behind) !== TokenKind.Version
  )
    behind++;
  return behind;
}
