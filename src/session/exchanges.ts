import type { Direction } from "../eas/direction";

/** The facts about a message that are needed to find its counterpart. */
export interface PairableMessage {
  /** `undefined` if the command is unknown, as for a response without a body. */
  readonly command: string | undefined;
  readonly direction: Direction | undefined;
  /** The name of its exchange, if its source gives one. */
  readonly exchange?: string | undefined;
}

/**
 * A request and its response; either may be missing. A message whose direction is unknown stands alone as a
 * request.
 */
export interface MessageExchange<T extends PairableMessage> {
  readonly request: T | undefined;
  readonly response: T | undefined;
}

/**
 * Arranges the messages of one conversation, in order, into exchanges, in order of their first messages. Each
 * message is in exactly one. A response belongs to the unanswered request of the same exchange name; without
 * a name, to the last unanswered request for the same command, so that a Ping can stay open while a Sync
 * comes and goes. A response whose command is unknown belongs to the request directly before it. What later
 * messages are does not change how earlier ones are paired.
 */
export function pairMessages<T extends PairableMessage>(
  messages: readonly T[],
): readonly MessageExchange<T>[] {
  const open = new Map<string, number>(); // index of the exchange that waits for its response
  const exchanges: { request: T | undefined; response: T | undefined }[] = [];
  messages.forEach((message, index) => {
    if (message.direction === "response") {
      const key = answerKey(message, messages[index - 1]);
      const place = key === undefined ? undefined : open.get(key);
      const exchange = place === undefined ? undefined : exchanges[place];
      if (key !== undefined) open.delete(key);
      if (exchange === undefined) exchanges.push({ request: undefined, response: message });
      else exchange.response = message;
      return;
    }
    if (message.direction === "request") open.set(requestKey(message), exchanges.length);
    exchanges.push({ request: message, response: undefined });
  });
  return exchanges;
}

function requestKey({ exchange, command }: PairableMessage): string {
  return exchange === undefined ? `command ${command ?? ""}` : `exchange ${exchange}`;
}

/**
 * What the request of a response is called; `undefined` if only the message before could tell and does not.
 */
function answerKey(response: PairableMessage, before: PairableMessage | undefined): string | undefined {
  if (response.exchange !== undefined || response.command !== undefined) return requestKey(response);
  return before?.direction === "request" ? requestKey(before) : requestKey(response);
}
