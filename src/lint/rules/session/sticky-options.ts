import { spec } from "../../../eas/elements/element";
import { mailOptions, smsOptions, syncRequest, syncResponse } from "../../exampleMessages";
import { listCollections } from "../../facts/sms/collections";
import { hasSmsSet, readSmsConversation, type SetInForce } from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";

const both = syncRequest(smsOptions + mailOptions);
const answer = syncResponse("");

function hasOwn(sets: readonly SetInForce[]): boolean {
  return sets.some(({ isSms }) => !isSms);
}

/** A client that sends new options repeats all sets of options. */
export const stickyOptions: Rule = {
  id: "session/sticky-options",
  title: "Options drop a class",
  severity: "warning",
  spec: spec("MS-ASMS 3.1.4.1.1.1"),
  why:
    "New options replace all previous options. If one set is missing, its class is no longer " +
    "requested and the server removes its items from the device. A request without any Options would " +
    "keep both classes.",
  messages: {
    sms:
      "The previous request also asked for text messages of folder {id}, but the options of this one " +
      "do not, so the server removes them from the device. Add the Options of class SMS again.",
    own:
      "The previous request also asked for the mail of folder {id}, but this one has options only " +
      "for SMS, so the server removes the mail from the device. Add the Options for mail again.",
  },
  session: (views, report) => {
    for (const { request, node, id, syncKey, before, sets, isOwn } of readSmsConversation(views).turns) {
      if (!isOwn || before === undefined || sets === undefined || before.length === 0 || syncKey === "0")
        continue;
      const first =
        listCollections(request).find((collection) => collection.node === node)?.options[0]?.node ?? node;
      if (hasSmsSet(before) === true && hasSmsSet(sets) === false)
        report(request, first, "sms", { data: { id } });
      if (hasOwn(before) && !hasOwn(sets)) report(request, first, "own", { data: { id } });
    }
  },
  examples: [
    {
      title: "both sets again, with another window",
      messages: [
        both,
        answer,
        syncRequest(`<Options><FilterType>3</FilterType></Options>${smsOptions}`),
        answer,
      ],
      finds: [],
    },
    { title: "no Options, which keeps both", messages: [both, answer, syncRequest(""), answer], finds: [] },
    {
      title: "options for the first time",
      messages: [syncRequest("", "15", "0"), answer, syncRequest(smsOptions), answer],
      finds: [],
    },
    {
      title: "one more class than before",
      messages: [syncRequest(mailOptions), answer, both, answer],
      finds: [],
    },
    {
      title: "options of another folder",
      messages: [both, answer, syncRequest(mailOptions, "16"), syncResponse("", "16")],
      finds: [],
    },
    {
      title: "a restart with SyncKey 0",
      messages: [both, answer, syncRequest(mailOptions, "15", "0"), answer],
      finds: [],
    },
    { title: "only the mail", messages: [both, answer, syncRequest(mailOptions), answer], finds: ["sms"] },
    {
      title: "only the mail, after a request without Options",
      messages: [both, answer, syncRequest(""), answer, syncRequest(mailOptions), answer],
      finds: ["sms"],
    },
    {
      title: "only text messages",
      messages: [both, answer, syncRequest(smsOptions), answer],
      finds: ["own"],
    },
    {
      title: "one class replaced by the other",
      messages: [syncRequest(smsOptions), answer, syncRequest(mailOptions), answer],
      finds: ["sms"],
    },
  ],
};
