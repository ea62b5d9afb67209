import { spec } from "../../../eas/elements/element";
import { estimateRequest, mailOptions, smsOptions, syncRequest } from "../../exampleMessages";
import { listCollections, type OptionSet } from "../../facts/sms/collections";
import { findEstimateSpec } from "../../facts/sms/estimate";
import type { Rule } from "../../rule";

type Conflict = "sms-twice" | "own-twice" | "other-class";

function isOwn({ className }: OptionSet): boolean {
  return className === undefined || className === "" || className === "Email";
}

/** Finds the reason why one collection may not have these two sets of options. */
function findConflict(first: OptionSet, second: OptionSet): Conflict | undefined {
  if (first.isSms && second.isSms) return "sms-twice";
  if (!first.isSms && !second.isSms) return "own-twice";
  return isOwn(first.isSms ? second : first) ? undefined : "other-class";
}

/** Of two Options one is for SMS and one for the mail of the folder. */
export const optionsPair: Rule = {
  id: "sms/options-pair",
  title: "Two Options that do not go together",
  severity: "error",
  spec: spec("MS-ASMS 3.1.4.1.1"),
  applies: { commands: ["Sync", "GetItemEstimate"], direction: "request" },
  why:
    "SMS beside the mail of a folder is the only pair of classes there is; the server answers any other, " +
    "and the same class twice, with status 4.",
  messages: {
    "sms-twice":
      "Both Options are for SMS. Leave one out, or take Class out of it to make it the one for the " +
      "mail of the folder.",
    "own-twice":
      "Neither of the two Options is for SMS, and the folder's own class may have one alone. Write " +
      "Class SMS into the one for text messages, or leave one out.",
    "other-class":
      "Class {class} can't be asked for beside SMS: text messages lie in folders of mail. Leave Class " +
      "out or make it Email.",
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
    { title: "SMS alone", messages: [syncRequest(smsOptions)], finds: [] },
    {
      title: "a calendar's options alone",
      messages: [syncRequest("<Options><Class>Calendar</Class><FilterType>4</FilterType></Options>")],
      finds: [],
    },
    { title: "SMS twice", messages: [syncRequest(smsOptions + smsOptions)], finds: ["sms-twice"] },
    {
      title: "no SMS at all",
      messages: [syncRequest(`${mailOptions}<Options><Class>Email</Class></Options>`)],
      finds: ["own-twice"],
    },
    {
      title: "no class twice, in GetItemEstimate",
      messages: [
        estimateRequest(
          "<airsync:Options><airsync:FilterType>2</airsync:FilterType></airsync:Options>" +
            "<airsync:Options><airsync:FilterType>3</airsync:FilterType></airsync:Options>",
        ),
      ],
      finds: ["own-twice"],
    },
    {
      title: "a calendar beside SMS",
      messages: [syncRequest(`<Options><Class>Calendar</Class></Options>${smsOptions}`)],
      finds: ["other-class"],
    },
  ],
};
