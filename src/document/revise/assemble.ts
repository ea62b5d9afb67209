import { diffBytes, type Patch } from "../../bytes/patch";
import { kindOf, pageOf, startOf, TokenKind, type TokenTable } from "../../wbxml/tokenTable";
import type { WbxmlWriter } from "../../wbxml/writer";
import type { PlannedHeader } from "../notation/header";
import type { Problem } from "../problem";
import { startWriter, writeHeader, writeNode } from "../write";
import type { RevisionStep } from "./steps";

/** Old bytes taken over and new bytes in between, in order, as they become patches. */
interface Assembly {
  readonly tokens: TokenTable;
  /** Holds the new bytes, and knows the code page in force behind all that was taken over or written. */
  readonly writer: WbxmlWriter;
  readonly patches: Patch[];
  /** The first old token that the next patch replaces: the one behind those last taken over. */
  patchFrom: number;
  /** The first old token that is neither taken over nor left out. */
  nextToken: number;
  /** Where in the writer the bytes of the next patch begin. */
  freshFrom: number;
}

/**
 * Steps → patches. New bytes go into one writer; whenever old tokens are taken over, what was written since
 * the last ones becomes the patch in front of them, replacing the old tokens that were left out there. The
 * writer also keeps the code page: taking over tells it the page that the old bytes leave in force, so that
 * a SWITCH_PAGE is written exactly where old or new bytes would be read on another page than theirs.
 */
export function assemble(
  tokens: TokenTable,
  header: PlannedHeader,
  steps: readonly RevisionStep[],
): { readonly patches: readonly Patch[]; readonly problems: readonly Problem[] } {
  const writer = startWriter(header);
  const assembly: Assembly = { tokens, writer, patches: [], patchFrom: 0, nextToken: 0, freshFrom: 0 };
  const problems = steps.flatMap((step) => perform(assembly, header, step) ?? []);
  return { patches: assembly.patches, problems };
}

/** Does one step; answers the problem where a node can't be written. */
function perform(assembly: Assembly, header: PlannedHeader, step: RevisionStep): Problem | undefined {
  const { writer } = assembly;
  switch (step.kind) {
    case "take":
      takeOver(assembly, step.from, step.to);
      return undefined;
    case "drop":
      assembly.nextToken = Math.max(assembly.nextToken, step.to);
      return undefined;
    case "rest":
      leaveOutRest(assembly);
      return undefined;
    case "end":
      writer.end();
      return undefined;
    case "header":
      writeHeader(writer, header);
      return undefined;
    case "node":
      return writeNode(writer, header, step.node);
  }
}

/**
 * Takes over the old tokens from `from` up to `to`. What was between the last ones taken over and these is
 * left out, but for the SWITCH_PAGE tokens that stand directly before them and are still of use; one that
 * they rely on and that is gone is written anew.
 */
function takeOver(assembly: Assembly, from: number, to: number): void {
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

/** Leaves out what is left of the old tokens, unless that is SWITCH_PAGE tokens alone. */
function leaveOutRest(assembly: Assembly): void {
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

/** Adds the next patch: the new bytes take the place of the old tokens from `patchFrom` up to `behind`. */
function addPatch(assembly: Assembly, behind: number): void {
  const { tokens, writer, patches } = assembly;
  // nothing stood there, and nothing is to
  if (behind === assembly.patchFrom && writer.length() === assembly.freshFrom) return;
  const start = startOf(tokens, assembly.patchFrom);
  const end = startOf(tokens, behind);
  const fresh = writer.bytesFrom(assembly.freshFrom);
  assembly.freshFrom = writer.length();
  for (const { range, bytes } of diffBytes(tokens.bytes.subarray(start, end), fresh)) {
    patches.push({ range: { start: start + range.start, end: start + range.end }, bytes });
  }
}
