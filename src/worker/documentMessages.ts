import type { PackedDocument } from "../document/pack";
import type { Problem } from "../document/problem";
import type { InferredContext } from "../session/context";
import type { Piece } from "./pieces";

/** Opens the body of a message. The worker does one thing at a time; the page ends it to cancel that. */
export interface OpenRequest {
  readonly kind: "open";
  readonly id: number;
  /** Missing if it came in pieces before, with the id as their key. */
  readonly payload?: Uint8Array;
  /** The media type of a body that is not known to be a payload: XML is encoded, other text is none. */
  readonly contentType?: string | undefined;
}

/** What the page sends to the worker. */
export type ToDocumentWorker = OpenRequest | Piece;

/** A payload that was opened. */
export interface OpenedPayload {
  readonly kind: "payload";
  /** Its bytes, if they are not those that were sent: XML was encoded. */
  readonly bytes: Uint8Array | undefined;
  readonly document: PackedDocument;
  /** What its elements tell. */
  readonly context: InferredContext;
  /** The XML that was encoded, and what is wrong with it; a draft could not be encoded. */
  readonly typed:
    | { readonly text: string; readonly isDraft: boolean; readonly problems: readonly Problem[] }
    | undefined;
}

/** What was opened: a payload, or a text that is none. */
export type OpenedContent = OpenedPayload | { readonly kind: "text"; readonly text: string };

/** What the worker sends: that it has started, and then what it opened, or why it did not. */
export type DocumentReport =
  | { readonly kind: "ready" }
  | { readonly kind: "opened"; readonly id: number; readonly content: OpenedContent }
  | { readonly kind: "too-large"; readonly id: number; readonly reason: string }
  | { readonly kind: "crash"; readonly id: number; readonly crash: string };
