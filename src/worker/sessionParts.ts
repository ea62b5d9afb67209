import type { Conversation, Exchange } from "../session/conversations";

/**
 * Divides conversations into parts of at most `most` exchanges. A conversation that is cut goes on in the
 * next part. There is at least one part.
 */
export function divideConversations(
  conversations: readonly Conversation[],
  most: number,
): readonly (readonly Conversation[])[] {
  const parts: Conversation[][] = [[]];
  let room = most;
  for (const conversation of conversations) {
    let exchanges = conversation.exchanges;
    do {
      if (room === 0) {
        parts.push([]);
        room = most;
      }
      parts.at(-1)?.push({ ...conversation, exchanges: exchanges.slice(0, room) });
      const taken = Math.min(room, exchanges.length);
      exchanges = exchanges.slice(taken);
      room -= taken;
    } while (exchanges.length > 0);
  }
  return parts;
}

/** Joins the parts of conversations again. */
export function joinConversations(parts: readonly (readonly Conversation[])[]): readonly Conversation[] {
  const joined = new Map<string, { readonly first: Conversation; readonly exchanges: Exchange[] }>();
  for (const conversation of parts.flat()) {
    const known = joined.get(conversation.id) ?? { first: conversation, exchanges: [] };
    joined.set(conversation.id, known);
    for (const exchange of conversation.exchanges) known.exchanges.push(exchange);
  }
  return Array.from(joined.values(), ({ first, exchanges }) => ({ ...first, exchanges }));
}
