import type { ConversationState, ExchangeState } from "../../../session/conversation";
import type { SetValue } from "../../../session/messages";
import type { Turn } from "../../../session/turns";
import { nodeRange } from "../../../wbxml/tokenTable";
import type { Observation } from "../../rule";
import type { MessageView } from "../../view";

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
  return value === 449 ? observePolicy({ view, value, node: -1, conversation }) : [];
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
  const { id, syncKey, request, node, exchange, isFromStart, issued } = turn;
  if (syncKey === undefined || request === undefined) return [];
  const keyNode = node < 0 ? -1 : request.child(node, "AirSync:SyncKey");
  const place = at(request, keyNode);
  const found = compareKeys(turn.current, syncKey, exchange).map((text) => ({ text, ...place }));
  if (syncKey !== "0" && issued === undefined && isFromStart) {
    const text = `The server never returned the SyncKey ${syncKey} for folder ${id}.`;
    return [...found, { text, ...at(view, -1) }];
  }
  return found;
}

/** What two keys show: the one that the server returned last, and the one that the client sent. */
function compareKeys(current: SetValue | undefined, sent: string, exchange: string): readonly string[] {
  if (current === undefined || sent === "0") return [];
  return current.value === sent
    ? [`#${exchange} sent ${sent}, the key that #${current.from} returned: the client's key is right.`]
    : [`#${current.from} returned ${current.value}, #${exchange} sent ${sent}.`];
}

const observeFolderKey: Observe = ({ conversation }, { request, name }) => {
  if (request === undefined) return [];
  const node = request.root < 0 ? -1 : request.child(request.root, "FolderHierarchy:SyncKey");
  const sent = node < 0 ? undefined : request.text(node);
  const before = conversation.before(request);
  return sent === undefined
    ? []
    : compareKeys(before.folderKey, sent, name).map((text) => ({ text, ...at(request, node) }));
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

const observeHierarchy: Observe = ({ view, conversation }) => {
  const last = conversation.before(view).lastStatus.get("FolderSync");
  return [
    {
      text:
        last === undefined
          ? "No FolderSync comes before it."
          : `The last FolderSync before it is #${last.from}, with Status ${last.value}.`,
    },
  ];
};

function observePolicy({ view, conversation }: FailedPlace): readonly Observation[] {
  const { policyKey } = conversation.before(view);
  const text =
    policyKey === undefined
      ? "No Provision that returns a policy key comes before it."
      : `The last policy key before it is ${policyKey.value}, which #${policyKey.from} returned.`;
  return [{ text }];
}

const observeItem: Observe = ({ view, node, conversation }, { name }) => {
  const item = view.parent(node);
  const id = view.childText(item, "AirSync:ServerId");
  const collection = findCollectionId(view, node);
  if (id === undefined || collection === undefined) return [];
  const event = conversation
    .listItemEvents(collection, id, view)
    .findLast(({ exchange }) => exchange !== name);
  if (event === undefined) return [];
  const who = event.direction === "request" ? "The client" : "The server";
  const text = `${who} ${PAST_TENSE[event.operation] ?? "named"} ${id} in #${event.exchange}.`;
  return [{ text, ...at(event.message, event.node) }];
};

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
