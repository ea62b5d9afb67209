import type { FileForm } from "../share/forms";
import type { Piece } from "./pieces";

/** Writes a payload in a form. The worker does one thing at a time; the page ends it to cancel that. */
export interface WriteRequest {
  readonly kind: "write";
  readonly id: number;
  /** Missing if it came in pieces before, with the id as their key. */
  readonly payload?: Uint8Array;
  readonly form: FileForm;
  /** The most characters that its text may have. */
  readonly longest: number;
}

/** What the page sends to the worker. */
export type ToExportWorker = WriteRequest | Piece;

/** What the worker sends: that it has started, and then what it wrote, or why it could not. */
export type ExportReport =
  | { readonly kind: "ready" }
  | { readonly kind: "written"; readonly id: number; readonly file: Blob }
  | { readonly kind: "too-long"; readonly id: number; readonly reason: string }
  | { readonly kind: "crash"; readonly id: number; readonly crash: string };
