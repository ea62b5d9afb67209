import { useDeferredValue, useMemo, useState } from "react";
import { Input, Label, SearchField } from "react-aria-components";
import { explain } from "../../assist/explain";
import { type DocHit, searchDocs } from "../../assist/searchDocs";
import type { LinkedDocument } from "../../document/open";
import type { Rule } from "../../lint/rule";
import { inferContext } from "../../session/context";
import type { MessageContext } from "../../session/messageContext";
import { useCurrent, useInspector } from "../../store/inspector";
import { readContext } from "../judge/judge";
import { PartView } from "./PartView";
import { CommandPage, ElementPage, StatusPage } from "./pages";
import { CoveragePage, RulePage, ruleHits } from "./rulePages";
import { Value } from "./Value";
import "./explain.css";

/**
 * What the specification says of what is selected, and what its value means; with a search over all that it
 * says.
 */
export default function ExplainPane({ document }: { readonly document: LinkedDocument }) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<ShownHit>();
  const words = useDeferredValue(query);
  const hits = useMemo<readonly ShownHit[]>(
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
        {chosen !== undefined && <Chosen hit={chosen} onBack={() => setChosen(undefined)} />}
        {chosen === undefined && words !== "" && <Hits hits={hits} onChoose={setChosen} />}
        {chosen === undefined && words === "" && <Selected document={document} onChoose={setChosen} />}
      </div>
    </div>
  );
}

type ShownHit =
  | DocHit
  | { readonly kind: "rule"; readonly title: string; readonly rule: Rule }
  | { readonly kind: "coverage"; readonly title: string };

const ruleHit = (rule: Rule): ShownHit => ({ kind: "rule", title: rule.id, rule });
const coverage: ShownHit = { kind: "coverage", title: "MS-ASMS, statement by statement" };

function Hits({
  hits,
  onChoose,
}: {
  readonly hits: readonly ShownHit[];
  readonly onChoose: (hit: ShownHit) => void;
}) {
  if (hits.length === 0)
    return (
      <p className="explain-none">
        Nothing by that name. Try a part of an element's name, a status number, or a word of what it does.
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

function Chosen({ hit, onBack }: { readonly hit: ShownHit; readonly onBack: () => void }) {
  return (
    <>
      <p>
        <button type="button" className="link-button" onClick={onBack}>
          ← back
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

function Selected({
  document,
  onChoose,
}: {
  readonly document: LinkedDocument;
  readonly onChoose: (hit: ShownHit) => void;
}) {
  const at = useInspector(({ selection }) => selection?.range.start ?? -1);
  const open = useCurrent();
  const chosen = useInspector((state) => state.context);
  const context = useMemo(() => readContext(open, chosen), [open, chosen]);
  const explanation = useMemo(
    () => (at < 0 ? undefined : explain(document, at, context)),
    [document, at, context],
  );
  const parts = open?.capture?.parts ?? [];
  if (explanation === undefined) return <About document={document} context={context} onChoose={onChoose} />;
  const { element, meaning, value, token } = explanation;
  return (
    <>
      {element === undefined ? (
        <p className="explain-none">{token}: no element of EAS.</p>
      ) : (
        <ElementPage element={element} meaning={meaning} />
      )}
      {element?.key === "ItemOperations:Part" && parts.length > 0 && (
        <PartView number={Number(value?.text)} parts={parts} />
      )}
      {value !== undefined && <Value value={value} command={context.command ?? ""} />}
    </>
  );
}

/** What the payload as a whole is, while nothing is selected. */
function About({
  document,
  context: { command, direction },
  onChoose,
}: {
  readonly document: LinkedDocument;
  readonly context: MessageContext;
  readonly onChoose: (hit: ShownHit) => void;
}) {
  const [lowest] = inferContext(document).versions;
  return (
    <div className="explain-none">
      {command !== undefined && (
        <p>
          {command}
          {direction === undefined ? "" : ` ${direction}`}
          {lowest === undefined
            ? ", but no single protocol version knows all its elements"
            : `, readable from protocol version ${lowest} on`}
          .
        </p>
      )}
      <p>Select an element, a value or a byte to have it explained.</p>
      <p>
        <button type="button" className="link-button" onClick={() => onChoose(coverage)}>
          How MS-ASMS is checked, statement by statement
        </button>
      </p>
    </div>
  );
}
