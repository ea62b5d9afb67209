import { formatCount } from "../../eas/values/reading";
import type { InputProblem } from "../../formats/format";
import { useInspector } from "../../store/inspector";
import { SEVERITY_MARKS } from "../severityMarks";
import { AlternativesMenu } from "../toolbar/menusLater";
import "./input.css";

/** How the input was read, what else it could be, and what is missing or doubtful in it. */
export function InputLine() {
  const reading = useInspector((state) => state.reading);
  if (reading === undefined) return null;
  return (
    <section className="input-line" aria-label="Detected format">
      <span className="input-summary">{reading.summary}</span>
      {reading.alternatives.length > 0 && <AlternativesMenu alternatives={reading.alternatives} />}
      {reading.captures.length < 2 &&
        reading.problems.map((problem, index) => <ProblemLine key={index} problem={problem} />)}
      {reading.captures.length > 1 && <ManyProblems problems={reading.problems} />}
    </section>
  );
}

/** With many captures there are too many problems to show at once; each capture shows its own. */
function ManyProblems({ problems }: { readonly problems: readonly InputProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <details className="input-details">
      <summary>{formatCount(problems.length, "note")} about the input</summary>
      {problems.slice(0, MAX_SHOWN).map((problem, index) => (
        <ProblemLine key={index} problem={problem} />
      ))}
      {problems.length > MAX_SHOWN && (
        <p className="input-problem">… and {problems.length - MAX_SHOWN} more, shown with their captures.</p>
      )}
    </details>
  );
}

const MAX_SHOWN = 200;

function ProblemLine({ problem: { severity, message } }: { readonly problem: InputProblem }) {
  return (
    <p className={`input-problem is-${severity}`}>
      <span aria-hidden="true">{SEVERITY_MARKS[severity]}</span> {message}
    </p>
  );
}
