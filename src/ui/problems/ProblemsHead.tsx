import type { Severity } from "../../lint/rule";
import { SeverityIcon } from "../kit/icons/SeverityIcon";
import { formatSeverityCount, SEVERITY_PLURALS } from "./describeFinding";
import { countBySeverity, type Finding, SEVERITIES } from "./listFindings";
import { toggleSeverity, useProblemsView } from "./problemsView";

interface Props {
  readonly findings: readonly Finding[] | undefined;
}

const NO_FINDINGS: readonly Finding[] = [];

/** How many findings of each severity there are. Each number leaves its findings out of the list. */
export function ProblemsHead({ findings }: Props) {
  const hidden = useProblemsView((state) => state.hidden);
  const counts = countBySeverity(findings ?? NO_FINDINGS);
  const found = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (found.length === 0) return null;
  return (
    <div className="problem-counts" role="group" aria-label="Number of problems">
      {found.map((severity) => (
        <SeverityCount
          key={severity}
          severity={severity}
          count={counts[severity]}
          isShown={!hidden.has(severity)}
        />
      ))}
    </div>
  );
}

interface CountProps {
  readonly severity: Severity;
  readonly count: number;
  readonly isShown: boolean;
}

function SeverityCount({ severity, count, isShown }: CountProps) {
  return (
    <button
      type="button"
      className={`severity-filter is-${severity}`}
      aria-label={formatSeverityCount(severity, count)}
      aria-pressed={isShown}
      title={`${isShown ? "Hide" : "Show"} ${SEVERITY_PLURALS[severity]}`}
      onClick={() => toggleSeverity(severity)}
    >
      <SeverityIcon severity={severity} /> {count.toLocaleString("en")}
    </button>
  );
}
