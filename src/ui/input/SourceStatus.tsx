import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { formatCount } from "../../eas/values/reading";
import type { InputProblem } from "../../formats/format";
import { type Source, useInspector, useShownSource } from "../../store/inspector";
import { SeverityIcon } from "../kit/icons/SeverityIcon";
import { AlternativesMenu } from "./alternativesLater";
import "./input.css";

/** How the source of what is shown was read, what else it could be, and what is missing in it. */
export function SourceStatus() {
  const source = useShownSource();
  if (source?.reading === undefined) return <p className="status-ready">Ready</p>;
  const { summary, alternatives, problems } = source.reading;
  return (
    <section className="source-status" aria-label="Detected format">
      <span className="source-summary" title={`${source.name}: ${summary}`}>
        {summary}
      </span>
      {problems.length > 0 && <Notes source={source} problems={problems} />}
      {alternatives.length > 0 && <AlternativesMenu alternatives={alternatives} source={source} />}
      {source.pasted !== undefined && (
        <Button className="status-button" onPress={() => useInspector.getState().openDialog("input")}>
          Input
        </Button>
      )}
    </section>
  );
}

const MAX_SHOWN = 200;

interface NotesProps {
  readonly source: Source;
  readonly problems: readonly InputProblem[];
}

function Notes({ source, problems }: NotesProps) {
  const count = formatCount(problems.length, "note");
  const worst = WORST_FIRST.flatMap((severity) => problems.find((one) => one.severity === severity) ?? [])[0];
  return (
    <DialogTrigger>
      <Button className="status-button source-notes">
        {count}
        {worst !== undefined && (
          <>
            <SeverityIcon severity={worst.severity} />
            <span className="source-worst">{worst.message}</span>
          </>
        )}
      </Button>
      <Popover className="popover notes-popover" placement="top start">
        <Dialog className="notes" aria-label={`${count} about ${source.name}`}>
          <ProblemLines problems={problems} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const WORST_FIRST = ["error", "warning"] as const;

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
