import type { ConversationState, ExchangeState, StateAfter } from "../../../session/conversation";
import type { ItemEvent } from "../../../session/items";
import { isRefusedByHttp, type SetValue } from "../../../session/messages";
import { readSyncStatus, type Turn } from "../../../session/turns";
import { nodeRange } from "../../../wbxml/tokenTable";
import type { Observation } from "../../rule";
import type { MessageView } from "../../view";
import { findById } from "./nodesById";

/** A failed Status, and the messages around it. */
export interface FailedPlace {
  readonly view: MessageView;
  readonly node: number;
  readonly value: number;
  readonly conversation: ConversationState<MessageView>;
}

type Observe = (place: FailedPlace, exchange: ExchangeState<MessageView>) => readonly Observation[];

/**
 * What the messages of a conversation show about a failed Status: the keys that were returned and sent, the
 * limit that was exceeded, the item that had been deleted. `[]` if they show nothing.
 */
export function observeFailure(place: FailedPlace): readonly Observation[] {
  const { view, value, conversation } = place;
  const exchange = conversation.exchangeOf(view);
  if (exchange === undefined) return [];
  const observe = OBSERVERS[`${view.command ?? ""} ${value}`] ?? OBSERVERS[String(value)];
  return observe?.(place, exchange) ?? [];
}

/** What the messages of a conversation show about a failed HTTP status. */
export function observeHttpFailure({
  view,
  value,
  conversation,
}: Omit<FailedPlace, "node">): readonly Observation[] {
  const exchange = conversation.exchangeOf(view);
  return value === 449 && exchange !== undefined
    ? observePolicy({ view, value, node: -1, conversation }, exchange)
    : [];
}

function at(view: MessageView, node: number): Pick<Observation, "messageIndex" | "range"> {
  const { tokens } = view.document.tree;
  return { messageIndex: view.index, ...(node >= 0 && { range: nodeRange(tokens, node) }) };
}

/** The ServerId of the Collection around a node; `undefined` outside of one. */
export function findCollectionId(view: MessageView, node: number): string | undefined {
  for (let holder = node; holder >= 0; holder = view.parent(holder))
    if (view.key(holder) === "AirSync:Collection") return view.childText(holder, "AirSync:CollectionId");
  return undefined;
}

/** The turns that a Status of a Sync response is about. */
function listTurns({ view, node }: FailedPlace, { turns }: ExchangeState<MessageView>) {
  const id = findCollectionId(view, node);
  return id === undefined ? turns : turns.filter((turn) => turn.id === id);
}

const MAX_TURNS = 3;

const observeSyncKey: Observe = (place, exchange) =>
  listTurns(place, exchange)
    .slice(0, MAX_TURNS)
    .flatMap((turn) => observeKeyOfTurn(turn, place.view));

function observeKeyOfTurn(turn: Turn<MessageView>, view: MessageView): readonly Observation[] {
  const { id, syncKey, request, node, isFromStart, issued } = turn;
  if (syncKey === undefined || request === undefined) return [];
  const keyNode = node < 0 ? -1 : request.child(node, "AirSync:SyncKey");
  const place = at(request, keyNode);
  const found = compareKeys(turn.current, syncKey, turn).map((text) => ({ text, ...place }));
  if (syncKey !== "0" && issued === undefined && isFromStart) {
    const text = `The server never returned the SyncKey ${syncKey} for folder ${id}.`;
    return [...found, { text, ...at(view, -1) }];
  }
  return found;
}

/**
 * What two keys show: the one that the server returned last, and the one that the client sent. While an
 * earlier answer is not known, they decide nothing.
 */
function compareKeys(
  current: SetValue | undefined,
  sent: string,
  { exchange, unanswered }: Pick<Turn<MessageView>, "exchange" | "unanswered">,
): readonly string[] {
  if (current === undefined || sent === "0") return [];
  const isSame = current.value === sent;
  const keys = isSame
    ? `#${exchange} sent ${sent}, the key that #${current.from} returned`
    : `#${current.from} returned ${current.value}, #${exchange} sent ${sent}`;
  if (unanswered !== undefined) return [`${keys}. What #${unanswered} returned is not known at this point.`];
  return [isSame ? `${keys}: the client's key is right.` : `${keys}.`];
}

const observeFolderKey: Observe = ({ conversation }, { request, name }) => {
  if (request === undefined) return [];
  const node = request.root < 0 ? -1 : request.child(request.root, "FolderHierarchy:SyncKey");
  const sent = node < 0 ? undefined : request.text(node);
  const before = conversation.before(request);
  return sent === undefined
    ? []
    : compareKeys(before.folderKey, sent, { exchange: name, unanswered: findUnansweredFolders(before) }).map(
        (text) => ({ text, ...at(request, node) }),
      );
};

const HEARTBEATS = ["Ping:HeartbeatInterval", "AirSync:HeartbeatInterval", "AirSync:Wait"];

