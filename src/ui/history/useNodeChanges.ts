import { useEffect, useState } from "react";
import { whenIdle } from "../../browser/idle";
import type { Sparse } from "../../bytes/sparse";
import type { Difference } from "../../compare/rows";
import type { Editing } from "../../store/editing";
import { laterCode } from "../kit/load/laterCode";

const marking = laterCode(() => import("./changes"));

/** How nodes differ from the original, by token. */
export type NodeChanges = Pick<Sparse<Difference>, "get">;

const NONE: NodeChanges = new Map();

/** Larger payloads are not compared after each edit; in bytes. */
const MAX_BYTES = 2_000_000;

/** What has changed in a payload since it was opened. It is computed when the browser is idle. */
export function useNodeChanges(editing: Editing): NodeChanges {
  const { original, document } = editing;
  const [known, setKnown] = useState({ document, changes: NONE });
  const isEdited = original !== document.bytes && original.length < MAX_BYTES;
  useEffect(() => {
    if (!isEdited) return;
    const controller = new AbortController();
    const { signal } = controller;
    const compare = async (): Promise<void> => {
      const { findChanges } = await marking.load();
      const changes = signal.aborted ? undefined : await findChanges({ original, document }, signal);
      if (changes !== undefined && !signal.aborted) setKnown({ document, changes });
    };
    const cancel = whenIdle(() => void compare(), 500);
    return () => {
      controller.abort();
      cancel();
    };
  }, [original, document, isEdited]);
  return isEdited && known.document === document ? known.changes : NONE;
}
