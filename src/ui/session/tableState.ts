import { create } from "zustand";
import { type Column, type ColumnId, columns, type Sorting } from "./columns";

/** The table of the session: whether it is shown in place of the document, and how. */
interface TableState {
  readonly isOpen: boolean;
  readonly sorting: Sorting;
  /** The columns that the user has taken away. */
  readonly hidden: ReadonlySet<ColumnId>;
}

/** The table of the session. */
export const useSessionTable = create<TableState>()(() => ({
  isOpen: false,
  sorting: { column: "number", isDescending: false },
  hidden: new Set(),
}));

const { setState } = useSessionTable;

/** Shows the session as a table on the whole page, or beside the document again. */
export function openTable(isOpen: boolean): void {
  setState({ isOpen });
}

/** Orders the exchanges of each conversation by a column; the same column again turns the order around. */
export function sortTable(column: ColumnId): void {
  setState(({ sorting }) => ({
    sorting: { column, isDescending: sorting.column === column && !sorting.isDescending },
  }));
}

/** Shows only these columns, of which the number is always one. */
export function chooseColumns(shown: ReadonlySet<ColumnId>): void {
  const hidden = columns.map(({ id }) => id).filter((id) => id !== "number" && !shown.has(id));
  setState({ hidden: new Set(hidden) });
}

/** The columns that are shown, in their order. */
export function listShownColumns(hidden: ReadonlySet<ColumnId>): readonly Column[] {
  return columns.filter(({ id }) => !hidden.has(id));
}