const observeHeartbeat: Observe = ({ view }, { request }) => {
  const limit =
    view.root < 0
      ? undefined
      : (view.childText(view.root, "Ping:HeartbeatInterval") ?? view.childText(view.root, "AirSync:Limit"));
  const node =
    request === undefined || request.root < 0
      ? -1
      : (HEARTBEATS.map((key) => request.child(request.root, key)).find((child) => child >= 0) ?? -1);
  if (request === undefined || node < 0) return [];
  const name = request.key(node)?.replace(/^.*:/, "") ?? "";
  const allowed = limit === undefined ? "" : ` The server's limit is ${limit}.`;
  return [
    { text: `The request asks for ${name} ${request.text(node) ?? ""}.${allowed}`, ...at(request, node) },
  ];
};

const observeFolderCount: Observe = ({ view }, { request }) => {
  const limit = view.root < 0 ? undefined : view.childText(view.root, "Ping:MaxFolders");
  const count = request?.all("Ping:Folder").length ?? 0;
  if (request === undefined || count === 0) return [];
  const allowed = limit === undefined ? "" : ` The server allows ${limit}.`;
  return [{ text: `The request names ${count} folders.${allowed}`, ...at(request, -1) }];
};

const observeHierarchy: Observe = ({ view, conversation }, { request = view }) => {
  const { lastStatus, unanswered } = conversation.before(request);
  const last = lastStatus.get("FolderSync");
  const unknown = unanswered.get("FolderSync");
  if (unknown !== undefined)
    return [{ text: `The last FolderSync before it is #${unknown}; its answer is not known.` }];
  return last === undefined
    ? [{ text: "No FolderSync comes before it." }]
    : [{ text: `The last FolderSync before it is #${last.from}, with Status ${last.value}.` }];
};

const observePolicy: Observe = ({ view, conversation }, { request = view }) => {
  const { policyKey, unanswered } = conversation.before(request);
  const unknown = unanswered.get("Provision");
  if (unknown !== undefined)
    return [{ text: `The last Provision before it is #${unknown}; the key that it returned is not known.` }];
  return policyKey === undefined
    ? [{ text: "No Provision that returns a policy key comes before it." }]
    : [{ text: `The last policy key before it is ${policyKey.value}, which #${policyKey.from} returned.` }];
};

const FOLDER_COMMANDS = ["FolderSync", "FolderCreate", "FolderUpdate", "FolderDelete"];

/** The exchange that may have changed the key of the folder hierarchy, if one is not answered. */
function findUnansweredFolders({ unanswered }: StateAfter): string | undefined {
  const command = FOLDER_COMMANDS.find((one) => unanswered.has(one));
  return command === undefined ? undefined : unanswered.get(command);
}

const observeItem: Observe = ({ view, node, conversation }, { name }) => {
  const item = view.parent(node);
  const id = view.childText(item, "AirSync:ServerId");
  const collection = findCollectionId(view, node);
  if (id === undefined || collection === undefined) return [];
  const event = conversation
    .listItemEvents(collection, id, view)
    .findLast((one) => one.exchange !== name && !isRefused(one, collection, id, conversation));
  if (event === undefined) return [];
  const who = event.direction === "request" ? "The client" : "The server";
  const text = `${who} ${PAST_TENSE[event.operation] ?? "named"} ${id} in #${event.exchange}.`;
  return [{ text, ...at(event.message, event.node) }];
};

/** Whether the server refused what a client did with an item: with its request, its collection, or alone. */
function isRefused(
  { message, direction }: ItemEvent<MessageView>,
  collection: string,
  item: string,
  conversation: ConversationState<MessageView>,
): boolean {
  const { response, turns } = conversation.exchangeOf(message) ?? {};
  if (direction === "response" || response === undefined) return false;
  const answer = turns?.find(({ id }) => id === collection)?.answer ?? -1;
  const { text = "1" } = readSyncStatus(response, answer);
  return isRefusedByHttp(response) || text !== "1" || isItemRefused(response, answer, item);
}

function isItemRefused(response: MessageView, answer: number, item: string): boolean {
  if (answer < 0) return false;
  const { childText, children } = response;
  const own = findById(response, `answers in ${answer}`, item, () =>
    children(answer, "AirSync:Responses")
      .flatMap((responses) => children(responses))
      .map((node) => [childText(node, "AirSync:ServerId"), node]),
  );
  return own !== undefined && (childText(own, "AirSync:Status") ?? "1") !== "1";
}

const PAST_TENSE: Readonly<Record<string, string>> = {
  Add: "added",
  Change: "changed",
  Delete: "deleted",
  SoftDelete: "removed",
  Fetch: "fetched",
};

const OBSERVERS: Readonly<Record<string, Observe>> = {
  "Sync 3": observeSyncKey,
  "Sync 8": observeItem,
  "Sync 12": observeHierarchy,
  "Sync 14": observeHeartbeat,
  "Ping 5": observeHeartbeat,
  "Ping 6": observeFolderCount,
  "Ping 7": observeHierarchy,
  "FolderSync 9": observeFolderKey,
  "FolderCreate 9": observeFolderKey,
  "FolderDelete 9": observeFolderKey,
  "FolderUpdate 9": observeFolderKey,
  "140": observePolicy,
  "141": observePolicy,
  "142": observePolicy,
  "143": observePolicy,
  "144": observePolicy,
};
