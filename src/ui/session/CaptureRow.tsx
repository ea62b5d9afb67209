import { memo } from "react";
import type { Direction } from "../../eas/direction";
import type { Capture } from "../../formats/format";
import { editingOf, isEdited, type OpenCapture } from "../../store/inspector";
import { type ExchangeFailure, findFailure, useExchange } from "../../store/session";
import { useTitle } from "../context/useTitle";
import { showCaptureInPage } from "../kit/showCapture";

const ARROWS = { request: "→", response: "←" } as const;

interface Props {
  readonly open: OpenCapture;
  readonly index: number;
  readonly count: number;
  readonly top: number;
  readonly isShown: boolean;
}

/** A row of the list: what the capture is called, its HTTP status, problems and size, and if it is edited. */
export const CaptureRow = memo(function CaptureRow({ open, index, count, top, isShown }: Props) {
  const { title, direction } = useTitle(open);
  const { capture } = open;
  const failure = useFailure(open, direction);
  const size = editingOf(open)?.document.bytes.length ?? capture?.payload.length ?? 0;
  return (
    <div
      id={`capture-${index}`}
      role="option"
      tabIndex={-1}
      className={failure === undefined ? "capture" : "capture is-failure"}
      aria-selected={isShown}
      aria-posinset={index + 1}
      aria-setsize={count}
      style={{ top }}
      title={title}
      onClick={() => void showCaptureInPage(index)}
    >
      <span aria-hidden="true" className="capture-arrow">
        {direction === undefined ? "·" : ARROWS[direction]}
      </span>
      <span className="capture-label">{title}</span>
      {isEdited(open) && (
        <span className="capture-edited">
          <span aria-hidden="true">●</span>
          <span className="visually-hidden"> edited</span>
        </span>
      )}
      {failure !== undefined && <Failure failure={failure} />}
      {failure?.value !== capture?.http?.status && capture?.http?.status !== undefined && (
        <span className="capture-status">{capture.http.status}</span>
      )}
      {capture !== undefined && <ProblemCount problems={capture.problems} />}
      <span className="capture-size">{size === 0 ? "∅" : size.toLocaleString("en")}</span>
    </div>
  );
});

function ProblemCount({ problems }: Pick<Capture, "problems">) {
  const count = problems.filter(({ severity }) => severity !== "info").length;
  if (count === 0) return null;
  const worst = problems.some(({ severity }) => severity === "error") ? "error" : "warning";
  return (
    <span className={`capture-problems is-${worst}`}>
      <span aria-hidden="true">▲</span>
      {count}
      <span className="visually-hidden"> problems</span>
    </span>
  );
}

/** What failed in the exchange, if this row is the one that says so: its response, or its only message. */
function useFailure(open: OpenCapture, direction: Direction | undefined): ExchangeFailure | undefined {
  const exchange = useExchange(open);
  const isTeller = direction === "response" || exchange?.response === undefined;
  return exchange === undefined || !isTeller ? undefined : findFailure(exchange);
}

function Failure({ failure: { value, name } }: { readonly failure: ExchangeFailure }) {
  const text = name.startsWith("HTTP ") ? name : `${value} ${name}`;
  return (
    <span className="capture-failure" title={text}>
      <span className="visually-hidden"> failed: </span>
      {text}
    </span>
  );
}
