/** Where an attempt goes, and the element of the page in which it can put others. */
export interface Sending {
  readonly host: string;
  readonly room: HTMLElement;
}

/** A way by which a script could send something away. */
export interface WayToSend {
  /** A name in kebab-case. It is a part of the address that is tried. */
  readonly id: string;
  readonly title: string;
  /** Whether this browser has it. If omitted, every browser does. */
  readonly isThere?: () => boolean;
  /** Why no report need not mean that it was sent, if that is so; as a sentence. */
  readonly doubt?: string;
  /**
   * Sends a request without content. Throws, or rejects with a `Refusal`, if the browser refuses. A promise
   * that resolves, or rejects with anything else, says only that the attempt is over.
   */
  readonly send: (sending: Sending) => unknown;
}

/** An attempt rejects with this if it is certain that nothing was sent. */
export class Refusal extends Error {
  override name = "Refusal";
}
