import { applyPatches, mapOffset, type Patch } from "../../bytes/patch";
import { type LinkedDocument, openDocument } from "../../document/open";

/** Under which heading the palette shows a fault. */
export const faultFamilies = [
  "Whole body",
  "Header",
  "Lengths and ends",
  "Tags and pages",
  "Text",
  "Sync and SMS",
] as const;

/** One of the headings. */
export type FaultFamily = (typeof faultFamilies)[number];

/** What a fault may be told: where to strike, and what only the session knows. */
export interface FaultOptions {
  /**
   * A byte offset: the fault strikes at the suitable place there or next behind it, else at the first there
   * is.
   */
  readonly near?: number;
  /** CollectionId of a calendar, where one is known. */
  readonly calendar?: string;
  /** CollectionId of the Drafts folder, where it is known. */
  readonly drafts?: string;
}

/** One deliberate way to break a payload, for trying out what the other side does. */
export interface Fault {
  /** Stable name in kebab-case; files are called after it. */
  readonly id: string;
  readonly name: string;
  readonly family: FaultFamily;
  /** What it breaks, in one sentence. */
  readonly breaks: string;
  /** Document and section of what it breaks. */
  readonly section: string;
  /** What the other side should do. */
  readonly answer: string;
  /** Codes of malformations and ids of rules; at least one of them tells of it. `[]` where no rule can. */
  readonly finds: readonly string[];
  /** Whether a payload has a place for it, where that is cheaper to tell than the change is to make. */
  readonly hasPlace?: (document: LinkedDocument) => boolean;
  /** The change that makes it, in order and apart; `undefined` where the payload has no place for it. */
  readonly patches: (document: LinkedDocument, options: FaultOptions) => readonly Patch[] | undefined;
}

/** Whether a payload has a place for a fault. */
export function isApplicable(fault: Fault, document: LinkedDocument, options: FaultOptions = {}): boolean {
  return fault.hasPlace?.(document) ?? fault.patches(document, options) !== undefined;
}

/** The payload with a fault; `undefined` where it has no place for it. */
export function applyFault(
  fault: Fault,
  document: LinkedDocument,
  options: FaultOptions = {},
): Uint8Array | undefined {
  const patches = fault.patches(document, options);
  return patches && applyPatches(document.bytes, patches);
}

/** A payload with several faults, and those among them that it had no place for any more. */
export interface Combined {
  readonly bytes: Uint8Array;
  readonly left: readonly Fault[];
}

/**
 * A payload with several faults, one after the other: those that need the payload whole first (elements, then
 * text and tags, then lengths, header and body), each on what the one before made.
 */
export function combineFaults(
  faults: readonly Fault[],
  document: LinkedDocument,
  options: FaultOptions = {},
): Combined {
  const rank = ({ family }: Fault): number => -faultFamilies.indexOf(family);
  const left: Fault[] = [];
  let broken = document;
  let { near } = options;
  for (const fault of faults.toSorted((a, b) => rank(a) - rank(b))) {
    const patches = fault.patches(broken, { ...options, ...(near !== undefined && { near }) });
    if (patches === undefined) {
      left.push(fault);
      continue;
    }
    near = near === undefined ? undefined : mapOffset(near, patches);
    broken = openDocument(applyPatches(broken.bytes, patches), document.codeSpace);
  }
  return { bytes: broken.bytes, left };
}
