import { type KeyboardEvent, memo, useState } from "react";
import { Button } from "react-aria-components";
import { formatCount } from "../../eas/values/reading";
import type { Fix, Severity } from "../../lint/rule";
import { useInspector } from "../../store/inspector";
import { retryLinting } from "../../store/linting";
import { Observations } from "../explain/Observations";
import { SeverityIcon } from "../kit/icons/SeverityIcon";
import { later } from "../kit/load/later";
import { revealText } from "../kit/revealText";
import { applyFixInPage } from "./applyFix";
import { RULES_FAILED } from "./collectFindings";
import { NEIGHBOURS } from "./keys";
import { countBySeverity, type Finding } from "./listFindings";
import "./problems.css";

const SEVERITIES: readonly Severity[] = ["failure", "error", "warning", "info"];
const MAX_SHOWN = 500;

/** All findings. Choosing one goes to its place and shows the reason and the fixes. */
export function ProblemsPane({ findings }: { readonly findings: readonly Finding[] | undefined }) {
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  if (findings === undefined) return <p className="problems-none">Running the rules…</p>;
  if (findings.length === 0) return <p className="problems-none">No problems found in this payload.</p>;
  const shown = findings.filter(({ severity }) => !hidden.has(severity));
  const safe = findings.flatMap(({ fixes }) => fixes.filter((fix) => fix.safe).slice(0, 1));
  const counts = countBySeverity(findings);
  const toggle = (severity: Severity): void => {
    const next = new Set(hidden);
    if (!next.delete(severity)) next.add(severity);
    setHidden(next);
  };
  return (
    <div className="problems">
      <div className="problems-filter">
        {SEVERITIES.map((severity) => (
          <SeverityFilter
            key={severity}
            severity={severity}
            count={counts[severity]}
            isShown={!hidden.has(severity)}
            onToggle={toggle}
          />
        ))}
        {findings.some(({ code }) => code === RULES_FAILED) && (
          <Button className="button is-small" onPress={retryLinting}>
            Run the rules again
          </Button>
        )}
        {safe.length > 0 && (
          <Button className="button is-small" onPress={() => void applyFixInPage(safe)}>
            Apply all safe fixes ({safe.length})
          </Button>
        )}
      </div>
      <ul className="problem-list" aria-label="Problems">
        {shown.slice(0, MAX_SHOWN).map((finding, index) => (
          <FindingRow key={index} finding={finding} />
        ))}
        {shown.length > MAX_SHOWN && (
          <li className="problems-none">… and {shown.length - MAX_SHOWN} more.</li>
        )}
      </ul>
    </div>
  );
}

interface FilterProps {
  readonly severity: Severity;
  readonly count: number;
  readonly isShown: boolean;
  readonly onToggle: (severity: Severity) => void;
}

function SeverityFilter({ severity, count, isShown, onToggle }: FilterProps) {
  if (count === 0) return null;
  return (
    <button
      type="button"
      className={`severity-filter is-${severity}`}
      aria-pressed={isShown}
      onClick={() => onToggle(severity)}
    >
      <SeverityIcon severity={severity} /> {count.toLocaleString("en")}{" "}
      <span className="visually-hidden">{formatCount(count, severity).replace(/^\S+ /, "")}</span>
    </button>
  );
}

function go({ range, text }: Finding): void {
  if (range !== undefined) useInspector.getState().select(range, "problems");
  else if (text !== undefined) revealText(text);
}

/** Moves to the next or previous finding with the arrow keys. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const neighbour = NEIGHBOURS[event.key];
  const next =
    neighbour && event.currentTarget.closest("li")?.[neighbour]?.querySelector<HTMLElement>("summary");
  if (next === undefined || next === null) return;
  event.preventDefault();
  next.focus();
}

/** Whether two findings have the same message, place and fixes. */
function isSameFinding({ finding: a }: FindingProps, { finding: b }: FindingProps): boolean {
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    a.range?.start === b.range?.start &&
    a.range?.end === b.range?.end &&
    a.text?.from === b.text?.from &&
    a.text?.to === b.text?.to &&
    isSameText(a.observations, b.observations) &&
    (a.fixes === b.fixes || a.fixes.length + b.fixes.length === 0)
  );
}

function isSameText(some: Finding["observations"] = [], others: Finding["observations"] = []): boolean {
  return some.length === others.length && some.every(({ text }, index) => text === others[index]?.text);
}

interface FindingProps {
  readonly finding: Finding;
}

const FindingRow = memo(function FindingRow({ finding }: FindingProps) {
  const { code, severity, message } = finding;
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details
        className={`problem is-${severity}`}
        name="problem"
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary onClick={() => go(finding)} onKeyDown={onArrow}>
          <SeverityIcon severity={severity} />
          <span className="visually-hidden">{severity}: </span>
          <span className="problem-code">{code}</span> {message}
        </summary>
        {isOpen && <Reason finding={finding} />}
      </details>
    </li>
  );
}, isSameFinding);

/** Why it matters, where the specification says so, and the fixes. */
function Reason({ finding: { code, why, spec, fixes, observations } }: FindingProps) {
  return (
    <div className="problem-why">
      <Observations observations={observations} />
      {why !== undefined && <p>{why}</p>}
      {spec !== undefined && (
        <p className="doc-facts">
          {spec.document} {spec.section}
        </p>
      )}
      <AboutRule id={code} />
      {fixes.map((fix) => (
        <FixButton key={fix.title} fix={fix} />
      ))}
    </div>
  );
}

const RuleDetails = later(() => import("./RuleDetails"), { name: "The page of the rule" });

/** A button that shows the page of the rule. */
function AboutRule({ id }: { readonly id: string }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <RuleDetails id={id} />;
  return (
    <button type="button" className="link-button" onClick={() => setOpen(true)}>
      About this rule
    </button>
  );
}

function FixButton({ fix }: { readonly fix: Fix }) {
  return (
    <Button className="button is-small" onPress={() => void applyFixInPage([fix])}>
      {fix.title}
    </Button>
  );
}
