import { ChevronDown, ChevronUp } from "lucide-react";
import { Icon } from "../kit/icons/Icon";
import { joinClasses } from "../kit/joinClasses";
import type { Column } from "./columns";
import { sortTable, useSessionTable } from "./tableState";

/** The heads of the columns. Each orders the exchanges of every conversation by its column. */
export function TableHead({ columns }: { readonly columns: readonly Column[] }) {
  const { column: sorted, isDescending } = useSessionTable((state) => state.sorting);
  return (
    <div role="row" aria-rowindex={1} className="session-columns">
      {columns.map(({ id, title, isNumber }) => (
        <span
          key={id}
          role="columnheader"
          aria-sort={id === sorted ? (isDescending ? "descending" : "ascending") : "none"}
          className={joinClasses("session-column", { "is-number": isNumber })}
        >
          <button type="button" onClick={() => sortTable(id)}>
            {title}
            {id === sorted && <Icon of={isDescending ? ChevronDown : ChevronUp} isSmall />}
          </button>
        </span>
      ))}
    </div>
  );
}
