import { Link2 } from "lucide-react";
import type { ReactNode } from "react";
import type { FactSource } from "../../session/messageContext";
import { Icon } from "../kit/icons/Icon";

const SOURCES: Readonly<Record<FactSource, string>> = {
  chosen: "set by you",
  HTTP: "from HTTP",
  elements: "from the payload",
  conversation: "from another message",
  unknown: "not known",
};

interface Props {
  readonly from: FactSource;
  /** What it applies to besides the exchange, if the user set it: "for this message". */
  readonly scope?: string;
  /** Where it is known from, said more exactly. */
  readonly children?: ReactNode;
}

/** Where a fact is known from, in one line. */
export function FactLine({ from, scope, children }: Props) {
  const text = from === "chosen" && scope !== undefined ? `${SOURCES.chosen}, ${scope}` : SOURCES[from];
  return (
    <p className="fact-line">
      {from === "chosen" ? (
        <span className="chosen-dot" />
      ) : (
        from !== "unknown" && <Icon of={Link2} isSmall />
      )}
      <span>{children ?? text}</span>
    </p>
  );
}
