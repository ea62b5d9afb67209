import type { Direction } from "../eas/direction";

/** What has to be known of a message to find its counterpart. */
export interface Sent {
  /** `undefined` where nobody knows it, as of an answer without a body. */
  readonly command: string | undefined;
  readonly direction: Direction | undefined;
}

/** A request and the response it got. */
export interface Pair<T extends Sent> {
  readonly request: T;
  readonly response: T;
}

/**
 * The requests of one session with their responses, in order of the responses. A response belongs to the last
 * request of its command that has none yet, so that a Ping may stay open while a Sync comes and goes; one
 * whose command is not known, to the message directly before it. What has no counterpart is left out.
 */
export function pairsOf<T extends Sent>(messages: readonly T[]): readonly Pair<T>[] {
  const open = new Map<string, T>();
  const pairs: Pair<T>[] = [];
  messages.forEach((message, index) => {
    if (message.direction === "request") open.set(message.command ?? "", message);
    if (message.direction !== "response") return;
    const command = message.command ?? commandBefore(messages, index);
    const request = open.get(command);
    if (request === undefined) return;
    open.delete(command);
    pairs.push({ request, response: message });
  });
  return pairs;
}

function commandBefore(messages: readonly Sent[], index: number): string {
  const before = messages[index - 1];
  return before?.direction === "request" ? (before.command ?? "") : "";
}
