import { useDeferredValue, useEffect, useMemo, useRef } from "react";
import { Input, Label, SearchField } from "react-aria-components";
import { searchDocs } from "../../assist/searchDocs";
import type { LinkedDocument } from "../../document/open";
import { findElementByKey } from "../../eas/catalogue";
import { findCommandByName } from "../../eas/commands";
import { findStatus } from "../../eas/statuses/statuses";
import { rules } from "../../lint/rules";
import { useInspector } from "../../store/inspector";
import {
  addressOf,
  openPage,
  type PageAddress,
  setSearching,
  showSelected,
  usePageHistory,
} from "./pageHistory";
import { CommandPage, ElementPage } from "./pages";
import { CoveragePage, RulePage, ruleHits } from "./rulePages";
import { SelectionPage } from "./SelectionPage";
import { StatusCard } from "./StatusCard";
import "./explain.css";

/** What Explain is about. */
export interface ExplainProps {
  /** The payload that is shown; `undefined` for a body that is not a payload. */
  readonly document?: LinkedDocument | undefined;
}

/**
 * What the selected value is and what the specification says about it; or a page of the documentation, or a
 * search over all of it.
 */
export default function ExplainPane({ document }: ExplainProps) {
  const { page, isSearching, query } = usePageHistory();
  const words = useDeferredValue(query);
  useFollowSelection();
  const isListing = isSearching && words.trim() !== "";
  return (
    <div className="explain">
      {isSearching && (
        <SearchField
          className="doc-search"
          value={query}
          onChange={(text) => usePageHistory.setState({ query: text })}
          onKeyDown={({ key }) => key === "Escape" && setSearching(false)}
          autoFocus
        >
          <Label className="visually-hidden">Search the documentation</Label>
          <Input placeholder="Search elements, statuses, commands" />
        </SearchField>
      )}
      <div className="explain-body">
        {isListing && <Hits words={words} />}
        {!isListing && page !== undefined && <Page page={page} />}
        {!isListing && page === undefined && <SelectionPage document={document} />}
      </div>
    </div>
  );
}

/** Shows what is selected whenever something else is. */
function useFollowSelection(): void {
  const range = useInspector(({ selection }) => selection?.range);
  const last = useRef(range);
  useEffect(() => {
    if (range === last.current) return;
    last.current = range;
    if (range !== undefined) showSelected();
  }, [range]);
}

interface Hit {
  readonly kind: string;
  readonly title: string;
  readonly page: PageAddress;
}

function listHits(words: string): readonly Hit[] {
  const docs = searchDocs(words).map((hit): Hit => {
    return { kind: hit.kind, title: hit.title, page: addressOf(hit) };
  });
  const ofRules = ruleHits(words).map(({ id }): Hit => {
    return { kind: "rule", title: id, page: { kind: "rule", id } };
  });
  return [...docs, ...ofRules];
}

function Hits({ words }: { readonly words: string }) {
  const hits = useMemo(() => listHits(words), [words]);
  if (hits.length === 0)
    return (
      <p className="explain-none">
        No results. Try part of an element name, a status number, or a word from the description.
      </p>
    );
  return (
    <ul className="doc-hits">
      {hits.map(({ kind, title, page }) => (
        <li key={`${kind} ${title}`}>
          <button type="button" className="doc-hit" onClick={() => openPage(page)}>
            <span>{title}</span>
            <span className="menu-hint">{kind}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Page({ page }: { readonly page: PageAddress }) {
  switch (page.kind) {
    case "element": {
      const element = findElementByKey(page.key);
      return element && <ElementPage element={element} />;
    }
    case "command": {
      const command = findCommandByName(page.name);
      return command && <CommandPage command={command} />;
    }
    case "status": {
      const status = findStatus(page, page.value);
      return status && <StatusCard status={status} where={page.command} />;
    }
    case "rule": {
      const rule = rules.find(({ id }) => id === page.id);
      return rule && <RulePage rule={rule} />;
    }
    case "coverage":
      return <CoveragePage />;
  }
}
