import { X } from "lucide-react";
import { type Source, useInspector } from "../../store/inspector";
import { IconButton } from "../kit/IconButton";
import { AlternativesMenu } from "./alternativesLater";
import { ProblemLines } from "./ProblemLines";

/** What was opened last and had no capture in it, and why. What was open before is still open. */
export function RefusedNotice() {
  const refused = useInspector((state) => state.refused);
  return refused?.reading === undefined ? null : <Notice source={refused} reading={refused.reading} />;
}

interface NoticeProps {
  readonly source: Source;
  readonly reading: NonNullable<Source["reading"]>;
}

function Notice({ source, reading: { summary, alternatives, problems } }: NoticeProps) {
  return (
    <section className="notice" aria-label="Unreadable input">
      <header className="notice-head">
        <strong>{source.name}</strong>
        <span>{summary}</span>
        {alternatives.length > 0 && <AlternativesMenu alternatives={alternatives} source={source} />}
        <IconButton icon={X} label="Dismiss" onPress={() => useInspector.setState({ refused: undefined })} />
      </header>
      <div className="notice-body" tabIndex={0} role="group" aria-label="Why it was not opened">
        <ProblemLines problems={problems} />
      </div>
    </section>
  );
}
