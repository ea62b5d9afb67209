import { listCollections } from "../../../session/collections";
import type { MessageView } from "../../view";

const OPERATIONS: ReadonlySet<string | undefined> = new Set([
  "AirSync:Add",
  "AirSync:Change",
  "AirSync:Delete",
  "AirSync:Fetch",
]);
const IDS = ["AirSync:ClientId", "AirSync:ServerId"];

/**
 * The part of a Sync request that a Status in a collection of its response answers: the operation on the same
 * item, or the Collection if the Status is about the whole collection. `undefined` if the request has no such
 * part.
 */
export function findAnsweredPart(
  view: MessageView,
  status: number,
  request: MessageView,
  id: string,
): number | undefined {
  const collection = listCollections(request.document).find((one) => one.id === id)?.node;
  const answer = view.parent(status);
  if (collection === undefined || !OPERATIONS.has(view.key(answer))) return collection;
  return request
    .children(collection, "AirSync:Commands")
    .flatMap((commands) => request.children(commands, view.key(answer)))
    .find((operation) =>
      IDS.some((key) => {
        const own = request.childText(operation, key);
        return own !== undefined && own === view.childText(answer, key);
      }),
    );
}
