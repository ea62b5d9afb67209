import { useEffect, useState } from "react";
import type { ComparedRow } from "../../compare/compare";
import type { Editing } from "../../store/editing";

/** How nodes differ from what was opened, by token. */
export type NodeChanges = ReadonlyMap<number, ComparedRow["difference"]>;

const NONE: NodeChanges = new Map();

/** Payloads of more bytes are not compared with each edit. */
const LARGEST = 2_000_000;

/** What has been changed in a payload since it was opened. It follows edits when there is time. */
export function useNodeChanges({ original, document }: Editing): NodeChanges {
  const [known, setKnown] = useState({ document, changes: NONE });
  const isEdited = original !== document.bytes && original.length < LARGEST;
  useEffect(() => {
    if (!isEdited) return;
    let isWanted = true;
    const compare = async (): Promise<void> => {
      const [{ nodeChanges }, { originalOf }] = await Promise.all([import("./revert"), import("./sides")]);
      if (isWanted) setKnown({ document, changes: nodeChanges(originalOf({ original }), document) });
    };
    const handle = requestIdleCallback(() => void compare(), { timeout: 500 });
    return () => {
      isWanted = false;
      cancelIdleCallback(handle);
    };
  }, [original, document, isEdited]);
  return isEdited && known.document === document ? known.changes : NONE;
}
