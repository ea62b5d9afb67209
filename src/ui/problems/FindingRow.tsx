import { ChevronDown, ChevronUp } from "lucide-react";
import { type KeyboardEvent, memo } from "react";
import type { Fix } from "../../lint/rule";
import { Icon } from "../kit/icons/Icon";
import { SeverityIcon } from "../kit/icons/SeverityIcon";
import { joinClasses } from "../kit/joinClasses";
import { describeFinding, SEVERITY_WORDS } from "./describeFinding";
import { FindingDetails } from "./FindingDetails";
import { EXPANDS, NEIGHBOURS } from "./keys";
import type { Finding } from "./listFindings";

interface Props {
  readonly finding: Finding;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly actions: FindingActions;
}

/** What can be done with a finding of the list. */
export interface FindingActions {
  /** Goes to its place. */
  readonly go: (finding: Finding) => void;
  readonly expand: (finding: Finding, isOpen: boolean) => void;
  readonly fix: (finding: Finding, fix: Fix) => void;
}

/** A finding: its sentence, what it is about, its section; expanded, its details and fixes. */
export const FindingRow = memo(function FindingRow({ finding, isOpen, isSelected, actions }: Props) {
  const { code, severity, fixes } = finding;
  const [first] = fixes;
  const press = (): void => {
    actions.go(finding);
    actions.expand(finding, !(isOpen && isSelected));
  };
  return (
    <li className={joinClasses("problem", `is-${severity}`, { "is-selected": isSelected })} data-rule={code}>
      <div className="problem-row">
        <button
          type="button"
          className="problem-main"
          aria-expanded={isOpen}
          aria-current={isSelected ? "true" : undefined}
          onClick={press}
          onKeyDown={(event) => onKey(event, (next) => actions.expand(finding, next))}
        >
          <SeverityIcon severity={severity} size={16} />
          <Words finding={finding} isOpen={isOpen} />
        </button>
        {!isOpen && first !== undefined && (
          <button
            type="button"
            className="button is-small"
            aria-label={`Fix: ${first.title}`}
            title={first.title}
            onClick={() => actions.fix(finding, first)}
          >
            Fix
          </button>
        )}
        <button
          type="button"
          className="problem-chevron"
          aria-expanded={isOpen}
          aria-label={isOpen ? "Hide details" : "Show details"}
          onClick={() => actions.expand(finding, !isOpen)}
        >
          <Icon of={isOpen ? ChevronUp : ChevronDown} />
        </button>
      </div>
      {isOpen && <FindingDetails finding={finding} onFix={(fix) => actions.fix(finding, fix)} />}
    </li>
  );
});

function Words({ finding, isOpen }: Pick<Props, "finding" | "isOpen">) {
  const { message, about, section } = describeFinding(finding);
  return (
    <span className="problem-text">
      <span className={joinClasses("problem-message", { "is-whole": isOpen })}>{message}</span>
      <span className="problem-facts">
        <span className="problem-kind">{SEVERITY_WORDS[finding.severity]}</span>{" "}
        {about !== undefined && <span className="problem-about">{about}</span>}{" "}
        <span className="problem-section">{section}</span>
      </span>
    </span>
  );
}

/** Moves to the next or previous finding with ↑ and ↓, and shows or hides the details with → and ←. */
function onKey(event: KeyboardEvent<HTMLElement>, expand: (isOpen: boolean) => void): void {
  const isOpen = EXPANDS[event.key];
  if (isOpen !== undefined) {
    event.preventDefault();
    expand(isOpen);
    return;
  }
  const neighbour = NEIGHBOURS[event.key];
  const next =
    neighbour && event.currentTarget.closest("li")?.[neighbour]?.querySelector<HTMLElement>(".problem-main");
  if (next === undefined || next === null) return;
  event.preventDefault();
  next.focus();
}
