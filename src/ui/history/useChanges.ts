import { useEffect, useState } from "react";
import { whenIdle } from "../../browser/idle";
import { diffBytes, type Patch } from "../../bytes/patch";
import { type Editing, findChangesSinceOpened } from "../../store/editing";

/**
 * The patches from the original payload to the current one. They are computed when the browser is idle; until
 * then, the bytes last found stay marked.
 */
export function useChanges(editing: Editing): readonly Patch[] {
  const { original, document } = editing;
  const [known, setKnown] = useState({ original, document, changes: NO_CHANGES });
  const isKnown = known.original === original && known.document === document;
  useEffect(() => {
    if (isKnown) return;
    return whenIdle(
      () => setKnown({ original, document, changes: findChangesSinceOpened({ original, document }) }),
      300,
    );
  }, [isKnown, original, document]);
  if (original === document.bytes) return NO_CHANGES;
  return known.original === original ? known.changes : diffBytes(original, document.bytes);
}

const NO_CHANGES: readonly Patch[] = [];
