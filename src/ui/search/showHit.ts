import { useInspector } from "../../store/inspector";
import { type GoneTo, goOn, goToHit } from "../../store/searching";
import { toasts } from "../toast/toasts";

const SHOWN = 60;
const SECONDS = 6;

let shown: string | undefined;

/** Says which hit is shown, in place of the one before. */
function tell({ index, count, hit }: GoneTo): void {
  if (shown !== undefined) toasts.close(shown);
  const excerpt = hit.excerpt.length > SHOWN ? `${hit.excerpt.slice(0, SHOWN)}…` : hit.excerpt;
  const where = hit.element ?? hit.path.at(-1) ?? "message";
  const text = `Hit ${index + 1} of ${count}, ${where}: ${excerpt}`;
  const action = { title: "All hits", run: () => useInspector.getState().openDialog("search") };
  shown = toasts.add({ text, action }, { timeout: SECONDS * 1000 });
}

/** Goes to the hit of a number and says which it is. */
export async function showHit(index: number): Promise<void> {
  const gone = await goToHit(index);
  if (gone !== undefined) tell(gone);
}

/** Goes to the next hit or the one before; where there is none, the search opens. */
export async function showNextHit(step: 1 | -1): Promise<void> {
  const gone = await goOn(step);
  if (gone === undefined) useInspector.getState().openDialog("search");
  else tell(gone);
}
