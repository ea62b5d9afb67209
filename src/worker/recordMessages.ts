import type { Piece } from "./pieces";

/** A record of a tab, packed and encrypted. */
export interface LockedRecord {
  readonly iv: Uint8Array<ArrayBuffer>;
  /** A blob is passed on by reference, so a large record that is one holds up nobody. */
  readonly locked: ArrayBuffer | Blob;
}

/** Packs and encrypts. The bytes of the value came in pieces before, with the id as their key. */
export interface LockRequest {
  readonly kind: "lock";
  readonly id: number;
  readonly rawKey: Uint8Array<ArrayBuffer>;
  /** The value without its bytes, as `takeOutBytes` returns it. */
  readonly plain: unknown;
  /** How many bytes came; 0 if there are none. */
  readonly length: number;
}

/** Decrypts and unpacks. */
export interface UnlockRequest {
  readonly kind: "unlock";
  readonly id: number;
  readonly rawKey: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly locked: Blob;
}

/**
 * What the page sends to the worker. The key goes as bytes: engines that wrap a `CryptoKey` before they pass
 * it on need a key store of the system for that.
 */
export type ToRecordWorker = Piece | LockRequest | UnlockRequest;

/** What the worker sends: that it has started, and then its answer to the request with that id. */
export type RecordReport =
  | { readonly kind: "ready" }
  | { readonly kind: "locked"; readonly id: number; readonly record: LockedRecord }
  | { readonly kind: "unlocked"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly error: Error };
