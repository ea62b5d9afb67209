import { spec } from "../../../eas/elements/element";
import { readConversationId } from "../../../eas/values/conversationId";
import { readConversationIndex } from "../../../eas/values/conversationIndex";
import { conversation, serverAdd, smsData, syncResponse } from "../../exampleMessages";
import { findSmsOfData } from "../../facts/sms/items";
import { checkWhereSms } from "../../facts/sms/mentions";
import { readContent } from "../../facts/sms/valuePlace";
import type { Report, Rule } from "../../rule";
import type { MessageView } from "../../view";

type Reader = typeof readConversationId;

/** Lengths that are always valid, so that most values need not be read. */
const isUsualId = (length: number): boolean => length === 16;
const isUsualIndex = (length: number): boolean => length >= 5 && length % 5 === 0;

function check(
  read: Reader,
  isUsual: (length: number) => boolean,
  node: number,
  view: MessageView,
  report: Report,
): void {
  if (findSmsOfData(view, view.parent(node)) === undefined) return;
  const content = readContent(view, node);
  if (content.bytes !== undefined && isUsual(content.bytes.length)) return;
  const { problems } = read(content);
  const name = view.entry(node)?.name;
  const problem = problems.find(({ code }) => code !== "byte-array-inline");
  const sms = view.entry(node)?.sms;
  const where = sms && { document: "MS-ASMS", section: sms.section };
  // servers write 16 bytes, but no document requires it
  const severity = name === "ConversationId" ? "info" : "warning";
  const isText = problems.some(({ code }) => code === "byte-array-inline");
  if (isText) {
    const isUndecided = view.isFromXml && view.text(node) !== "";
    report(node, isUndecided ? "undecided" : "text", {
      data: { name },
      spec: where,
      ...(isUndecided && { severity: "info" }),
    });
  } else if (problem !== undefined)
    report(node, "bytes", { data: { name, what: problem.message }, spec: where, severity });
}

/** The bytes of the conversation elements conform to MS-ASCON. */
export const conversationBytes: Rule = {
  id: "sms/conversation-bytes",
  title: "Unreadable conversation of a text message",
  severity: "error",
  spec: spec("MS-ASMS 2.2.2.1.3"),
  applies: { commands: ["Sync"] },
  why:
    "Both elements are byte arrays, sent as opaque data in a fixed format. Written as text, they end " +
    "at their first zero byte. With another length, their time stamps can't be read.",
  messages: {
    text: "{name} is written as a string, but a byte array must be sent as opaque data. Send it as OPAQUE.",
    undecided:
      "{name} is written as text in this XML. If it was sent as a string, that is an error, because " +
      "a byte array must be opaque data. Write <?opaque …?> with base64, or CDATA. The bytes of the " +
      "message would show which it was.",
    bytes: "{name} does not have the required format. {what}",
  },
  chooseCheck: checkWhereSms({
    "Email2:ConversationId": (node, view, report) => {
      check(readConversationId, isUsualId, node, view, report);
    },
    "Email2:ConversationIndex": (node, view, report) => {
      check(readConversationIndex, isUsualIndex, node, view, report);
    },
  }),
  examples: [
    { title: "16 bytes, and 5", messages: [syncResponse(serverAdd())], finds: [] },
    {
      title: "an index with one reply, and the index in the older 22-byte form",
      messages: [
        syncResponse(serverAdd(smsData + conversation.replace("yXEmSN4=", "yXEmSN4AAAAAEA=="))),
        syncResponse(
          serverAdd(smsData + conversation.replace("yXEmSN4=", "AclxJkjeTxsinAfTSl6RYMgudaoT9A==")),
        ),
      ],
      finds: [],
    },
    {
      title: "an identifier as text",
      messages: [
        syncResponse(
          serverAdd(
            smsData + conversation.replace("<?opaque TxsinAfTSl6RYMgudaoT9A==?>", "TxsinAfTSl6RYMgudaoT9A=="),
          ),
        ),
      ],
      finds: ["undecided"],
    },
    {
      title: "an identifier as text, in bytes",
      messages: [
        "03 01 6A 00 45 5C 4F 4B 03 31 00 01 52 03 35 00 01 4E 03 31 00 01 56 47 50 03 53 4D 53 00 01 " +
          "4D 03 31 00 01 5D 00 02 79 03 31 00 01 00 16 49 03 61 00 01 4A C3 05 C9 71 26 48 DE 01 01 01 " +
          "01 01 01 01",
      ],
      finds: ["text"],
    },
    {
      title: "an identifier of 5 bytes",
      messages: [
        syncResponse(serverAdd(smsData + conversation.replace("TxsinAfTSl6RYMgudaoT9A==", "yXEmSN4="))),
      ],
      finds: ["bytes"],
    },
    {
      title: "an index of 7 bytes",
      messages: [syncResponse(serverAdd(smsData + conversation.replace("yXEmSN4=", "yXEmSN4AAA==")))],
      finds: ["bytes"],
    },
    {
      title: "no bytes",
      messages: [syncResponse(serverAdd(`${smsData}<email2:ConversationId/><email2:ConversationIndex/>`))],
      finds: ["text", "text"],
    },
  ],
};
