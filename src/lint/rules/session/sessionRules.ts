import type { Rule } from "../../rule";
import { addAcknowledged } from "./add-acknowledged";
import { addConversation } from "./add-conversation";
import { estimateAsksSame } from "./estimate-asks-same";
import { estimateStatus4 } from "./estimate-status-4";
import { outboxItemsDeleted } from "./outbox-items-deleted";
import { outboxSynchronised } from "./outbox-synchronised";
import { reportInInbox } from "./report-in-inbox";
import { settingsStatus5 } from "./settings-status-5";
import { smsUnasked } from "./sms-unasked";
import { softDeleteDue } from "./soft-delete-due";
import { stickyOptions } from "./sticky-options";
import { syncStatus4 } from "./sync-status-4";

/** Rules that need more than one message: a request with its response, or earlier messages. */
export const sessionRules: readonly Rule[] = [
  smsUnasked,
  addAcknowledged,
  addConversation,
  syncStatus4,
  estimateStatus4,
  settingsStatus5,
  stickyOptions,
  softDeleteDue,
  estimateAsksSame,
  outboxSynchronised,
  outboxItemsDeleted,
  reportInInbox,
];
