import type { Difference } from "../../compare/rows";
import type { Severity } from "../../lint/rule";
import type { RowMark } from "./marks";
import { type RowParts, tellFindings } from "./rowParts";

/** What a row says besides its own name and value. */
export interface RowWords {
  /** The row as one would say it: "SyncKey, 601771687, one warning". */
  readonly name: string;
  /** All of it, however narrow the row is. */
  readonly tooltip: string;
  /** What stands behind the value: "InvalidSyncKey", "2 children"; "" for nothing. */
  readonly meaning: string;
  /** The sign behind that. A failure that has a name needs none. */
  readonly icon: Severity | undefined;
  /** How the node differs from the payload as it was opened; "" if it does not. */
  readonly change: string;
}

const CHANGES: Readonly<Partial<Record<Difference, string>>> = {
  changed: "changed",
  added: "added",
  removed: "content removed",
  moved: "moved",
  wire: "encoded differently",
};

/** Says what a row shows, for its name and its tooltip. `meaning` is what EAS makes of the value. */
export function tellRow(
  { name, namespace, value, note }: RowParts,
  meaning: string | undefined,
  mark: RowMark | undefined,
  difference: Difference | undefined,
): RowWords {
  const told = [meaning, note].filter((part) => part !== undefined && part !== "").join(" · ");
  const change = (difference && CHANGES[difference]) ?? "";
  const findings = mark === undefined ? "" : tellFindings(mark.counts);
  const full = namespace === "" ? name : `${namespace}:${name}`;
  const lines = [
    full,
    [value, told].filter((part) => part !== "").join(" · "),
    findings,
    change === "" ? "" : `${change.charAt(0).toUpperCase()}${change.slice(1)} since it was opened`,
  ];
  return {
    name: [name, value, told, findings, change].filter((part) => part !== "").join(", "),
    tooltip: lines.filter((line) => line !== "").join("\n"),
    meaning: told,
    icon: mark?.severity === "failure" && meaning !== undefined ? undefined : mark?.severity,
    change,
  };
}
