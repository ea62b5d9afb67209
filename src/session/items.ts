import type { Direction } from "../eas/direction";
import { listCollections } from "./collections";
import { readElements } from "./elements";
import type { SessionMessage } from "./messages";

/** What one message did with an item. */
export interface ItemEvent<M extends SessionMessage> {
  readonly message: M;
  /** The name of its exchange. */
  readonly exchange: string;
  readonly direction: Direction;
  /** "Add", "Change", "Delete", "SoftDelete", "Fetch". */
  readonly operation: string;
  /** The element of the operation. */
  readonly node: number;
}

/** The events of an item, by its collection and its ServerId. */
export type ItemEvents<M extends SessionMessage> = (
  collection: string,
  serverId: string,
) => readonly ItemEvent<M>[];

/**
 * Reads the operations under Commands of all Sync messages, and the answers to Adds, which give an item its
 * ServerId.
 */
export function readItemEvents<M extends SessionMessage>(
  messages: readonly M[],
  nameExchange: (message: M) => string,
): ItemEvents<M> {
  const events = new Map<string, ItemEvent<M>[]>();
  for (const message of messages) {
    const { direction } = message;
    if (message.command !== "Sync" || direction === undefined) continue;
    for (const { collection, serverId, operation, node } of listOperations(message)) {
      const key = formatKey(collection, serverId);
      const list = events.get(key) ?? [];
      list.push({ message, exchange: nameExchange(message), direction, operation, node });
      events.set(key, list);
    }
  }
  return (collection, serverId) => events.get(formatKey(collection, serverId)) ?? [];
}

function formatKey(collection: string, serverId: string): string {
  return `${collection}\n${serverId}`;
}

interface Operation {
  readonly collection: string;
  readonly serverId: string;
  readonly operation: string;
  readonly node: number;
}

/** The operations of a Sync message that name an item. */
function listOperations({ document }: SessionMessage): readonly Operation[] {
  const { children, childText, key } = readElements(document);
  return listCollections(document).flatMap(({ node: collection, id = "" }) =>
    [
      ...children(collection, "AirSync:Commands").flatMap((holder) => children(holder)),
      ...children(collection, "AirSync:Responses").flatMap((holder) => children(holder, "AirSync:Add")),
    ].flatMap((node) => {
      const serverId = childText(node, "AirSync:ServerId");
      const operation = key(node)?.replace("AirSync:", "") ?? "";
      return serverId === undefined ? [] : [{ collection: id, serverId, operation, node }];
    }),
  );
}
