import { expect, it } from "vitest";
import { listOwnKeys } from "../kit/commands/paneKeys";
import { listTreeMoves, treeKeys } from "./keys";
import { nodeCommands } from "./menuCommands";

it("the keys of the tree are those that it handles", () => {
  const none = (): void => undefined;
  const moves = listTreeMoves({ by: none, toFirst: none, toLast: none, in: none, out: none, pageSize: 1 });
  const handled = [...Object.keys(moves), ...nodeCommands.flatMap((command) => command.treeKeys ?? [])];
  expect(listOwnKeys(treeKeys).toSorted()).toEqual(handled.toSorted());
});
