import { laterCode } from "../kit/load/laterCode";
import { readFilesIntoPage } from "./readIntoPage";

const sample = laterCode(() => import("../../craft/sampleSession"));

/** Opens a session that shows what the page can do. */
export async function openSampleSession(): Promise<void> {
  const { writeSampleSession } = await sample.load();
  await readFilesIntoPage([{ name: "sample-session.har", bytes: new Blob([writeSampleSession()]) }]);
}
