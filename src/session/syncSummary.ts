import { formatCount } from "../eas/values/reading";
import { listCollections } from "./collections";
import { readElements } from "./elements";
import type { SessionMessage } from "./messages";
import type { Turn } from "./turns";

/** How many items were added, changed and deleted. */
export interface ItemCounts {
  readonly added: number;
  readonly changed: number;
  readonly deleted: number;
}

/** The elements of a message with a key; `[]` if there is no message. */
export function listWords(message: SessionMessage | undefined, key: string): readonly number[] {
  return message === undefined ? [] : readElements(message.document).all(key);
}

/** The elements of a Sync request that ask the server to wait for changes. */
export function listWaits(request: SessionMessage | undefined): readonly number[] {
  return [...listWords(request, "AirSync:Wait"), ...listWords(request, "AirSync:HeartbeatInterval")];
}

/** Whether a message names the class of text messages. */
export function mentionsSms(message: SessionMessage | undefined): boolean {
  if (message === undefined) return false;
  const { text } = readElements(message.document);
  return listWords(message, "AirSync:Class").some((node) => text(node) === "SMS");
}

/** The operations of one message, by what they do, and how many of the additions are text messages. */
interface Operations extends ItemCounts {
  readonly addedSms: number;
}

type Change = keyof ItemCounts;

const CHANGES: ReadonlyMap<string | undefined, Change> = new Map([
  ["AirSync:Add", "added"],
  ["AirSync:Change", "changed"],
  ["AirSync:Delete", "deleted"],
  ["AirSync:SoftDelete", "deleted"],
] as const);

function countOperations(message: SessionMessage | undefined): Operations {
  const counts = { added: 0, changed: 0, deleted: 0, addedSms: 0 };
  if (message === undefined) return counts;
  const { children, childText, key } = readElements(message.document);
  const holders = listCollections(message.document).flatMap(({ node }) => children(node, "AirSync:Commands"));
  for (const node of holders.flatMap((holder) => children(holder))) {
    const change = CHANGES.get(key(node));
    if (change === undefined) continue;
    counts[change] += 1;
    if (change === "added" && childText(node, "AirSync:Class") === "SMS") counts.addedSms += 1;
  }
  return counts;
}

/** What the server did with items in a Sync response; `undefined` if nothing. */
export function readServerChanges(response: SessionMessage): ItemCounts | undefined {
  const { added, changed, deleted } = countOperations(response);
  return added + changed + deleted === 0 ? undefined : { added, changed, deleted };
}

/** A Sync that was answered. */
interface AnsweredSync<M extends SessionMessage> {
  readonly request: M | undefined;
  readonly response: M;
  readonly turns: readonly Turn<M>[];
  readonly isOutbox: boolean;
}

/** Says what a Sync did: first what the server sent, then what the client did. */
export function summarizeSync<M extends SessionMessage>({
  request,
  response,
  turns,
  isOutbox,
}: AnsweredSync<M>): string {
  const received = writeReceived(countOperations(response), isOutbox);
  const sent = writeCounts(countOperations(request));
  if (received !== "") return sent === "" ? received : `${received}; client: ${sent}`;
  if (sent !== "") return `Client: ${sent}`;
  const fetched = listWords(response, "AirSync:Fetch").length;
  if (fetched > 0) return `${fetched} fetched`;
  if (turns.some(({ syncKey, received: key }) => syncKey === "0" && isKey(key))) return "Key issued";
  return turns.length > 0 ? "Nothing new" : "";
}

function isKey(key: string | undefined): boolean {
  return key !== undefined && key !== "" && key !== "0";
}

function writeReceived(counts: Operations, isOutbox: boolean): string {
  const { added, addedSms, ...others } = counts;
  if (addedSms === 0) return writeCounts(counts);
  const texts = formatCount(addedSms, isOutbox ? "text message" : "new text message");
  const rest = writeCounts({ ...others, added: added - addedSms });
  const first = isOutbox ? `${texts} to send` : texts;
  return rest === "" ? first : `${first}, ${rest}`;
}

function writeCounts({ added, changed, deleted }: ItemCounts): string {
  return [
    [added, "new"],
    [changed, "changed"],
    [deleted, "deleted"],
  ]
    .flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`]))
    .join(", ");
}
