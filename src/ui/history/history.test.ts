import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { editText } from "../../store/edits";
import { useInspector } from "../../store/inspector";
import { openXml } from "../../store/opening";
import { redoSteps, undoSteps } from "./history";

beforeEach(() => void vi.stubGlobal("document", { querySelectorAll: () => [] })); // no style sheets
afterEach(() => {
  vi.unstubAllGlobals();
  useInspector.setState(useInspector.getInitialState(), true);
});

const announced = (text: string) =>
  vi.waitUntil(() => useInspector.getState().announcement === text, { timeout: 5000 });

it("announces which steps were undone and redone", async () => {
  const write = (key: string): string =>
    `<FolderSync xmlns="FolderHierarchy"><SyncKey>${key}</SyncKey></FolderSync>`;
  openXml("folders", write("0"));
  editText(write("1"), "First");
  editText(write("2"), "Second");
  undoSteps();
  expect(await announced("Undone: Second")).toBe(true);
  redoSteps();
  expect(await announced("Redone: Second")).toBe(true);
  undoSteps(2);
  expect(await announced("Undone: First and 1 later step")).toBe(true);
});
