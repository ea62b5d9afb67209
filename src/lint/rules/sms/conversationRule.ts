import { spec } from "../../../eas/elements/element";
import {
  change,
  clientAdd,
  conversation,
  serverAdd,
  smsData,
  syncRequest,
  syncResponse,
} from "../../exampleMessages";
import { findSmsOfData, isWhole } from "../../facts/sms/items";
import { checkWhereSms } from "../../facts/sms/mentions";
import type { Rule } from "../../rule";

const without = (name: string): string =>
  conversation.replace(new RegExp(`<email2:${name}>.*</email2:${name}>`), "");

/** What differs between the two rules about the conversation of a text message. */
interface ConversationElement {
  readonly id: string;
  readonly element: "ConversationId" | "ConversationIndex";
  /** "MS-ASMS 2.2.2.1.2". */
  readonly section: string;
  readonly why: string;
}

/** A rule that a complete text message from a server has one of its two conversation elements. */
export function conversationRule({ id, element, section, why }: ConversationElement): Rule {
  const bare = smsData + without(element);
  return {
    id,
    title: `Text message from the server without ${element}`,
    severity: "error",
    spec: spec(section),
    applies: { commands: ["Sync"], direction: "response" },
    why,
    messages: {
      missing:
        `The server's {operation} of a text message has no Email2:${element}, which every text ` +
        "message from a server must have. Add it.",
    },
    chooseCheck: checkWhereSms({
      "AirSync:ApplicationData": (data, view, report) => {
        const item = findSmsOfData(view, data);
        if (view.direction !== "response" || item === undefined || !isWhole(view, item)) return;
        if (view.child(data, `Email2:${element}`) < 0)
          report(item.node, "missing", { data: { operation: item.operation } });
      },
    }),
    examples: [
      { title: "an Add with the element", messages: [syncResponse(serverAdd())], finds: [] },
      {
        title: "both elements in reverse order, before the rest",
        messages: [
          syncResponse(serverAdd(without("ConversationId") + without("ConversationIndex") + smsData)),
        ],
        finds: [],
      },
      {
        title: "a Change of Read only",
        messages: [syncResponse(change("<email:Read>1</email:Read>", "<Class>SMS</Class>"))],
        finds: [],
      },
      { title: "the client's Add, which must not have it", messages: [syncRequest(clientAdd())], finds: [] },
      {
        title: "an e-mail, to which this does not apply",
        messages: [syncResponse(serverAdd("<email:Subject>x</email:Subject>", ""))],
        finds: [],
      },
      { title: "an Add without the element", messages: [syncResponse(serverAdd(bare))], finds: ["missing"] },
      {
        title: "a Change with the whole message but without the element",
        messages: [syncResponse(change(smsData, "<Class>SMS</Class>"))],
        finds: ["missing"],
      },
    ],
  };
}
