import { spec } from "../../../eas/elements/element";
import { clientAdd, conversation, syncRequest, syncResponse } from "../../exampleMessages";
import { listItems, readSmsConversation } from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";
import type { MessageView } from "../../view";

const BOTH = ["Email2:ConversationId", "Email2:ConversationIndex"];
const answer = (inside: string, commands = ""): string =>
  syncResponse(
    `${commands}<Responses><Add><ClientId>c1</ClientId><ServerId>15:9</ServerId>` +
      `<Status>1</Status>${inside}</Add></Responses>`,
  );

/** Finds which of the two elements is in none of these ApplicationData. */
function findMissing(view: MessageView, datas: readonly number[]): readonly string[] {
  return BOTH.filter((key) => datas.every((data) => data < 0 || view.child(data, key) < 0));
}

/** A server returns the conversation of a text message that a client added. */
export const addConversation: Rule = {
  id: "session/add-conversation",
  title: "Added text message without its conversation",
  severity: "warning",
  spec: spec("MS-ASMS 3.1.4.1.2"),
  why:
    "The client can't choose the conversation itself. Until the server returns it, the client shows " +
    "its own message outside its conversation.",
  messages: {
    missing:
      "The text message with ServerId {id} was accepted, but the response has no {what} for it, " +
      "neither in the answer nor under Commands. Return it in either place.",
  },
  session: (views, report) => {
    const { lives } = readSmsConversation(views);
    for (const { view, node, id, from } of lives) {
      if (from !== "client" || (view.childText(node, "AirSync:Status") ?? "1") !== "1") continue;
      const collection = view.parent(view.parent(node));
      const sent = listItems(view, collection, "Commands").filter(
        (item) => view.childText(item.node, "AirSync:ServerId") === id,
      );
      const names = findMissing(view, [
        view.child(node, "AirSync:ApplicationData"),
        ...sent.map(({ data }) => data),
      ]);
      if (names.length > 0)
        report(view, node, "missing", {
          data: { id, what: names.map((key) => key.replace("Email2:", "")).join(" and no ") },
        });
    }
  },
  examples: [
    {
      title: "both in the answer",
      messages: [syncRequest(clientAdd()), answer(`<ApplicationData>${conversation}</ApplicationData>`)],
      finds: [],
    },
    {
      title: "both under Commands",
      messages: [
        syncRequest(clientAdd()),
        answer(
          "",
          "<Commands><Change><Class>SMS</Class><ServerId>15:9</ServerId>" +
            `<ApplicationData>${conversation}</ApplicationData></Change></Commands>`,
        ),
      ],
      finds: [],
    },
    {
      title: "refused",
      messages: [
        syncRequest(clientAdd()),
        syncResponse("<Responses><Add><ClientId>c1</ClientId><Status>6</Status></Add></Responses>"),
      ],
      finds: [],
    },
    {
      title: "an added contact",
      messages: [syncRequest(clientAdd('<c:FirstName xmlns:c="Contacts">Ada</c:FirstName>', "")), answer("")],
      finds: [],
    },
    { title: "neither", messages: [syncRequest(clientAdd()), answer("")], finds: ["missing"] },
    {
      title: "only the identifier",
      messages: [
        syncRequest(clientAdd()),
        answer(
          "<ApplicationData><email2:ConversationId><?opaque " +
            "TxsinAfTSl6RYMgudaoT9A==?></email2:ConversationId></ApplicationData>",
        ),
      ],
      finds: ["missing"],
    },
  ],
};
