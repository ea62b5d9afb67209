import type { Direction } from "../eas/direction";

/** The facts about a message that are needed to find its counterpart. */
export interface PairableMessage {
  /** `undefined` if the command is unknown, as for a response without a body. */
  readonly command: string | undefined;
  readonly direction: Direction | undefined;
}

/** A request and its response. */
export interface MessagePair<T extends PairableMessage> {
  readonly request: T;
  readonly response: T;
}

/**
 * Pairs the requests of one session with their responses, in order of the responses. A response belongs to
 * the last unanswered request for the same command, so that a Ping can stay open while a Sync comes and goes.
 * A response whose command is unknown belongs to the message directly before it. Messages without a
 * counterpart are omitted.
 */
export function pairMessages<T extends PairableMessage>(messages: readonly T[]): readonly MessagePair<T>[] {
  const open = new Map<string, T>();
  const pairs: MessagePair<T>[] = [];
  messages.forEach((message, index) => {
    if (message.direction === "request") open.set(message.command ?? "", message);
    if (message.direction !== "response") return;
    const command = message.command ?? getCommandBefore(messages, index);
    const request = open.get(command);
    if (request === undefined) return;
    open.delete(command);
    pairs.push({ request, response: message });
  });
  return pairs;
}

function getCommandBefore(messages: readonly PairableMessage[], index: number): string {
  const before = messages[index - 1];
  return before?.direction === "request" ? (before.command ?? "") : "";
}
