import { editingOf, type OpenCapture } from "../../store/inspector";
import { type ChipFacts, sumCounts } from "../../store/sessionChips";
import type { ListedExchange } from "../../store/sessionList";
import { writePlace } from "./exchangeText";

/** A column of the table of a session. */
interface ColumnFacts {
  readonly id: string;
  readonly title: string;
  /** Its width, as a track of a CSS grid. */
  readonly width: string;
  /** Whether its cells are numbers, which stand at its right edge. */
  readonly isNumber: boolean;
}

/** The columns of the table, in their order. */
export const columns = [
  { id: "number", title: "#", width: "40px", isNumber: true },
  { id: "time", title: "Time", width: "72px", isNumber: false },
  { id: "command", title: "Command", width: "minmax(96px, 1.2fr)", isNumber: false },
  { id: "folder", title: "Folder", width: "minmax(96px, 1.2fr)", isNumber: false },
  { id: "http", title: "HTTP", width: "40px", isNumber: false },
  { id: "status", title: "Status", width: "minmax(160px, 2fr)", isNumber: false },
  { id: "keys", title: "SyncKey in → out", width: "minmax(144px, 1.6fr)", isNumber: false },
  { id: "items", title: "Items", width: "64px", isNumber: true },
  { id: "up", title: "Up", width: "64px", isNumber: true },
  { id: "down", title: "Down", width: "72px", isNumber: true },
  { id: "took", title: "Took", width: "88px", isNumber: true },
  { id: "waterfall", title: "Waterfall", width: "minmax(120px, 2fr)", isNumber: false },
  { id: "problems", title: "Problems", width: "80px", isNumber: false },
] as const satisfies readonly ColumnFacts[];

/** A column of the table. */
export type Column = (typeof columns)[number];
/** The name of a column in the code. */
export type ColumnId = Column["id"];

/** By which column the exchanges of a conversation are ordered. */
export interface Sorting {
  readonly column: ColumnId;
  readonly isDescending: boolean;
}

/** How large a message is, as edited; `undefined` if there is none. */
export function countBytes(open: OpenCapture | undefined): number | undefined {
  return open && (editingOf(open)?.document.bytes.length ?? open.capture?.payload.length);
}

type Value = number | string | undefined;

function readValue(column: ColumnId, listed: ListedExchange, facts: ChipFacts): Value {
  const { exchange, failure, place, request, response } = listed;
  const { startedAt, command, httpStatus, tookMs, summary, syncKeys } = exchange;
  switch (column) {
    case "number":
      return place;
    case "time":
    case "waterfall":
      return startedAt;
    case "command":
      return command;
    case "folder":
      return writePlace(listed);
    case "http":
      return httpStatus;
    case "status":
      return failure === undefined ? `~${summary?.text ?? ""}` : failure.name; // failures first
    case "keys":
      return syncKeys[0]?.sent ?? syncKeys[0]?.received;
    case "items":
      return summary?.items && summary.items.added + summary.items.changed + summary.items.deleted;
    case "up":
      return countBytes(facts.captures[request ?? -1]);
    case "down":
      return countBytes(facts.captures[response ?? -1]);
    case "took":
      return tookMs;
    case "problems": {
      const { error, warning, info } = sumCounts(listed, facts);
      return error * 1e6 + warning * 1e3 + info;
    }
  }
}

/** Puts exchanges in the order of a column. Those without a value come last, whatever the direction. */
export function sortExchanges(
  exchanges: readonly ListedExchange[],
  { column, isDescending }: Sorting,
  facts: ChipFacts,
): readonly ListedExchange[] {
  if (column === "number" && !isDescending) return exchanges;
  const values = new Map(exchanges.map((listed) => [listed, readValue(column, listed, facts)]));
  const sign = isDescending ? -1 : 1;
  return exchanges.toSorted((one, other) => {
    const [a, b] = [values.get(one), values.get(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * compareValues(a, b);
  });
}

function compareValues(a: number | string, b: number | string): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}
