import { applyPatches, mapOffset, type Patch } from "../../bytes/patch";
import { type LinkedDocument, openDocument } from "../../document/open";

/** The heading under which the palette shows a deliberate fault. */
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

/** Options for making a fault: where to make it, and facts that only the session knows. */
export interface FaultOptions {
  /**
   * A byte offset: the fault is made at the first suitable place at or after it, otherwise at the first one
   * in the payload.
   */
  readonly near?: number;
  /** The CollectionId of a calendar, if one is known. */
  readonly calendar?: string;
  /** The CollectionId of the Drafts folder, if it is known. */
  readonly drafts?: string;
}

/** A deliberate way to break a payload, to try out how the other side reacts. */
export interface DeliberateFault {
  /** A stable kebab-case name, also used for file names. */
  readonly id: string;
  readonly name: string;
  readonly family: FaultFamily;
  /** What the fault breaks, in one sentence. */
  readonly breaks: string;
  /** The document and section that it violates. */
  readonly section: string;
  /** What the other side should do. */
  readonly answer: string;
  /** Malformation codes and rule ids, at least one of which reports the fault; `[]` if no rule can. */
  readonly finds: readonly string[];
  /** Whether a payload has a place for the fault, if that is cheaper to determine than making the change. */
  readonly hasPlace?: (document: LinkedDocument) => boolean;
  /**
   * The patches that make the fault, in order and not overlapping; `undefined` if the payload has no place
   * for it.
   */
  readonly patches: (document: LinkedDocument, options: FaultOptions) => readonly Patch[] | undefined;
}

/** Whether a payload has a place for a fault. */
export function isApplicable(
  fault: DeliberateFault,
  document: LinkedDocument,
  options: FaultOptions = {},
): boolean {
  return fault.hasPlace?.(document) ?? fault.patches(document, options) !== undefined;
}

/** The payload with the fault; `undefined` if it has no place for it. */
export function applyFault(
  fault: DeliberateFault,
  document: LinkedDocument,
  options: FaultOptions = {},
): Uint8Array | undefined {
  const patches = fault.patches(document, options);
  return patches && applyPatches(document.bytes, patches);
}

/** A payload with several faults, and the faults that it no longer had a place for. */
export interface CombinedFaults {
  readonly bytes: Uint8Array;
  readonly skipped: readonly DeliberateFault[];
}

/**
 * Applies several faults, each to the result of the one before. Those that need an intact payload come first:
 * elements, then text and tags, then lengths, header and body.
 */
export function combineFaults(
  faults: readonly DeliberateFault[],
  document: LinkedDocument,
  options: FaultOptions = {},
): CombinedFaults {
  const rankFamily = ({ family }: DeliberateFault): number => -faultFamilies.indexOf(family);
  const skipped: DeliberateFault[] = [];
  let current = document;
  let { near } = options;
  for (const fault of faults.toSorted((a, b) => rankFamily(a) - rankFamily(b))) {
    const patches = fault.patches(current, { ...options, ...(near !== undefined && { near }) });
    if (patches === undefined) {
      skipped.push(fault);
      continue;
    }
    near = near === undefined ? undefined : mapOffset(near, patches);
    current = openDocument(applyPatches(current.bytes, patches), document.codeSpace);
  }
  return { bytes: current.bytes, skipped };
}
