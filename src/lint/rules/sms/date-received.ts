import { spec } from "../../../eas/elements/element";
import { formatDateTime, parseDate } from "../../../eas/values/dateTime";
import {
  clientAdd,
  conversation,
  serverAdd,
  smsData,
  syncRequest,
  syncResponse,
} from "../../exampleMessages";
import { fitsType } from "../../facts/schema/values";
import { findSmsOfData } from "../../facts/sms/items";
import { checkWhereSms } from "../../facts/sms/mentions";
import { replacementFix } from "../../fix";
import type { Rule } from "../../rule";

const date = (value: string): string => smsData.replace("2026-01-31T08:00:00.000Z", value);

/** DateReceived is a UTC time in dateTime format. */
export const dateReceived: Rule = {
  id: "sms/date-received",
  title: "Text message time is not a UTC dateTime",
  severity: "error",
  spec: spec("MS-ASMS 2.2.2.1.4"),
  restates: ["schema/wrong-type"],
  applies: { commands: ["Sync"] },
  why:
    "The peer reads the time as UTC or not at all. The message then appears at the wrong point of " +
    "its conversation, or falls outside the time window and reaches no device.",
  messages: {
    zone: "“{value}” is not marked as UTC. Write the time like 2026-01-31T08:00:00.000Z, with the Z.",
    form: "“{value}” is not in dateTime format. Write it like 2026-01-31T08:00:00.000Z.",
    none: "“{value}” is not a valid date and time. Write it like 2026-01-31T08:00:00.000Z.",
  },
  chooseCheck: checkWhereSms({
    "Email:DateReceived": (node, view, report) => {
      const text = view.text(node);
      if (text === undefined || findSmsOfData(view, view.parent(node)) === undefined) return;
      if (/^(?:19|20)/.test(text) && fitsType(text, "dateTime")) return; // true of nearly all
      const { form, time, problems } = parseDate(text);
      const isLocal = problems.some(({ code }) => code === "date-not-utc");
      if (form === "dateTime" && problems.length === 0) return;
      const hasZone = /(?:Z|[+-]\d\d:\d\d)\s*$/.test(text);
      const fixes =
        time === undefined || form === "date" || !hasZone
          ? []
          : [replacementFix("Write it as a UTC dateTime", view, node, formatDateTime(time), true)];
      report(node, time === undefined ? "none" : isLocal ? "zone" : "form", {
        data: { value: text.slice(0, 40) },
        fixes,
      });
    },
  }),
  examples: [
    { title: "with milliseconds", messages: [syncRequest(clientAdd())], finds: [] },
    {
      title: "without milliseconds",
      messages: [syncResponse(serverAdd(date("2026-01-31T08:00:00Z") + conversation))],
      finds: [],
    },
    {
      title: "an hour ahead of UTC",
      messages: [syncRequest(clientAdd(date("2026-01-31T09:00:00+01:00")))],
      finds: ["zone"],
      fixed: syncRequest(clientAdd()),
    },
    {
      title: "an unknown time zone",
      messages: [syncRequest(clientAdd(date("2026-01-31T09:00:00")))],
      finds: ["zone"],
    },
    {
      title: "the compact form",
      messages: [syncRequest(clientAdd(date("20260131T080000Z")))],
      finds: ["form"],
      fixed: syncRequest(clientAdd()),
    },
    { title: "only a date", messages: [syncRequest(clientAdd(date("2026-01-31")))], finds: ["form"] },
    {
      title: "30 February",
      messages: [syncRequest(clientAdd(date("2026-02-30T08:00:00Z")))],
      finds: ["none"],
    },
    { title: "nothing", messages: [syncRequest(clientAdd(date("")))], finds: ["none"] },
  ],
};
