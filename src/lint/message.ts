import type { Direction } from "../eas/direction";
import type { FolderKind } from "../eas/folderKinds";
import { findProduct, type Product } from "../eas/products";
import type { ProtocolVersion } from "../eas/versions";

/** What the user knows about a message that its bytes do not show. */
export interface LintContext {
  readonly version: ProtocolVersion | "unknown";
  readonly folder: FolderKind;
  /** The kinds of folders by CollectionId, for a message with several. */
  readonly folders?: Readonly<Record<string, FolderKind>>;
  readonly product: Product;
}

/** One message to lint: its bytes, or XML to encode first. Missing facts are inferred. */
export interface Message {
  readonly bytes?: Uint8Array;
  readonly xml?: string;
  readonly direction?: Direction;
  readonly command?: string;
  readonly version?: ProtocolVersion;
  /** The HTTP status of a response. */
  readonly httpStatus?: number;
  /** Messages of different conversations are never seen together. Without one, all belong to the same. */
  readonly conversation?: string;
  /** The exchange that the message belongs to: the same for a request and its response. */
  readonly exchange?: string;
}

/** The context with the product that a server says it is, if it names none itself. */
export function knowProduct<T extends Partial<LintContext>>(context: T, server: string | undefined): T {
  const { product = "unknown" } = context;
  return product !== "unknown" || server === undefined
    ? context
    : { ...context, product: findProduct(server) };
}
