import { Button } from "react-aria-components";
import { formatCount } from "../../eas/values/reading";
import type { InputProblem, Reading } from "../../formats/format";
import { type Source, useInspector, useShownSource } from "../../store/inspector";
import { SeverityIcon } from "../kit/icons/SeverityIcon";
import { AlternativesMenu } from "./alternativesLater";
import "./input.css";

/**
 * How the source of the shown capture was read, what else it could be, and what is missing or doubtful in it;
 * and if no capture was found in the last input, why.
 */
export function InputLine() {
  const source = useShownSource();
  const refused = useInspector((state) => state.refused);
  return (
    <>
      {refused?.reading !== undefined && <Refused source={refused} reading={refused.reading} />}
      {source?.reading !== undefined && <SourceLine source={source} reading={source.reading} />}
    </>
  );
}

interface SourceProps {
  readonly source: Source;
  readonly reading: Reading;
}

function SourceLine({ source, reading }: SourceProps) {
  const many = useInspector(({ sources }) => sources.length > 1);
  return (
    <section className="input-line" aria-label="Detected format">
      {many && <span className="input-name">{source.name}</span>}
      <span className="input-summary">{reading.summary}</span>
      {reading.alternatives.length > 0 && (
        <AlternativesMenu alternatives={reading.alternatives} source={source} />
      )}
      {reading.captures.length < 2 &&
        reading.problems.map((problem, index) => <ProblemLine key={index} problem={problem} />)}
      {reading.captures.length > 1 && <ManyProblems problems={reading.problems} />}
    </section>
  );
}

/** An input without captures. What was open before is still open. */
function Refused({ source, reading }: SourceProps) {
  return (
    <section className="input-line is-refused" aria-label="Unreadable input">
      <span className="input-name">{source.name}</span>
      <span className="input-summary">{reading.summary}</span>
      {reading.alternatives.length > 0 && (
        <AlternativesMenu alternatives={reading.alternatives} source={source} />
      )}
      <Button
        className="button is-small input-dismiss"
        aria-label="Dismiss"
        onPress={() => useInspector.setState({ refused: undefined })}
      >
        ✕
      </Button>
      <ManyOrFew problems={reading.problems} />
    </section>
  );
}

const FEW = 4;

function ManyOrFew({ problems }: { readonly problems: readonly InputProblem[] }) {
  return problems.length > FEW ? (
    <ManyProblems problems={problems} />
  ) : (
    problems.map((problem, index) => <ProblemLine key={index} problem={problem} />)
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
      <SeverityIcon severity={severity} /> {message}
    </p>
  );
}
