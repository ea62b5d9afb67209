import {
  type LucideIcon,
  PanelBottom,
  PanelBottomDashed,
  PanelLeft,
  PanelLeftDashed,
  PanelRight,
  PanelRightDashed,
} from "lucide-react";
import { Icon } from "../kit/icons/Icon";

/** A part of the page that can be hidden. */
export interface PaneToggle {
  readonly part: "session" | "bytes" | "right";
  readonly isShown: boolean;
  readonly onToggle: () => void;
}

interface Look {
  readonly title: string;
  readonly shown: LucideIcon;
  readonly hidden: LucideIcon;
}

const LOOKS: Readonly<Record<PaneToggle["part"], Look>> = {
  session: { title: "Show or hide the session", shown: PanelLeft, hidden: PanelLeftDashed },
  bytes: { title: "Show or hide the bytes", shown: PanelBottom, hidden: PanelBottomDashed },
  right: { title: "Show or hide the right column", shown: PanelRight, hidden: PanelRightDashed },
};

/** A button for each part of the page that can be hidden; pressed while it is shown. */
export function PaneToggles({ toggles }: { readonly toggles: readonly PaneToggle[] }) {
  if (toggles.length === 0) return null;
  return (
    <div className="pane-toggles" role="group" aria-label="Panes">
      {toggles.map(({ part, isShown, onToggle }) => {
        const { title, shown, hidden } = LOOKS[part];
        return (
          <button
            key={part}
            type="button"
            className="pane-toggle"
            aria-label={title}
            title={title}
            aria-pressed={isShown}
            onClick={onToggle}
          >
            <Icon of={isShown ? shown : hidden} />
          </button>
        );
      })}
    </div>
  );
}
