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

/** A client that sends options again sends all sets of them. */
export const stickyOptions: Rule = {
  id: "session/sticky-options",
  title: "Options that end a class by leaving it out",
  severity: "warning",
  spec: spec("MS-ASMS 3.1.4.1.1.1"),
  why:
    "Options that come replace all that held before. The class whose set is left out is no longer " +
    "wanted, and the server takes its items off the device; a request without any Options would have " +
    "kept both.",
  messages: {
    sms:
      "The request before asked for text messages of folder {id} too, and this one sends options without " +
      "them: the server takes them off the device. Send the set of class SMS along.",
    own:
      "The request before asked for the mail of folder {id} too, and this one sends options for SMS " +
      "alone: the server takes the mail off the device. Send the other set along.",
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
      title: "a class more than before",
      messages: [syncRequest(mailOptions), answer, both, answer],
      finds: [],
    },
    {
      title: "options of another folder",
      messages: [both, answer, syncRequest(mailOptions, "16"), syncResponse("", "16")],
      finds: [],
    },
    {
      title: "a new start",
      messages: [both, answer, syncRequest(mailOptions, "15", "0"), answer],
      finds: [],
    },
    { title: "the mail alone", messages: [both, answer, syncRequest(mailOptions), answer], finds: ["sms"] },
    {
      title: "the mail alone, after a request without Options",
      messages: [both, answer, syncRequest(""), answer, syncRequest(mailOptions), answer],
      finds: ["sms"],
    },
    {
      title: "text messages alone",
      messages: [both, answer, syncRequest(smsOptions), answer],
      finds: ["own"],
    },
    {
      title: "the one class for the other",
      messages: [syncRequest(smsOptions), answer, syncRequest(mailOptions), answer],
      finds: ["sms"],
    },
  ],
};
