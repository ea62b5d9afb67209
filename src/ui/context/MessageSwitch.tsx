import { type Direction, directions } from "../../eas/direction";
import type { OpenCapture } from "../../store/inspector";
import { showCaptureInPage } from "../kit/showCapture";
import { directionTitles } from "./contextWords";
import { countBytes, type ExchangeMessages, type OpenMessage } from "./exchangeMessages";

interface Props {
  readonly open: OpenCapture;
  readonly messages: ExchangeMessages;
  /** The direction of the message that is shown. */
  readonly direction: Direction | undefined;
}

/** Two buttons, for the request and the response of the exchange. The one that is shown is pressed. */
export function MessageSwitch({ open, messages, direction }: Props) {
  const other = Object.values(messages).find((message) => message.open !== open);
  return (
    <div className="segments" role="group" aria-label="Message">
      {directions.map((one) => (
        <MessageButton
          key={one}
          direction={one}
          isShown={one === direction}
          size={one === direction ? countBytes(open) : other && countBytes(other.open)}
          other={direction === undefined || one === direction ? undefined : other}
        />
      ))}
    </div>
  );
}

interface ButtonProps {
  readonly direction: Direction;
  readonly isShown: boolean;
  readonly size: number | undefined;
  /** What it shows, if that is not shown already. */
  readonly other: OpenMessage | undefined;
}

function MessageButton({ direction, isShown, size, other }: ButtonProps) {
  const isThere = isShown || other !== undefined;
  const bytes = size?.toLocaleString("en");
  return (
    <button
      type="button"
      className="segment"
      aria-pressed={isShown}
      aria-disabled={!isThere}
      title={isThere ? `${bytes} bytes` : `The ${direction} is not open`}
      onClick={() => other && void showCaptureInPage(other.index)}
    >
      {directionTitles[direction]}
      {isThere && (
        <span className="segment-size" aria-hidden="true">
          {bytes}
        </span>
      )}
    </button>
  );
}
