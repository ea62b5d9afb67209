import type { Exchange } from "../../session/conversations";
import { type OpenCapture, useInspector } from "../../store/inspector";
import { type ExchangeFailure, findFailure } from "../../store/session";
import { SeverityIcon } from "../kit/icons/SeverityIcon";
import { showCaptureInPage } from "../kit/showCapture";
import { easFacts } from "./easFactsLater";
import type { ExchangeMessages } from "./exchangeMessages";
import { useEasFacts } from "./useEasFacts";

interface Props {
  readonly open: OpenCapture;
  readonly exchange: Exchange | undefined;
  readonly messages: ExchangeMessages;
}

/** How the exchange went: its HTTP status, and what failed in it. */
export function HttpOutcome({ open, exchange, messages }: Props) {
  const facts = useEasFacts();
  const { http } = messages.response?.open.capture ?? open.capture ?? {};
  const status = exchange?.httpStatus ?? http?.status;
  const failure = exchange && findFailure(exchange);
  const known = status === undefined ? "" : (facts?.nameHttpStatus(status) ?? "");
  const { reason = "" } = http ?? {};
  const text = [status, reason === "" ? known : reason]
    .filter((word) => word !== undefined)
    .join(" ")
    .trim();
  if (failure !== undefined && failure.value === status) return <Failure text={text} />;
  return (
    <>
      {text !== "" && (
        <span className="document-status" title={`HTTP ${text}`}>
          {text}
        </span>
      )}
      {failure !== undefined && (
        <Failure
          text={`${failure.value} ${failure.name}`}
          onShow={() => void showStatus(failure, messages.response?.index)}
        />
      )}
    </>
  );
}

function Failure({ text, onShow }: { readonly text: string; readonly onShow?: () => void }) {
  const inside = (
    <>
      <SeverityIcon severity="failure" />
      <span className="visually-hidden">Failed: </span>
      <span className="document-text">{text}</span>
    </>
  );
  return onShow === undefined ? (
    <span className="document-failure" title={text}>
      {inside}
    </span>
  ) : (
    <button type="button" className="document-failure" title={text} onClick={onShow}>
      {inside}
    </button>
  );
}

/** Shows the response, and selects the Status that failed. */
async function showStatus({ value }: ExchangeFailure, response: number | undefined): Promise<void> {
  if (response === undefined) return;
  const [{ findStatusBytes }] = await Promise.all([easFacts.load(), showIfHidden(response)]);
  const { captures, current, select } = useInspector.getState();
  const open = captures[current];
  const range = open && current === response ? findStatusBytes(open, value) : undefined;
  if (range !== undefined) select(range, "go");
}

async function showIfHidden(index: number): Promise<void> {
  if (useInspector.getState().current !== index) await showCaptureInPage(index);
}
