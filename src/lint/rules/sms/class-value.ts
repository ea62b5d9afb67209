import { spec } from "../../../eas/elements/element";
import { clientAdd, smsData, smsOptions, syncRequest } from "../../exampleMessages";
import { findEstimateSpec } from "../../facts/sms/estimate";
import { isSmsClass } from "../../facts/sms/smsClass";
import { replacementFix } from "../../fix";
import type { Rule } from "../../rule";
import type { MessageView } from "../../view";

const NEARLY = /^(?:sms|text|mms)(?:[ _-]?messages?)?$/i;

function check(node: number, view: MessageView, report: Parameters<NonNullable<Rule["message"]>>[1]): void {
  const text = view.text(node);
  if (text === undefined || text === "SMS" || !(isSmsClass(text) || NEARLY.test(text.trim()))) return;
  report(node, "spelling", {
    data: { value: text },
    spec: findEstimateSpec(view, "MS-ASMS 2.2.2.2.1.1"),
    fixes: [replacementFix("Write SMS", view, node, "SMS", isSmsClass(text))],
  });
}

/** The value of Class for text messages is SMS, in capital letters. */
export const classValue: Rule = {
  id: "sms/class-value",
  title: "Misspelt class of text messages",
  severity: "error",
  spec: spec("MS-ASMS 2.2.2.2.1.2"),
  restates: ["schema/not-listed"],
  applies: { commands: ["Sync", "GetItemEstimate"] },
  why:
    "Servers compare the class name exactly. Any other spelling is an unknown class, which leads to " +
    "status 4 or to no text messages.",
  messages: { spelling: "The class of text messages is SMS, but this is “{value}”. Write SMS." },
  elements: { "AirSync:Class": check },
  examples: [
    { title: "SMS", messages: [syncRequest(smsOptions)], finds: [] },
    {
      title: "other classes",
      messages: [
        syncRequest("<Options><Class>Email</Class></Options>"),
        syncRequest("<Options><Class>Notes</Class></Options>"),
      ],
      finds: [],
    },
    {
      title: "lower case",
      messages: [syncRequest("<Options><Class>sms</Class></Options>")],
      finds: ["spelling"],
      fixed: syncRequest("<Options><Class>SMS</Class></Options>"),
    },
    {
      title: "a trailing space",
      messages: [syncRequest(clientAdd(smsData, "<Class>SMS&#x20;</Class>"))],
      finds: ["spelling"],
      fixed: syncRequest(clientAdd()),
    },
    {
      title: "a longer name",
      messages: [syncRequest(clientAdd(smsData, "<Class>SmsMessage</Class>"))],
      finds: ["spelling"],
    },
  ],
};
