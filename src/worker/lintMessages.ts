import type { Problem } from "../document/problem";
import type { Direction } from "../eas/direction";
import type { FolderKind } from "../eas/folderKinds";
import type { Product } from "../eas/products";
import type { ProtocolVersion } from "../eas/versions";
import type { Diagnostic } from "../lint/rule";

/** One message to lint, or to take into account: the key of its payload, and what is known about it. */
export interface KeyedMessage {
  /** Equal keys mean the same bytes and text. */
  readonly key: number;
  readonly command?: string;
  readonly direction?: Direction;
  readonly version?: ProtocolVersion;
  readonly folder: FolderKind;
  readonly product: Product;
}

/** A payload and its key; with the document's XML text, if that is not the one its bytes render to. */
export interface KeyedPayload {
  readonly key: number;
  readonly bytes: Uint8Array;
  readonly text?: string;
}

/** A request to the lint worker. Requests are numbered; the answer to any but the last is ignored. */
export interface LintRequest {
  readonly id: number;
  /**
   * Payloads that were not sent before. The worker forgets those that no message of this request refers to.
   */
  readonly payloads: readonly KeyedPayload[];
  readonly messages: readonly KeyedMessage[];
  /** The index of the message to lint. */
  readonly shown: number;
  /** Problems in the text of that message. */
  readonly problems: readonly Problem[];
}

/** What the rules found. `omitted` counts, by rule, the findings above the limit. */
export type LintReport =
  | {
      readonly id: number;
      readonly diagnostics: readonly SentDiagnostic[];
      readonly omitted: readonly (readonly [rule: string, count: number])[];
    }
  | { readonly id: number; readonly crash: string };

/** A diagnostic without its text range, which is computed where it is shown. */
export type SentDiagnostic = Omit<Diagnostic, "textRange">;
