import type { Comparison } from "../compare/compare";
import type { Marks } from "../compare/marks";
import type { PackedDocument } from "../document/pack";
import type { Piece } from "./pieces";

/** What a comparison is for: its rows are shown, or the tree of the second payload is marked. */
export type ComparePurpose = "rows" | "marks";

/** One of the two payloads of a request. */
export interface SentPayload {
  /** Missing if it came in pieces before, with the key that `pieceKey` makes. */
  readonly bytes: Uint8Array | undefined;
  /** Whether the page asks for the document too, because it has not opened the payload. */
  readonly isWanted: boolean;
}

/** Compares two payloads. The worker does one thing after another; the page ends it to cancel that. */
export interface CompareRequest {
  readonly kind: "compare";
  readonly id: number;
  readonly purpose: ComparePurpose;
  readonly first: SentPayload;
  readonly second: SentPayload;
}

/** The key of the pieces of a payload: the first (0) or the second (1) of a request. */
export function pieceKey(id: number, side: 0 | 1): number {
  return id * 2 + side;
}

/** What the page sends to the worker. */
export type ToCompareWorker = CompareRequest | Piece;

/** What differs, and the documents that were asked for. */
export interface ComparedReport {
  readonly kind: "compared";
  readonly id: number;
  readonly comparison: Comparison;
  readonly first: PackedDocument | undefined;
  readonly second: PackedDocument | undefined;
}

/** What the tree marks. */
export interface MarkedReport {
  readonly kind: "marked";
  readonly id: number;
  readonly marks: Marks;
}

/** What the worker sends: that it has started, and then what it found, or the error that it met. */
export type CompareReport =
  | { readonly kind: "ready" }
  | ComparedReport
  | MarkedReport
  | { readonly kind: "crash"; readonly id: number; readonly crash: string };
