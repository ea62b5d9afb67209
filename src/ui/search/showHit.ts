import { useInspector } from "../../store/inspector";
import { goToHit, goToNextHit, type VisitedHit } from "../../store/searching";
import { toasts } from "../kit/toast/toasts";

const MAX_EXCERPT = 60;
const SECONDS = 6;

let shownToast: string | undefined;

/** Shows which hit was visited, in place of the previous toast. */
function showHitToast({ index, count, hit }: VisitedHit): void {
  if (shownToast !== undefined) toasts.close(shownToast);
  const excerpt = hit.excerpt.length > MAX_EXCERPT ? `${hit.excerpt.slice(0, MAX_EXCERPT)}…` : hit.excerpt;
  const where = hit.element ?? hit.path.at(-1) ?? "message";
  const text = `Hit ${index + 1} of ${count}, ${where}: ${excerpt}`;
  const action = { title: "All hits", run: () => useInspector.getState().openDialog("search") };
  shownToast = toasts.add({ text, actions: [action] }, { timeout: SECONDS * 1000 });
}

/** Goes to the hit with the given index and shows which one it is. */
export async function showHit(index: number): Promise<void> {
  const gone = await goToHit(index);
  if (gone !== undefined) showHitToast(gone);
}

/** Goes to the next or previous hit. If there is none, opens the search. */
export async function showNextHit(step: 1 | -1): Promise<void> {
  const gone = await goToNextHit(step);
  if (gone === undefined) useInspector.getState().openDialog("search");
  else showHitToast(gone);
}
