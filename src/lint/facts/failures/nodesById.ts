import type { MessageView } from "../../view";

/** Nodes by the ids that name them; several nodes can have the same, and some have none. */
type NodesById = readonly (readonly [id: string | undefined, node: number])[];

type Index = ReadonlyMap<string | undefined, number>;

const indexes = new WeakMap<MessageView, Map<string, Index>>();

/**
 * The first node with an id in a list of a message's nodes. Each list, which has a name of its own, is read
 * once, because an answer can have as many failures as the message has nodes.
 */
export function findById(
  view: MessageView,
  list: string,
  id: string,
  read: () => NodesById,
): number | undefined {
  const known = indexes.get(view) ?? new Map<string, Index>();
  indexes.set(view, known);
  const index = known.get(list) ?? new Map([...read()].reverse()); // the first node with an id stays
  known.set(list, index);
  return index.get(id);
}
