import type { OpenCapture } from "../../store/inspector";
import { sumCounts } from "../../store/sessionChips";
import type { ListedExchange } from "../../store/sessionList";
import type { FindingCounts } from "../../worker/lintMessages";

/** An exchange with its messages as they are now: edited, if they were. */
export interface RowExchange {
  readonly listed: ListedExchange;
  readonly request: OpenCapture | undefined;
  readonly response: OpenCapture | undefined;
  readonly findCounts: (open: OpenCapture) => FindingCounts | undefined;
}

/** The findings of an exchange, as far as they were counted, together with the problems of its input. */
export function countFindings({ listed, request, response, findCounts }: RowExchange): FindingCounts {
  const captures = [request, response].filter((open) => open !== undefined);
  return sumCounts({ ...listed, request: 0, response: 1 }, { captures, findCounts });
}
