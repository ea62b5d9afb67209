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
  /** The function of the browser that it needs, if not every browser has it. */
  readonly needs?: string;
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
