import { Clock, Ellipsis, MessageSquare } from "lucide-react";
import { type MouseEvent, memo } from "react";
import { isEdited } from "../../store/inspector";
import type { ListedExchange } from "../../store/sessionList";
import type { FindingCounts } from "../../worker/lintMessages";
import { Icon } from "../kit/icons/Icon";
import { SeverityIcon } from "../kit/icons/SeverityIcon";
import { joinClasses } from "../kit/joinClasses";
import { countBytes } from "./columns";
import { ExchangeName } from "./ExchangeName";
import {
  scaleDuration,
  writeAllFolders,
  writeDuration,
  writeFailure,
  writePlace,
  writeSize,
  writeTime,
} from "./exchangeText";
import { countFindings, type RowExchange } from "./messages";

interface Props extends RowExchange {
  readonly id: string;
  /** Its place among all rows, from 1 on. */
  readonly rowIndex: number;
  readonly top: number;
  readonly height: number;
  readonly isShown: boolean;
  readonly isActive: boolean;
  readonly onChoose: (listed: ListedExchange) => void;
  readonly onMenu: (id: string) => void;
}

/**
 * A row of an exchange. First line: its number, command, folders, findings and time. Second line: what failed
 * in it, or what it did with its sizes, and how long it took.
 */
export const ExchangeRow = memo(function ExchangeRow(props: Props) {
  const { listed, request, response, id, rowIndex, top, height, isShown, isActive, onChoose, onMenu } = props;
  const { exchange, failure } = listed;
  const { startedAt, name } = exchange;
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    onMenu(id);
  };
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={rowIndex}
      aria-level={2}
      aria-selected={isShown}
      className={joinClasses("exchange", { "is-failed": failure !== undefined, "is-active": isActive })}
      style={{ top, height }}
      onClick={() => onChoose(listed)}
      onContextMenu={openMenu}
    >
      <span role="gridcell" className="exchange-number">
        {name}
      </span>
      <span role="presentation" className="exchange-line">
        <Name listed={listed} request={request} response={response} />
        <Findings counts={countFindings(props)} />
        <span
          role="gridcell"
          className="exchange-time"
          title={startedAt === undefined ? undefined : new Date(startedAt).toISOString()}
        >
          {startedAt === undefined ? "" : writeTime(startedAt)}
        </span>
      </span>
      <span role="presentation" className="exchange-line is-second">
        <Told listed={listed} />
        {failure === undefined && exchange.summary?.isHeld !== true && (
          <Sizes request={request} response={response} />
        )}
        <Took listed={listed} />
      </span>
      <span role="gridcell" className="exchange-more">
        <button type="button" tabIndex={-1} aria-label={`Menu of exchange ${name}`} onClick={openMenu}>
          <Icon of={Ellipsis} />
        </button>
      </span>
    </div>
  );
});

function Name({ listed, request, response }: Omit<RowExchange, "findCounts">) {
  const place = writePlace(listed);
  return (
    <span role="gridcell" className="exchange-name">
      <span className="exchange-command">
        <ExchangeName exchange={listed.exchange} first={request ?? response} />
      </span>
      {listed.exchange.summary?.isSms === true && <SmsSign />}
      {place !== "" && (
        <span className="exchange-place" title={writeAllFolders(listed)}>
          {place}
        </span>
      )}
      {(isEdited(request) || isEdited(response)) && (
        <span className="exchange-edited" title="Edited">
          <span className="visually-hidden"> edited</span>
        </span>
      )}
    </span>
  );
}

/** The sign of an exchange that contains text messages, or asks for them. */
export function SmsSign() {
  return (
    <span className="exchange-sms">
      <Icon of={MessageSquare} isSmall />
      <span className="visually-hidden"> SMS</span>
    </span>
  );
}

const WORDS = { error: "error", warning: "warning", info: "note" } as const;

function Findings({ counts }: { readonly counts: FindingCounts }) {
  if (counts.error + counts.warning + counts.info === 0) return null;
  return (
    <span role="gridcell" className="exchange-findings">
      <FindingCountsOf counts={counts} />
    </span>
  );
}

/** The number of findings of each severity that there are any of. */
export function FindingCountsOf({ counts }: { readonly counts: FindingCounts }) {
  const shown = (["error", "warning", "info"] as const).filter((severity) => counts[severity] > 0);
  return (
    <>
      {shown.map((severity) => (
        <span key={severity} className={`exchange-count is-${severity}`}>
          <SeverityIcon severity={severity} />
          {counts[severity]}
          <span className="visually-hidden">
            {" "}
            {WORDS[severity]}
            {counts[severity] > 1 && "s"}
          </span>
        </span>
      ))}
    </>
  );
}

/** What failed, or what the exchange did. */
function Told({ listed: { failure, exchange } }: { readonly listed: ListedExchange }) {
  const { summary } = exchange;
  if (failure !== undefined) {
    const text = writeFailure(failure);
    return (
      <span role="gridcell" className="exchange-told" title={text}>
        <SeverityIcon severity="failure" />
        <span className="visually-hidden">failed: </span>
        <b className="exchange-failure">{text}</b>
      </span>
    );
  }
  return (
    <span role="gridcell" className="exchange-told" title={summary?.text}>
      {summary?.isHeld === true && <Icon of={Clock} isSmall />}
      <span className="exchange-text">{summary?.text}</span>
    </span>
  );
}

/** How large the two messages are, as edited. */
function Sizes({ request, response }: Pick<RowExchange, "request" | "response">) {
  const [up, down] = [request, response].map(countBytes);
  if ((up ?? 0) + (down ?? 0) === 0) return null;
  return (
    <span role="gridcell" className="exchange-sizes">
      {up !== undefined && (
        <>
          <span aria-hidden="true">↑{writeSize(up)}</span>
          <span className="visually-hidden">{up} bytes sent </span>
        </>
      )}
      {down !== undefined && (
        <>
          <span aria-hidden="true">↓{writeSize(down)}</span>
          <span className="visually-hidden">{down} bytes received</span>
        </>
      )}
    </span>
  );
}

/** A bar for how long the exchange took: dashed if the client asked the server to wait. */
function Took({ listed: { exchange, failure } }: { readonly listed: ListedExchange }) {
  const { tookMs, summary } = exchange;
  const isHeld = summary?.isHeld === true && failure === undefined;
  const isKnown = tookMs !== undefined || summary?.isWaiting === true;
  const width = isHeld ? 1 : scaleDuration(tookMs ?? 0);
  return (
    <span
      role="gridcell"
      className="exchange-took"
      title={tookMs === undefined ? undefined : writeDuration(tookMs)}
    >
      {isKnown && (
        <span
          className={joinClasses("exchange-bar", { "is-held": isHeld })}
          style={{ width: `${width * 100}%` }}
        />
      )}
      {tookMs !== undefined && <span className="visually-hidden">{writeDuration(tookMs)}</span>}
    </span>
  );
}
