import { useDeferredValue, useMemo, useState } from "react";
import { Input, Label, SearchField } from "react-aria-components";
import { explain } from "../../assist/explain";
import { type DocHit, searchDocs } from "../../assist/searchDocs";
import type { LinkedDocument } from "../../document/open";
import type { StatusEntry } from "../../eas/statuses/statuses";
import type { Rule } from "../../lint/rule";
import { inferContext } from "../../session/context";
import type { MessageContext } from "../../session/messageContext";
import { useCurrent, useInspector } from "../../store/inspector";
import { readContext } from "../context/easFacts";
import { Observations, useFailureObservations, useShownFailure } from "./Observations";
import { PartView } from "./PartView";
import { CommandPage, ElementPage, StatusPage } from "./pages";
import { CoveragePage, RulePage, ruleHits } from "./rulePages";
import { Value } from "./Value";
import "./explain.css";

/**
 * What the specification says about the selection, and what its value means; with a search over all of the
 * documentation.
 */
export default function ExplainPane({ document }: { readonly document: LinkedDocument }) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<DocumentationHit>();
  const words = useDeferredValue(query);
  const hits = useMemo<readonly DocumentationHit[]>(
    () => [...searchDocs(words), ...ruleHits(words).map(ruleHit)],
    [words],
  );
  const search = (text: string): void => {
    setQuery(text);
    setChosen(undefined);
  };
  return (
    <div className="explain">
      <SearchField className="doc-search" value={query} onChange={search}>
        <Label className="visually-hidden">Search the documentation</Label>
        <Input placeholder="Search elements, statuses, commands" />
      </SearchField>
      <div className="explain-body">
        {chosen !== undefined && <ChosenPage hit={chosen} onBack={() => setChosen(undefined)} />}
        {chosen === undefined && words !== "" && <Hits hits={hits} onChoose={setChosen} />}
        {chosen === undefined && words === "" && <SelectionPage document={document} onChoose={setChosen} />}
      </div>
    </div>
  );
}

type DocumentationHit =
  | DocHit
  | { readonly kind: "rule"; readonly title: string; readonly rule: Rule }
  | { readonly kind: "coverage"; readonly title: string };

const ruleHit = (rule: Rule): DocumentationHit => ({ kind: "rule", title: rule.id, rule });
const coverage: DocumentationHit = { kind: "coverage", title: "MS-ASMS, statement by statement" };

function Hits({
  hits,
  onChoose,
}: {
  readonly hits: readonly DocumentationHit[];
  readonly onChoose: (hit: DocumentationHit) => void;
}) {
  if (hits.length === 0)
    return (
      <p className="explain-none">
        No results. Try part of an element name, a status number, or a word from the description.
      </p>
    );
  return (
    <ul className="doc-hits">
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.title}`}>
          <button type="button" className="doc-hit" onClick={() => onChoose(hit)}>
            <span>{hit.title}</span>
            <span className="menu-hint">{hit.kind}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function ChosenPage({ hit, onBack }: { readonly hit: DocumentationHit; readonly onBack: () => void }) {
  return (
    <>
      <p>
        <button type="button" className="link-button" onClick={onBack}>
          ← Back
        </button>
      </p>
      {hit.kind === "element" && <ElementPage element={hit.element} meaning={undefined} />}
      {hit.kind === "command" && <CommandPage command={hit.command} />}
      {hit.kind === "rule" && <RulePage rule={hit.rule} />}
      {hit.kind === "coverage" && <CoveragePage />}
      {hit.kind === "status" && <StatusPage command={hit.command} status={hit.status} />}
    </>
  );
}

function SelectionPage({
  document,
  onChoose,
}: {
  readonly document: LinkedDocument;
  readonly onChoose: (hit: DocumentationHit) => void;
}) {
  const at = useInspector(({ selection }) => selection?.range.start ?? -1);
  const open = useCurrent();
  const context = useMemo(() => readContext(open), [open]);
  const explanation = useMemo(
    () => (at < 0 ? undefined : explain(document, at, context)),
    [document, at, context],
  );
  const parts = open?.capture?.parts ?? [];
  if (explanation === undefined)
    return <PayloadPage document={document} context={context} onChoose={onChoose} />;
  const { element, meaning, value, token } = explanation;
  const command = context.command ?? "";
  return (
    <>
      {value?.status !== undefined && <StatusHere status={value.status} command={command} at={at} />}
      {element === undefined ? (
        <p className="explain-none">{token}: not an EAS element.</p>
      ) : (
        <ElementPage element={element} meaning={meaning} />
      )}
      {element?.key === "ItemOperations:Part" && parts.length > 0 && (
        <PartView number={Number(value?.text)} parts={parts} />
      )}
      {value !== undefined && <Value value={value} />}
    </>
  );
}

/** The meaning of the selected Status, and what the other messages show about it. */
function StatusHere({
  status,
  command,
  at,
}: {
  readonly status: StatusEntry;
  readonly command: string;
  readonly at: number;
}) {
  const observations = useFailureObservations(at);
  return (
    <section className={`doc-status is-${status.outcome}`} aria-label="Value">
      <StatusPage command={command} status={status}>
        <Observations observations={observations} />
      </StatusPage>
    </section>
  );
}

/** A description of the payload as a whole, shown while nothing is selected. */
function PayloadPage({
  document,
  context: { command, direction },
  onChoose,
}: {
  readonly document: LinkedDocument;
  readonly context: MessageContext;
  readonly onChoose: (hit: DocumentationHit) => void;
}) {
  const [lowest] = inferContext(document).versions;
  const failure = useShownFailure();
  return (
    <div className="explain-none">
      {failure !== undefined && (
        <section className="doc-status is-failure" aria-label="Failure">
          <p>
            <strong>{failure.message}</strong>
          </p>
          <Observations observations={failure.observations} />
          <p>{failure.why}</p>
        </section>
      )}
      {command !== undefined && (
        <p>
          {command}
          {direction === undefined ? "" : ` ${direction}`}
          {lowest === undefined
            ? "; no single protocol version defines all its elements"
            : `, protocol version ${lowest} or later`}
          .
        </p>
      )}
      <p>Select an element, a value or a byte to see its explanation.</p>
      <p>
        <button type="button" className="link-button" onClick={() => onChoose(coverage)}>
          How MS-ASMS is checked, statement by statement
        </button>
      </p>
    </div>
  );
}
