import { Wrench } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { Button } from "react-aria-components";
import { hasWholeText } from "../../document/size";
import type { Fix } from "../../lint/rule";
import { useEditing } from "../../store/inspector";
import { Observations } from "../explain/Observations";
import { openPage } from "../explain/pageHistory";
import { Icon } from "../kit/icons/Icon";
import { RULES_FAILED } from "./collectFindings";
import type { Finding } from "./listFindings";
import { previewFix } from "./previewFix";

interface Props {
  readonly finding: Finding;
  readonly onFix: (fix: Fix) => void;
}

/** Why a finding matters, what its first fix changes, and buttons for its fixes and for its rule. */
export function FindingDetails({ finding, onFix }: Props) {
  const { code, why, fixes, observations } = finding;
  const isOfRule = code !== RULES_FAILED && !code.startsWith("xml/");
  const details = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    details.current?.closest("li")?.scrollIntoView({ block: "nearest" }); // what it returns is no clean-up
  }, []);
  return (
    <div className="problem-why" ref={details}>
      {why !== undefined && <p>{why}</p>}
      <Observations observations={observations} />
      {fixes[0] !== undefined && <Preview fix={fixes[0]} />}
      <div className="problem-buttons">
        {fixes.map((fix, index) => (
          <Button
            key={fix.title}
            className={index === 0 ? "button is-small is-primary" : "button is-small"}
            onPress={() => onFix(fix)}
          >
            {index === 0 && <Icon of={Wrench} isSmall />}
            {fix.title}
          </Button>
        ))}
        {isOfRule && (
          <Button className="button is-small is-plain" onPress={() => openPage({ kind: "rule", id: code })}>
            About this rule
          </Button>
        )}
      </div>
    </div>
  );
}

/** The lines that a fix removes and adds. */
function Preview({ fix }: { readonly fix: Fix }) {
  const document = useEditing()?.document;
  if (document === undefined || (fix.edits !== undefined && !hasWholeText(document))) return null;
  const { lines, more } = previewFix(fix, document.bytes, () => document.xml);
  if (lines.length === 0) return null;
  return (
    <figure className="fix-preview" aria-label={`What “${fix.title}” changes`}>
      {lines.map(({ sign, text }, index) => (
        <div key={index} className={sign === "-" ? "fix-line is-removed" : "fix-line is-added"}>
          <span aria-hidden="true">{sign} </span>
          <span className="visually-hidden">{sign === "-" ? "Removed: " : "Added: "}</span>
          {text}
        </div>
      ))}
      {more > 0 && <figcaption>{more.toLocaleString("en")} more lines change.</figcaption>}
    </figure>
  );
}
