import { expect, it } from "vitest";
import { listOwnKeys } from "../kit/commands/paneKeys";
import { EXPANDS, NEIGHBOURS, problemsKeys } from "./keys";

it("the keys of the problems are those that they handle", () => {
  expect(listOwnKeys(problemsKeys).toSorted()).toEqual(
    [...Object.keys(NEIGHBOURS), ...Object.keys(EXPANDS)].toSorted(),
  );
});
