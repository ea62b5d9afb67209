import { edits } from "./load/storeCode";

/** Shows another open capture. */
export async function showCaptureInPage(index: number): Promise<void> {
  const { showCapture } = await edits.load();
  showCapture(index);
}
