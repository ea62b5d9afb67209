import type { MessageView } from "../../view";
import { isSmsClass } from "./smsClass";

/** One Options of a collection. Nodes are -1 if there is no such element. */
export interface OptionSet {
  readonly node: number;
  readonly classNode: number;
  /** `undefined` if it names no class and therefore applies to the folder's own class. */
  readonly className: string | undefined;
  readonly isSms: boolean;
  readonly filterNode: number;
  readonly filter: string | undefined;
}

/** One Collection of a Sync or a GetItemEstimate message. */
export interface Collection {
  readonly node: number;
  /** CollectionId; `undefined` if there is none. */
  readonly id: string | undefined;
  readonly syncKey: string | undefined;
  readonly options: readonly OptionSet[];
}

const known = new WeakMap<MessageView, readonly Collection[]>();

/**
 * Lists the collections of a Sync message or a GetItemEstimate request, in order; `[]` for other messages.
 * Read once per message.
 */
export function listCollections(view: MessageView): readonly Collection[] {
  const collections = known.get(view) ?? readCollections(view);
  known.set(view, collections);
  return collections;
}

function readCollections(view: MessageView): readonly Collection[] {
  const page = view.key(view.root) === "GetItemEstimate:GetItemEstimate" ? "GetItemEstimate" : "AirSync";
  if (
    view.root < 0 ||
    view.key(view.root) !== (page === "AirSync" ? "AirSync:Sync" : "GetItemEstimate:GetItemEstimate")
  )
    return [];
  return view
    .children(view.root, `${page}:Collections`)
    .flatMap((collections) => view.children(collections, `${page}:Collection`))
    .map((node) => ({
      node,
      id: view.childText(node, `${page}:CollectionId`),
      syncKey: view.childText(node, "AirSync:SyncKey"),
      options: view.children(node, "AirSync:Options").map((options) => readOptions(view, options)),
    }));
}

function readOptions(view: MessageView, node: number): OptionSet {
  const classNode = view.child(node, "AirSync:Class");
  const className = classNode < 0 ? undefined : view.text(classNode);
  const filterNode = view.child(node, "AirSync:FilterType");
  return {
    node,
    classNode,
    className,
    isSms: isSmsClass(className),
    filterNode,
    filter: filterNode < 0 ? undefined : view.text(filterNode),
  };
}

/** Whether a message is a Sync or GetItemEstimate request: only these have options. */
export function asksForItems({ command, direction }: MessageView): boolean {
  return direction === "request" && (command === "Sync" || command === "GetItemEstimate");
}
