import { bisect } from "../../../bytes/bisect";
import { listCollections } from "../../../session/collections";
import type { MessageView } from "../../view";
import { findById } from "./nodesById";
import { findCollectionId } from "./observe";

const SYNC_OPERATIONS: ReadonlySet<string | undefined> = new Set([
  "AirSync:Add",
  "AirSync:Change",
  "AirSync:Delete",
  "AirSync:Fetch",
]);
const SYNC_IDS = ["AirSync:ClientId", "AirSync:ServerId"];

/** A part of a request that has a Status of its own, and the elements that name it. */
interface AnsweredPart {
  readonly part: string;
  readonly ids: readonly string[];
}

const SETTINGS = [
  "DeviceInformation",
  "DevicePassword",
  "Oof",
  "RightsManagementInformation",
  "UserInformation",
];

/** By the element of the response that answers it. */
const ANSWERS: ReadonlyMap<string, AnsweredPart> = new Map<string, AnsweredPart>([
  ["GetItemEstimate:Response", { part: "GetItemEstimate:Collection", ids: ["GetItemEstimate:CollectionId"] }],
  [
    "ItemOperations:Fetch",
    {
      part: "ItemOperations:Fetch",
      ids: ["AirSync:ServerId", "Search:LongId", "AirSyncBase:FileReference", "DocumentLibrary:LinkId"],
    },
  ],
  [
    "ItemOperations:EmptyFolderContents",
    { part: "ItemOperations:EmptyFolderContents", ids: ["AirSync:CollectionId"] },
  ],
  ["ItemOperations:Move", { part: "ItemOperations:Move", ids: [] }],
  ["MeetingResponse:Result", { part: "MeetingResponse:Request", ids: ["MeetingResponse:RequestId"] }],
  ["Move:Response", { part: "Move:Move", ids: ["Move:SrcMsgId"] }],
  ...SETTINGS.map((name) => [`Settings:${name}`, { part: `Settings:${name}`, ids: [] }] as const),
  ["ValidateCert:Certificate", { part: "ValidateCert:Certificate", ids: [] }],
]);

/**
 * The part of a request that a Status of its response answers: an operation on one item, a collection, one of
 * several actions, or "all". `undefined` if the request does not have that part.
 */
export function findAnsweredPart(
  view: MessageView,
  status: number,
  request: MessageView,
): number | "all" | undefined {
  const id = findCollectionId(view, status);
  if (id !== undefined) return findSyncPart(view, status, request, id);
  for (let answer = view.parent(status); answer >= 0; answer = view.parent(answer)) {
    const found = ANSWERS.get(view.key(answer) ?? "");
    if (found !== undefined) return findNamedPart(view, answer, request, found);
  }
  return "all";
}

/** In a Sync: the operation on the same item, or the Collection if the Status is about all of it. */
function findSyncPart(
  view: MessageView,
  status: number,
  request: MessageView,
  id: string,
): number | undefined {
  const collection = findCollection(request, id);
  const answer = view.parent(status);
  const key = view.key(answer);
  if (collection === undefined || key === undefined || !SYNC_OPERATIONS.has(key)) return collection;
  const found = SYNC_IDS.flatMap((idKey) => {
    const own = view.childText(answer, idKey);
    return own === undefined ? [] : (findOperation(request, collection, { key, idKey, id: own }) ?? []);
  });
  return found.toSorted((a, b) => a - b)[0];
}

/** The part with the same id, or without ids, at the same place among as many. */
function findNamedPart(
  view: MessageView,
  answer: number,
  request: MessageView,
  { part, ids }: AnsweredPart,
): number | undefined {
  const name = readId(view, answer, ids);
  const parts = request.all(part);
  if (name !== undefined)
    return findById(request, part, name, () => parts.map((node) => [readId(request, node, ids), node]));
  const answers = view.all(view.key(answer) ?? "");
  if (answers.length !== parts.length) return undefined;
  return parts[bisect(answers.length, (index) => (answers[index] ?? 0) >= answer)];
}

/** The first id in an element or in a child of it; `undefined` if there is none. */
function readId(view: MessageView, node: number, ids: readonly string[]): string | undefined {
  const holders = [node, ...view.children(node)];
  for (const holder of holders) {
    for (const id of ids) {
      const found = view.childText(holder, id);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function findCollection(request: MessageView, id: string): number | undefined {
  return findById(request, "collections", id, () =>
    listCollections(request.document).map((one) => [one.id, one.node]),
  );
}

/** An operation of a Collection, by its kind and by one of the elements that name its item. */
function findOperation(
  request: MessageView,
  collection: number,
  { key, idKey, id }: { readonly key: string; readonly idKey: string; readonly id: string },
): number | undefined {
  return findById(request, `${collection} ${key} ${idKey}`, id, () =>
    request
      .children(collection, "AirSync:Commands")
      .flatMap((commands) => request.children(commands, key))
      .map((node) => [request.childText(node, idKey), node]),
  );
}
