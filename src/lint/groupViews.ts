import { groupBy } from "../bytes/groupBy";
import type { MessageView } from "./view";

const known = new WeakMap<readonly MessageView[], ReadonlyMap<string | undefined, readonly MessageView[]>>();

/** The messages of each conversation, in order; the same arrays for the same messages. */
export function groupViews(
  views: readonly MessageView[],
): ReadonlyMap<string | undefined, readonly MessageView[]> {
  const groups = known.get(views) ?? groupBy(views, ({ conversation }) => conversation);
  known.set(views, groups);
  return groups;
}
