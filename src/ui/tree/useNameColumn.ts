import { useMemo, useState } from "react";
import { readStored, STORED, writeStored } from "../../browser/storage";
import type { LinkedDocument } from "../../document/open";
import type { TreeRows } from "../../document/rows";
import { MAX_SHARE, MIN_SHARE, measureNames, writeColumnWidth } from "./nameColumn";

const KEY = `${STORED}tree-names`;

/** The first column of the tree. */
export interface NameColumn {
  /** As CSS. */
  readonly width: string;
  /** Sets its share of the width, in percent; `undefined` for what the names need. */
  readonly setShare: (share: number | undefined) => void;
}

/** The width of the column of names: what the reader has chosen in this browser, or what the names need. */
export function useNameColumn(document: LinkedDocument, rows: TreeRows): NameColumn {
  const [chosen, setChosen] = useState(readShare);
  const most = useMemo(() => measureNames(document, rows), [document, rows]);
  const setShare = (share: number | undefined): void => {
    const next = share === undefined ? undefined : Math.round(limit(share));
    setChosen(next);
    writeStored(KEY, next?.toString());
  };
  return { width: writeColumnWidth(chosen, most), setShare };
}

function limit(share: number): number {
  return Math.min(Math.max(share, MIN_SHARE), MAX_SHARE);
}

function readShare(): number | undefined {
  const share = Number.parseInt(readStored(KEY) ?? "", 10);
  return Number.isNaN(share) ? undefined : limit(share);
}
