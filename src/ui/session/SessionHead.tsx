import { PanelLeft, Search, Table2, TriangleAlert, X } from "lucide-react";
import { type KeyboardEvent, useId } from "react";
import { ToggleButton } from "react-aria-components";
import { formatCount } from "../../eas/values/reading";
import { typeFilter, useSessionFilter } from "../../store/sessionFilter";
import { type Chip, chips, toggleChip, useSessionView } from "../../store/sessionView";
import { IconButton } from "../kit/IconButton";
import { Icon } from "../kit/icons/Icon";
import { joinClasses } from "../kit/joinClasses";
import { ColumnsMenu } from "./ColumnsMenu";
import { openTable } from "./tableState";

interface Props {
  /** How many exchanges there are, and with a filter, how many of them fit. */
  readonly total: number;
  readonly shown: number | undefined;
  readonly counts: Readonly<Record<Chip, number>>;
  /** Moves the focus to the list. */
  readonly onEnter: () => void;
  readonly isTable: boolean;
  /** Shows the session as a table; missing where there is no room for one. */
  readonly onTable: (() => void) | undefined;
}

/** What stands above the list: how many exchanges there are, the filter, and the chips. */
export function SessionHead({ total, shown, counts, onEnter, isTable, onTable }: Props) {
  const all = formatCount(total, "exchange");
  return (
    <>
      <header className="session-head">
        <h2 className="session-title">Session</h2>
        <span className="session-total" role="status">
          {shown === undefined ? all : `${shown} of ${all}`}
        </span>
        {isTable && <ColumnsMenu />}
        {isTable && <IconButton icon={PanelLeft} label="Show as list" onPress={() => openTable(false)} />}
        {onTable !== undefined && <IconButton icon={Table2} label="Show as table" onPress={onTable} />}
      </header>
      <div className={joinClasses("session-sieve", { "is-row": isTable })}>
        <Filter onEnter={onEnter} />
        <Chips counts={counts} />
        {isTable && <span className="session-hint">Enter opens an exchange</span>}
      </div>
    </>
  );
}

function Filter({ onEnter }: Pick<Props, "onEnter">) {
  const { text, problems, failure } = useSessionFilter();
  const id = useId();
  const problem = failure ?? problems[0]?.message;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && text !== "") typeFilter("");
    else if (event.key === "Enter" || event.key === "ArrowDown") onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <div className="session-filter">
      <div className="session-field" title={problem}>
        <Icon of={Search} />
        <input
          type="search"
          aria-label="Filter"
          aria-invalid={problem !== undefined}
          aria-describedby={id}
          placeholder="Filter, for example status!=1"
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => typeFilter(event.target.value)}
          onKeyDown={onKey}
        />
        <span id={id} className="visually-hidden">
          {problem}
        </span>
        {problem !== undefined && (
          <span className="session-problem">
            <Icon of={TriangleAlert} />
          </span>
        )}
        {text !== "" && (
          <button
            type="button"
            className="session-clear"
            aria-label="Clear the filter"
            onClick={() => typeFilter("")}
          >
            <Icon of={X} isSmall />
          </button>
        )}
      </div>
    </div>
  );
}

const TITLES: Readonly<Record<Chip, string>> = {
  failed: "Failed",
  problems: "Problems",
  sms: "SMS",
  edited: "Edited",
};

function Chips({ counts }: Pick<Props, "counts">) {
  const chosen = useSessionView((state) => state.chosen);
  return (
    <div className="session-chips" role="group" aria-label="Show only">
      {chips.map((chip) => (
        <ToggleButton
          key={chip}
          className={`session-chip is-${chip}`}
          isSelected={chosen.has(chip)}
          isDisabled={counts[chip] === 0 && !chosen.has(chip)}
          onChange={() => toggleChip(chip)}
        >
          {TITLES[chip]} <b>{counts[chip]}</b>
        </ToggleButton>
      ))}
    </div>
  );
}
