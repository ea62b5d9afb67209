import { ChevronDown, ChevronRight, FileText, X } from "lucide-react";
import { type MouseEvent, memo } from "react";
import { formatCount } from "../../eas/values/reading";
import { foldGroup } from "../../store/sessionView";
import { closeSourceInPage } from "../input/openedToasts";
import { Icon } from "../kit/icons/Icon";
import { joinClasses } from "../kit/joinClasses";
import { writeConversation, writeConversationFacts, writeVersions } from "./exchangeText";
import type { ConversationRow, GroupRow as GroupRowFacts, SourceRow } from "./listRows";

interface Props {
  readonly row: GroupRowFacts;
  readonly id: string;
  /** Its place among all rows, from 1 on. */
  readonly rowIndex: number;
  readonly top: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly onMenu: (id: string) => void;
  readonly onActive: (key: string) => void;
}

/** The head of a source or of a conversation. A click hides its exchanges, or shows them again. */
export const GroupRow = memo(function GroupRow(props: Props) {
  const { row, id, rowIndex, top, height, isActive, onMenu, onActive } = props;
  const { kind, key, isFolded } = row;
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    onMenu(id);
  };
  const toggle = (): void => {
    onActive(key);
    foldGroup(key, !isFolded);
  };
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={rowIndex}
      aria-level={1}
      aria-expanded={!isFolded}
      className={joinClasses(`session-group is-${kind}`, { "is-active": isActive })}
      style={{ top, height }}
      onClick={toggle}
      onContextMenu={openMenu}
    >
      <span role="presentation" className="session-chevron">
        <Icon of={isFolded ? ChevronRight : ChevronDown} isSmall />
      </span>
      {kind === "source" ? <SourceCells row={row} /> : <ConversationCells row={row} />}
    </div>
  );
});

function SourceCells({ row: { source } }: { readonly row: SourceRow }) {
  const { name, captureCount } = source;
  const close = (event: MouseEvent): void => {
    event.stopPropagation();
    void closeSourceInPage(name);
  };
  return (
    <>
      <Icon of={FileText} isSmall />
      <span role="gridcell" className="session-source" title={name}>
        {name}
      </span>
      <span role="gridcell" className="session-count">
        {formatCount(captureCount, "capture")}
      </span>
      <span role="gridcell" className="session-close">
        <button type="button" tabIndex={-1} aria-label={`Close ${name}`} onClick={close}>
          <Icon of={X} isSmall />
        </button>
      </span>
    </>
  );
}

function ConversationCells({ row: { group, count } }: { readonly row: ConversationRow }) {
  const { facts, exchanges, failedCount } = group;
  const versions = writeVersions(facts);
  const all = formatCount(exchanges.length, "exchange");
  return (
    <>
      <span role="presentation" className="session-conversation" title={writeConversationFacts(facts)}>
        <span role="gridcell" className="session-people">
          {writeConversation(facts)}
        </span>
        <span role="gridcell" className="session-count">
          {count === exchanges.length ? all : `${count} of ${all}`}
          {failedCount > 0 && (
            <>
              {" · "}
              <span className="session-failed">{failedCount} failed</span>
            </>
          )}
        </span>
      </span>
      {versions !== "" && (
        <span role="gridcell" className="session-version" title={`Protocol version ${versions}`}>
          {versions}
        </span>
      )}
    </>
  );
}
