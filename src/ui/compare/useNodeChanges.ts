import { useEffect, useState } from "react";
import { whenIdle } from "../../browser/idle";
import type { ComparedRow } from "../../compare/compare";
import type { Editing } from "../../store/editing";

/** How nodes differ from the original, by token. */
export type NodeChanges = ReadonlyMap<number, ComparedRow["difference"]>;

const NONE: NodeChanges = new Map();

/** Larger payloads are not compared after each edit; in bytes. */
const MAX_BYTES = 2_000_000;

/** What has changed in a payload since it was opened. It is computed when the browser is idle. */
export function useNodeChanges({ original, document }: Editing): NodeChanges {
  const [known, setKnown] = useState({ document, changes: NONE });
  const isEdited = original !== document.bytes && original.length < MAX_BYTES;
  useEffect(() => {
    if (!isEdited) return;
    let isWanted = true;
    const compare = async (): Promise<void> => {
      const [{ nodeChanges }, { openOriginal: originalOf }] = await Promise.all([
        import("./revert"),
        import("./sides"),
      ]);
      if (isWanted) setKnown({ document, changes: nodeChanges(originalOf({ original }), document) });
    };
    const cancel = whenIdle(() => void compare(), 500);
    return () => {
      isWanted = false;
      cancel();
    };
  }, [original, document, isEdited]);
  return isEdited && known.document === document ? known.changes : NONE;
}
