import { useMemo } from "react";
import type { Direction } from "../../eas/direction";
import { writeTitle } from "../../store/captureTitle";
import type { OpenCapture } from "../../store/inspector";
import { useEasFacts } from "./useEasFacts";

/** What a capture is called, and its direction if that is known. */
export interface CaptureName {
  readonly title: string;
  readonly direction: Direction | undefined;
}

/**
 * What a capture is called: by its elements too, as soon as the code that reads them is loaded. Until then,
 * by what came with it.
 */
export function useTitle(open: OpenCapture): CaptureName {
  const easFacts = useEasFacts();
  return useMemo(() => {
    const facts = easFacts?.readMessageFacts(open) ?? open.capture ?? {};
    return { title: writeTitle(open, facts), direction: facts.direction };
  }, [easFacts, open]);
}
