import type { LinkedDocument } from "../document/open";
import type { PairableMessage } from "./exchanges";

/** A message of a conversation, with its document open. */
export interface SessionMessage extends PairableMessage {
  readonly document: LinkedDocument;
  readonly version?: string | undefined;
}

/** A value that a message set, and that message. */
export interface SetValue {
  readonly value: string;
  /** The name of the exchange that set it. */
  readonly from: string;
}
