import {
  type Collection as AnyCollection,
  type OptionSet as AnyOptionSet,
  listCollections as listAllCollections,
} from "../../../session/collections";
import type { MessageView } from "../../view";
import { isSmsClass } from "./smsClass";

/** One Options of a collection, and whether it is for text messages. */
export interface OptionSet extends AnyOptionSet {
  readonly isSms: boolean;
}

/** One Collection of a Sync or a GetItemEstimate message. */
export interface Collection extends AnyCollection {
  readonly options: readonly OptionSet[];
}

const known = new WeakMap<readonly AnyCollection[], readonly Collection[]>();

/**
 * Lists the collections of a Sync message or a GetItemEstimate request, in order; `[]` for other messages.
 * Read once per message.
 */
export function listCollections({ document }: MessageView): readonly Collection[] {
  const all = listAllCollections(document);
  const collections =
    known.get(all) ?? all.map((collection) => ({ ...collection, options: collection.options.map(addIsSms) }));
  known.set(all, collections);
  return collections;
}

function addIsSms(set: AnyOptionSet): OptionSet {
  return { ...set, isSms: isSmsClass(set.className) };
}

/** Whether a message is a Sync or GetItemEstimate request: only these have options. */
export function asksForItems({ command, direction }: MessageView): boolean {
  return direction === "request" && (command === "Sync" || command === "GetItemEstimate");
}
