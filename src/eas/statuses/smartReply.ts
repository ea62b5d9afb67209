import { accountRows, originalRows, replyNotAllowed, SMART_SECTION } from "./sendingRows";
import { type StatusEntry, statusTable } from "./status";

/** Status in a SmartReply response, which has a body only where the command failed. */
export const smartReply: readonly StatusEntry[] = statusTable(SMART_SECTION, [
  replyNotAllowed("The server does not allow replies to this message."),
  ...originalRows("reply to"),
  ...accountRows,
]);
