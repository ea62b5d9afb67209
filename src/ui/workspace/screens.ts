import { useInspector } from "../../store/inspector";
import { usePageWidth } from "./usePageWidth";

/**
 * Whether a narrow page shows the session, which has a screen of its own there: first, and when the user goes
 * back to it.
 */
export function useIsSessionScreen(): boolean {
  const isNarrow = usePageWidth() === "narrow";
  return useInspector(
    ({ captures, shownPane }) =>
      isNarrow && captures.length > 1 && (shownPane === undefined || shownPane === "captures"),
  );
}

/** Whether a narrow page shows a payload, whose header then takes the place of the title bar. */
export function useIsDocumentScreen(): boolean {
  const isNarrow = usePageWidth() === "narrow";
  const isSession = useIsSessionScreen();
  const isOpen = useInspector(({ captures }) => captures.length > 0);
  return isNarrow && isOpen && !isSession;
}
