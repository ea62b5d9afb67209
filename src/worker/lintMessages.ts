import type { Problem } from "../document/problem";
import type { Direction } from "../eas/direction";
import type { FolderKind } from "../eas/folderKinds";
import type { Product } from "../eas/products";
import type { ProtocolVersion } from "../eas/versions";
import type { Diagnostic } from "../lint/rule";
import type { Conversation, SentFacts } from "../session/conversations";
import type { Piece } from "./pieces";

/** One message to lint, or to take into account: the key of its payload, and what is known about it. */
export interface KeyedMessage {
  /** Equal keys mean the same bytes and text; `undefined` for a message that has no payload. */
  readonly key: number | undefined;
  readonly command?: string;
  readonly direction?: Direction;
  readonly version?: ProtocolVersion;
  readonly folder: FolderKind;
  readonly product: Product;
  /** What its source knows about it. */
  readonly facts: SentFacts;
}

/** A payload and its key; with the document's XML text, if that is not the one its bytes render to. */
export interface KeyedPayload {
  readonly key: number;
  /** Missing if they came in pieces before. */
  readonly bytes?: Uint8Array;
  readonly text?: string;
  /** The media type of a body that is not known to be a payload: XML is encoded, other text is none. */
  readonly contentType?: string | undefined;
}

/** What the worker does not have yet, or a part of it. */
interface Batch {
  readonly id: number;
  /** Messages that are new or differ from those that were sent before, by index. */
  readonly changes: readonly (readonly [index: number, message: KeyedMessage])[];
  /** Payloads that were not sent before. */
  readonly payloads: readonly KeyedPayload[];
  /** Whether no more batches follow for this request. */
  readonly isLast: boolean;
}

/**
 * A request to the lint worker, with what is new about the message to lint. Requests are numbered; what is
 * still to be done for an earlier one is dropped.
 */
export interface LintRequest extends Batch {
  readonly kind: "lint";
  /** How many messages there are. */
  readonly count: number;
  /** The index of the message to lint. */
  readonly shown: number;
  /** Problems in the text of that message. */
  readonly problems: readonly Problem[];
}

/** More for a request. */
export interface LintBatch extends Batch {
  readonly kind: "more";
}

/** What the page sends to the worker. */
export type ToLintWorker = LintRequest | LintBatch | Piece;

/**
 * What the rules found in the message that is shown.
 */
export interface FindingsReport {
  readonly kind: "findings";
  readonly id: number;
  readonly diagnostics: readonly SentDiagnostic[];
}

/**
 * What the messages are: their conversations and exchanges. Indexes are those of the messages. Many exchanges
 * come in several reports, so that none of them holds up the page; a conversation can go on in the next one.
 */
export interface SessionReport {
  readonly kind: "session";
  readonly id: number;
  readonly conversations: readonly Conversation[];
  /** Whether no more of it follows. */
  readonly isLast: boolean;
}

/** How many findings a message has, without the failures that it reports. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** How many findings messages of a conversation have, by their indexes. Many come in several reports. */
export interface CountsReport {
  readonly kind: "counts";
  readonly id: number;
  readonly counts: readonly (readonly [index: number, counts: FindingCounts])[];
}

/** The worker could not do what a request asked. */
export interface CrashReport {
  readonly kind: "crash";
  readonly id: number;
  readonly crash: string;
}

/** The worker has started, and does what it is asked. */
export interface ReadyReport {
  readonly kind: "ready";
}

/**
 * What the worker sends. It says first that it is ready. A request is answered with findings once or twice
 * (first for the message alone, then for the message in its conversation), and after that with the session,
 * if it has changed, and with the number of findings of each conversation that has changed.
 */
export type LintReport = ReadyReport | FindingsReport | SessionReport | CountsReport | CrashReport;

/** A diagnostic without its text range, which is computed where it is shown. */
export type SentDiagnostic = Omit<Diagnostic, "textRange">;
