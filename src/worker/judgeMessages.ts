import type { Problem } from "../document/problem";
import type { Direction } from "../eas/direction";
import type { FolderKind } from "../eas/folderKinds";
import type { Product } from "../eas/products";
import type { ProtocolVersion } from "../eas/versions";
import type { Diagnostic } from "../lint/rule";

/** One message to be judged, or to be taken into account: the key of its payload, and what is known of it. */
export interface JudgedMessage {
  /** The same number stands for the same bytes and text. */
  readonly key: number;
  readonly command?: string;
  readonly direction?: Direction;
  readonly version?: ProtocolVersion;
  readonly folder: FolderKind;
  readonly product: Product;
}

/**
 * A payload under its key; with the XML text that its document has, where that is not the one its bytes give.
 */
export interface KeyedPayload {
  readonly key: number;
  readonly bytes: Uint8Array;
  readonly text?: string;
}

/**
 * What the page asks the judging worker. Each question has a number; an answer to an older one than the last
 * is of no use any more.
 */
export interface JudgeRequest {
  readonly id: number;
  /** Payloads that were not sent before. Those that no message of this request names are forgotten. */
  readonly payloads: readonly KeyedPayload[];
  readonly messages: readonly JudgedMessage[];
  /** Which of the messages is judged. */
  readonly shown: number;
  /** Problems of the shown message's text. */
  readonly problems: readonly Problem[];
}

/** What the rules say; `left` counts by rule what was left out because there is too much of its kind. */
export type JudgeReport =
  | {
      readonly id: number;
      readonly diagnostics: readonly SentDiagnostic[];
      readonly left: readonly (readonly [rule: string, count: number])[];
    }
  | { readonly id: number; readonly failure: string };

/** A diagnostic as it is sent: its place in the text is worked out where it is shown. */
export type SentDiagnostic = Omit<Diagnostic, "textRange">;
