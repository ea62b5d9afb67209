import { Clock } from "lucide-react";
import { type MouseEvent, memo, type ReactNode } from "react";
import { isEdited } from "../../store/inspector";
import type { ListedExchange } from "../../store/sessionList";
import { Icon } from "../kit/icons/Icon";
import { SeverityIcon } from "../kit/icons/SeverityIcon";
import { joinClasses } from "../kit/joinClasses";
import { type Column, type ColumnId, countBytes } from "./columns";
import { ExchangeName } from "./ExchangeName";
import { FindingCountsOf, SmsSign } from "./ExchangeRow";
import { writeAllFolders, writeDuration, writeItems, writePlace, writeTime } from "./exchangeText";
import { countFindings, type RowExchange } from "./messages";
import type { TimeScale } from "./timeScale";

interface Props extends RowExchange {
  readonly columns: readonly Column[];
  readonly scale: TimeScale | undefined;
  readonly id: string;
  /** Its place among all rows, from 1 on. */
  readonly rowIndex: number;
  readonly top: number;
  readonly height: number;
  readonly isShown: boolean;
  readonly isActive: boolean;
  readonly onChoose: (listed: ListedExchange) => void;
  readonly onEnter: (listed: ListedExchange) => void;
  readonly onMenu: (id: string) => void;
}

/** A row of the table: an exchange with a cell for each column. A double click opens it. */
export const TableRow = memo(function TableRow(props: Props) {
  const { listed, columns, scale, id, top, height, isShown, isActive, onChoose, onEnter, onMenu } = props;
  const { rowIndex, request, response, findCounts } = props;
  const row = { listed, request, response, findCounts };
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    onMenu(id);
  };
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={rowIndex}
      aria-level={2}
      aria-selected={isShown}
      className={joinClasses("exchange is-table", {
        "is-failed": listed.failure !== undefined,
        "is-active": isActive,
      })}
      style={{ top, height }}
      onClick={() => onChoose(listed)}
      onDoubleClick={() => onEnter(listed)}
      onContextMenu={openMenu}
    >
      {columns.map((column) => (
        <span
          key={column.id}
          role="gridcell"
          className={joinClasses("session-cell", { "is-number": column.isNumber })}
        >
          {column.id === "waterfall" ? (
            <Lane listed={listed} scale={scale} />
          ) : (
            <Cell id={column.id} row={row} />
          )}
        </span>
      ))}
    </div>
  );
});

interface CellProps {
  readonly listed: ListedExchange;
}

interface AnyCellProps {
  readonly id: Exclude<ColumnId, "waterfall">;
  readonly row: RowExchange;
}

function Cell({ id, row }: AnyCellProps): ReactNode {
  const { listed, request, response } = row;
  const { startedAt, tookMs, httpStatus, summary } = listed.exchange;
  switch (id) {
    case "number":
      return listed.exchange.name;
    case "time":
      return startedAt === undefined ? "" : writeTime(startedAt);
    case "command":
      return <Command {...row} />;
    case "folder":
      return <Folder listed={listed} />;
    case "http":
      return <span className={(httpStatus ?? 0) >= 300 ? "session-failed" : ""}>{httpStatus}</span>;
    case "status":
      return <Status listed={listed} />;
    case "keys":
      return <Keys listed={listed} />;
    case "items":
      return summary?.items === undefined ? "" : writeItems(summary.items);
    case "up":
    case "down":
      return writeBytes(countBytes(id === "up" ? request : response));
    case "took":
      return tookMs === undefined ? (summary?.isWaiting === true ? "open" : "") : writeDuration(tookMs);
    case "problems":
      return <FindingCountsOf counts={countFindings(row)} />;
  }
}

function Command({ listed, request, response }: RowExchange) {
  return (
    <>
      <span className="exchange-command">
        <ExchangeName exchange={listed.exchange} first={request ?? response} />
      </span>
      {(isEdited(request) || isEdited(response)) && (
        <span className="exchange-edited" title="Edited">
          <span className="visually-hidden"> edited</span>
        </span>
      )}
    </>
  );
}

function Folder({ listed }: CellProps) {
  return (
    <>
      {listed.exchange.summary?.isSms === true && <SmsSign />}
      <span className="session-text" title={writeAllFolders(listed)}>
        {writePlace(listed)}
      </span>
    </>
  );
}

/** What failed, without the number that stands in the column of HTTP, or what the exchange did. */
function Status({ listed: { failure, exchange } }: CellProps) {
  const { summary, httpStatus } = exchange;
  if (failure === undefined)
    return (
      <>
        {summary?.isHeld === true && <Icon of={Clock} isSmall />}
        <span className="session-text" title={summary?.text}>
          {summary?.text}
        </span>
      </>
    );
  const isOfHttp = failure.value === httpStatus;
  const text = isOfHttp ? failure.name || "Failed" : `${failure.value} ${failure.name}`;
  return (
    <>
      <SeverityIcon severity="failure" />
      <span className="visually-hidden">failed: </span>
      <b className="exchange-failure">{text}</b>
    </>
  );
}

/** The key that was sent and the one that was returned, of the first folder, and how many folders follow. */
function Keys({ listed: { exchange, failure } }: CellProps) {
  const [first, ...others] = exchange.syncKeys;
  if (first === undefined) return null;
  const { sent = "", received } = first;
  const isRefused = failure !== undefined && (received === undefined || received === "0");
  return (
    <span className="session-text">
      {sent} <span aria-hidden="true">→</span>
      <span className="visually-hidden">to</span>{" "}
      {isRefused ? <span className="session-failed">refused</span> : received}
      {others.length > 0 && ` +${others.length}`}
    </span>
  );
}

function writeBytes(bytes: number | undefined): string {
  return bytes === undefined || bytes === 0 ? "–" : bytes.toLocaleString("en");
}

/** When the exchange was, among all: quiet stretches are squeezed, and long waits are dashed. */
function Lane({ listed, scale }: CellProps & Pick<Props, "scale">) {
  const { startedAt, tookMs = 0, summary } = listed.exchange;
  if (startedAt === undefined || scale === undefined) return null;
  const [from, to] = [scale(startedAt), summary?.isWaiting === true ? 1 : scale(startedAt + tookMs)];
  const isHeld = summary?.isHeld === true && listed.failure === undefined;
  const style = { left: `${from * 100}%`, width: `${(to - from) * 100}%` };
  return (
    <span className="session-lane" aria-hidden="true">
      <span className={joinClasses("session-span", { "is-held": isHeld })} style={style} />
    </span>
  );
}
