import { Button } from "react-aria-components";
import { formatCount } from "../../eas/values/reading";
import type { InputProblem } from "../../formats/format";
import { useInspector, useShownSource } from "../../store/inspector";
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
      {problems.length > 0 && <Notes problems={problems} />}
      {alternatives.length > 0 && <AlternativesMenu alternatives={alternatives} source={source} />}
      {source.pasted !== undefined && (
        <Button className="status-button" onPress={() => useInspector.getState().openDialog("input")}>
          Input
        </Button>
      )}
    </section>
  );
}

/** How many notes there are, and the first that is more than a remark; pressing it shows them all. */
function Notes({ problems }: { readonly problems: readonly InputProblem[] }) {
  const worst = WORST_FIRST.flatMap((severity) => problems.find((one) => one.severity === severity) ?? [])[0];
  return (
    <Button
      className="status-button source-notes"
      aria-haspopup="dialog"
      onPress={() => useInspector.getState().openDialog("notes")}
    >
      {formatCount(problems.length, "note")}
      {worst !== undefined && (
        <>
          <SeverityIcon severity={worst.severity} />
          <span className="source-worst">{worst.message}</span>
        </>
      )}
    </Button>
  );
}

const WORST_FIRST = ["error", "warning"] as const;
