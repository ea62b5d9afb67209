import { useEffect, useState } from "react";
import { type Patch, patchBetween } from "../../bytes/patch";
import { changesSinceOpened, type Editing } from "../../store/editing";

/**
 * From the payload as it was opened to what it is now. It follows edits when there is time: until then the
 * bytes last found stay marked.
 */
export function useChanges(editing: Editing): readonly Patch[] {
  const { original, document } = editing;
  const [known, setKnown] = useState({ original, document, changes: NO_CHANGES });
  const isKnown = known.original === original && known.document === document;
  useEffect(() => {
    if (isKnown) return;
    const handle = requestIdleCallback(
      () => setKnown({ original, document, changes: changesSinceOpened({ original, document }) }),
      {
        timeout: 300,
      },
    );
    return () => cancelIdleCallback(handle);
  }, [isKnown, original, document]);
  if (original === document.bytes) return NO_CHANGES;
  return known.original === original ? known.changes : patchBetween(original, document.bytes);
}

const NO_CHANGES: readonly Patch[] = [];
