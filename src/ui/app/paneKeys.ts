import { bytesKeys } from "../bytes/keys";
import type { PaneKeys } from "../kit/commands/paneKeys";
import { problemsKeys } from "../problems/keys";
import { sessionKeys } from "../session/keys";
import { treeKeys } from "../tree/keys";
import { xmlKeys } from "../xml/keys";

/** The keys of each pane, in the order in which the list of shortcuts shows them. */
export const paneKeys: readonly PaneKeys[] = [sessionKeys, treeKeys, bytesKeys, xmlKeys, problemsKeys];
