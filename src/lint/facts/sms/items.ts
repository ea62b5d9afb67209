import type { MessageView } from "../../view";
import { mayHoldPhone, mayHoldSms } from "./mentions";
import { isSmsClass } from "./smsClass";

/**
 * An operation of a Sync message on one item, or the answer to one. Nodes are -1 if there is no such element.
 */
export interface Item {
  readonly node: number;
  readonly operation: "Add" | "Change" | "Delete" | "SoftDelete" | "Fetch";
  /** Whether it is under Responses and therefore answers an operation of the client. */
  readonly isAnswer: boolean;
  /** The Collection that contains it. */
  readonly collection: number;
  readonly classNode: number;
  /** Its ApplicationData. */
  readonly data: number;
  /**
   * What identifies it as an SMS: its Class, or a phone in To or From, which only an SMS has. `undefined` if
   * it is not an SMS.
   */
  readonly sms: "class" | "phone" | undefined;
}

const OPERATIONS: Readonly<Record<string, Item["operation"]>> = {
  "AirSync:Add": "Add",
  "AirSync:Change": "Change",
  "AirSync:Delete": "Delete",
  "AirSync:SoftDelete": "SoftDelete",
  "AirSync:Fetch": "Fetch",
};

const known = new WeakMap<MessageView, Map<number, Item | undefined>>();

/**
 * Reads an element of a Sync message as an operation on an item; `undefined` if it is not one. Read once per
 * element.
 */
export function findItem(view: MessageView, node: number): Item | undefined {
  const items = known.get(view) ?? new Map<number, Item | undefined>();
  known.set(view, items);
  if (!items.has(node)) items.set(node, readItem(view, node));
  return items.get(node);
}

function readItem(view: MessageView, node: number): Item | undefined {
  const operation = OPERATIONS[view.key(node) ?? ""];
  const holder = view.parent(node);
  const place = view.key(holder);
  if (operation === undefined || (place !== "AirSync:Commands" && place !== "AirSync:Responses"))
    return undefined;
  let classNode = -1;
  let data = -1;
  for (const child of view.children(node)) {
    const key = view.key(child);
    if (key === "AirSync:Class") classNode = child;
    if (key === "AirSync:ApplicationData") data = child;
  }
  const className = classNode < 0 ? undefined : view.text(classNode);
  const byClass = isSmsClass(className) ? "class" : undefined;
  const sms = className === undefined && hasPhone(view, data) ? "phone" : byClass;
  return {
    node,
    operation,
    isAnswer: place === "AirSync:Responses",
    collection: view.parent(holder),
    classNode,
    data,
    sms,
  };
}

/** Whether an ApplicationData names a phone in To or From, in the form that only text messages use. */
export function hasPhone(view: MessageView, data: number): boolean {
  if (data < 0 || !mayHoldPhone(view)) return false;
  return view.children(data).some((child) => {
    const key = view.key(child);
    return (key === "Email:To" || key === "Email:From") && /\[MOBILE:/i.test(view.text(child) ?? "");
  });
}

/** Finds the item of an ApplicationData if it is an SMS; `undefined` otherwise. */
export function findSmsOfData(view: MessageView, data: number): Item | undefined {
  if (!mayHoldSms(view)) return undefined;
  const item = findItem(view, view.parent(data));
  return item?.sms === undefined || item.data !== data ? undefined : item;
}

/**
 * Whether an operation, from client or server, contains the whole item: it is neither an answer nor a change
 * of a few properties.
 */
export function isWhole(view: MessageView, { operation, isAnswer, data }: Item): boolean {
  if (isAnswer || data < 0) return false;
  if (operation !== "Change") return operation === "Add";
  return view.direction === "response" && view.children(data).some((child) => !PARTIAL.has(view.key(child)));
}

/** The properties that a server may send on their own when they change. */
const PARTIAL: ReadonlySet<string | undefined> = new Set([
  "Email:Read",
  "Email:Flag",
  "Email:Categories",
  "Email2:ConversationId",
  "Email2:ConversationIndex",
  "Email2:LastVerbExecuted",
  "Email2:LastVerbExecutionTime",
]);
