import type { InputProblem } from "../../formats/format";
import { SeverityIcon } from "../kit/icons/SeverityIcon";

const MAX_SHOWN = 200;

/** The notes about an input, the first 200 of them: with many captures, each of them shows its own. */
export function ProblemLines({ problems }: { readonly problems: readonly InputProblem[] }) {
  return (
    <>
      {problems.slice(0, MAX_SHOWN).map(({ severity, message }, index) => (
        <p key={index} className={`input-problem is-${severity}`}>
          <SeverityIcon severity={severity} /> {message}
        </p>
      ))}
      {problems.length > MAX_SHOWN && (
        <p className="input-problem">… and {problems.length - MAX_SHOWN} more, shown with their captures.</p>
      )}
    </>
  );
}
