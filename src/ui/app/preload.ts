import { startReading } from "../../store/readingClient";
import { easFacts } from "../context/easFactsLater";
import { ExplainPane } from "../explain/explainLater";
import { PrintView } from "../export/printLater";
import { laterCode } from "../kit/load/laterCode";
import { edits } from "../kit/load/storeCode";
import { ChildMenu, ValueEditor } from "../tree/valueEditors/editorsLater";
import { pageDialogs } from "./dialogs";
import { Workspace } from "./workspaceLater";

const reader = laterCode(() => import("../../formats/read"));
const editing = laterCode(() => import("../../store/editing"));
const linting = laterCode(() => import("../../store/linting"));
const documentClient = laterCode(() => import("../../store/documentClient"));
const xmlEditor = laterCode(() => import("../xml/editorLater"));

/**
 * Reads a small payload and discards it: the first read takes several times as long as the second, and no
 * user should have to wait for it.
 */
async function tryOut(): Promise<void> {
  const [{ readInput }, { startEditing }] = await Promise.all([reader.load(), editing.load()]);
  const { captures } = await readInput("03 01 6A 00 00 07 56 52 03 30 00 01 01");
  for (const { payload } of captures) startEditing(payload).text();
}

/** What the first payload needs, in the order it needs it. */
export const firstPayload: readonly (() => Promise<unknown>)[] = [
  () => Promise.all([reader.load(), edits.load(), Workspace.load(), pageDialogs.omnibox.load()]),
  tryOut,
  async () => startReading(),
  () =>
    Promise.all([
      ExplainPane.load(),
      easFacts.load(),
      linting.load().then(({ startLinting }) => startLinting()),
      documentClient.load().then(({ startDocumentWorker }) => startDocumentWorker()),
      PrintView.load(),
      ValueEditor.load(),
      ChildMenu.load(),
      pageDialogs.offset.load(), // one types into them at once
      pageDialogs.search.load(),
    ]),
  () => xmlEditor.load().then(({ XmlEditor }) => XmlEditor.load()),
];
