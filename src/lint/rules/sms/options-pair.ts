import { spec } from "../../../eas/elements/element";
import { estimateRequest, mailOptions, smsOptions, syncRequest } from "../../exampleMessages";
import { listCollections, type OptionSet } from "../../facts/sms/collections";
import { findEstimateSpec } from "../../facts/sms/estimate";
import type { Rule } from "../../rule";

type Conflict = "sms-twice" | "own-twice" | "other-class";

function isOwn({ className }: OptionSet): boolean {
  return className === undefined || className === "" || className === "Email";
}

/** Finds the reason why these two sets of options are not allowed in one collection. */
function findConflict(first: OptionSet, second: OptionSet): Conflict | undefined {
  if (first.isSms && second.isSms) return "sms-twice";
  if (!first.isSms && !second.isSms) return "own-twice";
  return isOwn(first.isSms ? second : first) ? undefined : "other-class";
}

/** Of two Options, one is for SMS and the other for the folder's mail. */
export const optionsPair: Rule = {
  id: "sms/options-pair",
  title: "Invalid pair of Options",
  severity: "error",
  spec: spec("MS-ASMS 3.1.4.1.1"),
  applies: { commands: ["Sync", "GetItemEstimate"], direction: "request" },
  why:
    "SMS together with the folder's mail is the only valid pair of classes. The server responds with " +
    "status 4 to any other pair, and to the same class twice.",
  messages: {
    "sms-twice":
      "Both Options are for SMS. Remove one, or remove its Class so that it applies to the folder's mail.",
    "own-twice":
      "Neither of the two Options is for SMS, but the folder's own class may have only one. Add " +
      "Class SMS to the one for text messages, or remove one.",
    "other-class":
      "Class {class} can't be requested together with SMS, because only mail folders contain text " +
      "messages. Remove Class, or set it to Email.",
  },
  message: (view, report) => {
    for (const { options } of listCollections(view)) {
      const [first, second] = options;
      const found = first && second && options.length === 2 ? findConflict(first, second) : undefined;
      if (first === undefined || second === undefined || found === undefined) continue;
      const other = first.isSms ? second : first;
      report(found === "other-class" ? other.classNode : second.node, found, {
        data: { class: other.className },
        spec: findEstimateSpec(view, "MS-ASMS 3.1.4.2"),
      });
    }
  },
  examples: [
    { title: "SMS and no class", messages: [syncRequest(smsOptions + mailOptions)], finds: [] },
    {
      title: "Email and SMS",
      messages: [syncRequest(`<Options><Class>Email</Class></Options>${smsOptions}`)],
      finds: [],
    },
    { title: "only SMS", messages: [syncRequest(smsOptions)], finds: [] },
    {
      title: "only a calendar's options",
      messages: [syncRequest("<Options><Class>Calendar</Class><FilterType>4</FilterType></Options>")],
      finds: [],
    },
    { title: "SMS twice", messages: [syncRequest(smsOptions + smsOptions)], finds: ["sms-twice"] },
    {
      title: "no SMS",
      messages: [syncRequest(`${mailOptions}<Options><Class>Email</Class></Options>`)],
      finds: ["own-twice"],
    },
    {
      title: "two Options without a class, in GetItemEstimate",
      messages: [
        estimateRequest(
          "<airsync:Options><airsync:FilterType>2</airsync:FilterType></airsync:Options>" +
            "<airsync:Options><airsync:FilterType>3</airsync:FilterType></airsync:Options>",
        ),
      ],
      finds: ["own-twice"],
    },
    {
      title: "a calendar together with SMS",
      messages: [syncRequest(`<Options><Class>Calendar</Class></Options>${smsOptions}`)],
      finds: ["other-class"],
    },
  ],
};
