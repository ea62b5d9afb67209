import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button, ProgressBar } from "react-aria-components";
import { useInspector } from "../../store/inspector";
import {
  cancelSearch,
  type Scope,
  setActiveHit,
  setScope,
  typeQuery,
  useSearching,
} from "../../store/searching";
import { PageDialog } from "../kit/dialog/PageDialog";
import { Results } from "./Results";
import { SyntaxHelp } from "./SyntaxHelp";
import { showHit } from "./showHit";
import { summarizeSearch } from "./summary";
import "./search.css";

function closeAndShowHit(index: number): void {
  useInspector.getState().openDialog(undefined);
  void showHit(index);
}

/** Searches all captures, or the one that is shown. The hits remain available to F3 after it is closed. */
export default function SearchDialog() {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [pageSize, setPageSize] = useState(1);
  const many = useInspector(({ captures }) => captures.length > 1);
  const isEmpty = useSearching(({ text }) => text === "");
  const isHelpShown = isHelpOpen || isEmpty;
  const example = (text: string): void => {
    setHelpOpen(false);
    typeQuery(text);
  };
  return (
    <PageDialog title="Find" size="wide">
      <div className="search-line">
        <QueryField isListed={!isHelpShown} pageSize={pageSize} />
        <Button
          className="button"
          aria-expanded={isHelpShown}
          isDisabled={isEmpty}
          onPress={() => setHelpOpen(!isHelpOpen)}
        >
          Syntax
        </Button>
      </div>
      <QueryProblems />
      {many && <ScopeChoice />}
      {isHelpShown ? (
        <SyntaxHelp onChoose={example} />
      ) : (
        <>
          <ProgressLine />
          <Results onGo={closeAndShowHit} onPageSize={setPageSize} />
        </>
      )}
    </PageDialog>
  );
}

interface QueryFieldProps {
  /** Whether the hits are on the page, so that the field can refer to them. */
  readonly isListed: boolean;
  /** How many hits the Page keys move. */
  readonly pageSize: number;
}

/** The query, and the keys that move through its hits. */
function QueryField({ isListed, pageSize }: QueryFieldProps) {
  const { text, at, count } = useSearching();
  const hasHits = isListed && count > 0;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <div className="field search-field">
      <label htmlFor="search-query">Names, values, text or bytes</label>
      <input
        id="search-query"
        ref={field}
        type="text"
        role="combobox"
        aria-autocomplete="none"
        aria-haspopup="listbox"
        aria-expanded={hasHits}
        aria-controls={hasHits ? "search-hits" : undefined}
        aria-activedescendant={at >= 0 && hasHits ? `search-hit-${at}` : undefined}
        aria-describedby="search-problems"
        autoComplete="off"
        spellCheck={false}
        placeholder="status!=1 class:SMS"
        value={text}
        onChange={(event) => typeQuery(event.target.value)}
        onKeyDown={(event) => onFieldKey(event, pageSize)}
      />
    </div>
  );
}

/** Handles the keys of the field, which keeps the focus while its arrow keys move through the hits. */
function onFieldKey(event: KeyboardEvent, pageSize: number): void {
  const { at, count } = useSearching.getState();
  const isCtrl = event.ctrlKey || event.metaKey;
  const round = (index: number): void => setActiveHit((index + count) % count);
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setActiveHit(at + 1),
    ArrowUp: () => setActiveHit(at - 1),
    PageDown: () => setActiveHit(at + pageSize),
    PageUp: () => setActiveHit(at - pageSize),
    F3: () => round(at + (event.shiftKey ? -1 : 1)),
    Enter: () => closeAndShowHit(at),
  };
  // without Ctrl, Home and End move in the text of the query
  const withCtrl: typeof keys = { Home: () => setActiveHit(0), End: () => setActiveHit(count - 1) };
  const own = isCtrl ? withCtrl : keys;
  const act = Object.hasOwn(own, event.key) ? own[event.key] : undefined;
  if (act === undefined || event.altKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  if (count > 0) act();
}

/** The parts of the query that could not be understood, each with a message. */
function QueryProblems() {
  const { text, problems } = useSearching();
  return (
    <ul id="search-problems" className="search-problems" aria-label="Query problems">
      {problems.map(({ message, range }, index) => (
        <li key={index}>
          <code>{text.slice(range.from, range.to)}</code> {message}
        </li>
      ))}
    </ul>
  );
}

const SCOPES: readonly (readonly [Scope, string])[] = [
  ["all", "All captures"],
  ["current", "This capture"],
];

function ScopeChoice() {
  const scope = useSearching((state) => state.scope);
  return (
    <fieldset className="search-scope">
      <legend className="visually-hidden">Where to search</legend>
      {SCOPES.map(([value, title]) => (
        <label key={value}>
          <input
            type="radio"
            name="search-scope"
            checked={scope === value}
            onChange={() => setScope(value)}
          />{" "}
          {title}
        </label>
      ))}
    </fieldset>
  );
}

/** The number of hits, the progress of the search, and a way to cancel it. */
function ProgressLine() {
  const searching = useSearching();
  const percent = Math.round(searching.done * 100);
  return (
    <div className="search-progress">
      <p role="status" className="search-summary">
        {summarizeSearch(searching)}
      </p>
      {searching.progress === "running" && (
        <span className="search-busy">
          <ProgressBar className="busy-bar" aria-label="Searching" value={percent}>
            <span className="busy-done" style={{ width: `${percent}%` }} />
          </ProgressBar>
          <Button className="button is-small" onPress={cancelSearch}>
            Cancel
          </Button>
        </span>
      )}
    </div>
  );
}
