import { diffBytes, type Patch } from "../../bytes/patch";
import { kindOf, pageOf, startOf, TokenKind, type TokenTable } from "../../wbxml/tokenTable";
import type { WbxmlWriter } from "../../wbxml/writer";
import type { PlannedHeader } from "../notation/header";
import type { Problem } from "../problem";
import { startWriter, writeHeader, writeNode } from "../write";
import type { RevisionStep } from "./steps";

/** Collects old bytes that are kept and new bytes between them, in order, and turns them into patches. */
interface Assembly {
  readonly tokens: TokenTable;
  /** Contains the new bytes, and tracks the code page in effect after everything kept or written so far. */
  readonly writer: WbxmlWriter;
  readonly patches: Patch[];
  /** The first old token that the next patch replaces: the one after the last kept tokens. */
  patchFrom: number;
  /** The first old token that is neither kept nor dropped yet. */
  nextToken: number;
  /** Where the bytes of the next patch start in the writer. */
  freshFrom: number;
}

/**
 * Steps → patches. New bytes go into one writer. Whenever old tokens are kept, the bytes written since the
 * last kept tokens become the patch before them, which replaces the old tokens dropped there. The writer also
 * tracks the code page: for kept tokens it is told the page in effect after the old bytes, so that a
 * SWITCH_PAGE is written exactly where old or new bytes would otherwise be read on the wrong page.
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

/** Executes one step. Returns the problem if a node can't be written. */
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
 * Keeps the old tokens from `from` up to `to`. Everything between the last kept tokens and these is dropped,
 * except SWITCH_PAGE tokens that come directly before them and are still needed. If they rely on a
 * SWITCH_PAGE that is gone, a new one is written.
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

/** Drops the remaining old tokens, unless they are only SWITCH_PAGE tokens. */
function leaveOutRest(assembly: Assembly): void {
  const { tokens } = assembly;
  let rest = assembly.nextToken;
  while (rest < tokens.count && kindOf(tokens, rest) === TokenKind.SwitchPage) rest++;
  addPatch(assembly, rest === tokens.count ? assembly.nextToken : tokens.count);
}

/**
 * The page that must be in effect before these tokens: the page of the first tag, unless a SWITCH_PAGE comes
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

/** Adds the next patch: the new bytes replace the old tokens from `patchFrom` up to `behind`. */
function addPatch(assembly: Assembly, behind: number): void {
  const { tokens, writer, patches } = assembly;
  // nothing was there, and nothing is added
  if (behind === assembly.patchFrom && writer.length() === assembly.freshFrom) return;
  const start = startOf(tokens, assembly.patchFrom);
  const end = startOf(tokens, behind);
  const fresh = writer.bytesFrom(assembly.freshFrom);
  assembly.freshFrom = writer.length();
  for (const { range, bytes } of diffBytes(tokens.bytes.subarray(start, end), fresh)) {
    patches.push({ range: { start: start + range.start, end: start + range.end }, bytes });
  }
}
