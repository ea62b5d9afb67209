import type { Rule } from "../../rule";
import { conversationRule } from "./conversationRule";

/** A server sends the identifier of a text message's conversation. */
export const conversationId: Rule = conversationRule({
  id: "sms/conversation-id",
  element: "ConversationId",
  section: "MS-ASMS 2.2.2.1.2",
  why:
    "The client needs it to group the message with the others of its conversation, and only the " +
    "server knows it.",
});
