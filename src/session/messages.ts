import type { LinkedDocument } from "../document/open";
import type { PairableMessage } from "./exchanges";

/** A message of a conversation, with its document open. */
export interface SessionMessage extends PairableMessage {
  readonly document: LinkedDocument;
  readonly version?: string | undefined;
  readonly httpStatus?: number | undefined;
  /** False if its body is not in the input, or is not a payload; its document is then empty. */
  readonly isPayload?: boolean | undefined;
}

/** Whether a message is a response that shows what happened to its request. */
export function isAnswer(message: SessionMessage): boolean {
  return message.direction === "response" && (isWhole(message) || isRefusedByHttp(message));
}

/** Whether the document shows everything that was sent: an empty body does, and a damaged one does not. */
export function isWhole({ document, isPayload }: SessionMessage): boolean {
  return isPayload !== false && (document.bytes.length === 0 || document.malformations.length === 0);
}

/** Whether HTTP reports that the request was not carried out. */
export function isRefusedByHttp({ httpStatus = 0 }: SessionMessage): boolean {
  return httpStatus >= 400;
}

/** A value that a message set, and that message. */
export interface SetValue {
  readonly value: string;
  /** The name of the exchange that set it. */
  readonly from: string;
}
