import { FROM_14_0, FROM_16_0 } from "../versions";
import { accountRows, COMMON_SECTION, originalRows, replyNotAllowed, SMART_SECTION } from "./sendingRows";
import { type StatusEntry, statusTable } from "./status";

/** Status in a SmartForward response, which has a body only where the command failed. */
export const smartForward: readonly StatusEntry[] = statusTable(SMART_SECTION, [
  replyNotAllowed("The message is one that does not allow replies, and the server does not process it."),
  {
    value: 146,
    name: "NoRecurrenceInCalendar",
    scope: "item",
    meaning: "The request forwards one occurrence of a meeting that does not recur.",
    cause: "Source has an InstanceId, and the meeting has no Recurrence.",
    resolution: "Leave InstanceId out.",
    versions: FROM_14_0,
    spec: COMMON_SECTION,
  },
  ...originalRows("forward"),
  ...accountRows,
  {
    value: 178,
    name: "InvalidMimeBodyCombination",
    blamesRequest: true,
    scope: "global",
    meaning: "The request combines the two ways of forwarding, which exclude each other.",
    cause:
      "Forwardees or airsyncbase:Body is combined with Mime, SaveInSentItems, ReplaceMime or rm:TemplateID.",
    resolution: "Forward either with a Mime of your own, or with Forwardees and Body.",
    versions: FROM_16_0,
    spec: COMMON_SECTION,
  },
  {
    value: 179,
    name: "InvalidSmartForwardParameters",
    blamesRequest: true,
    scope: "global",
    meaning: "Forwardees or airsyncbase:Body cannot be read, so the server cannot forward the meeting.",
    cause: "Forwardees or airsyncbase:Body is malformed, for example a Forwardee without Email.",
    resolution: "Check both elements.",
    versions: FROM_16_0,
    spec: COMMON_SECTION,
  },
]);
