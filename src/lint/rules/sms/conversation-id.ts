import type { Rule } from "../../rule";
import { conversationRule } from "./conversationRule";

/** A server sends the conversation that a text message belongs to. */
export const conversationId: Rule = conversationRule({
  id: "sms/conversation-id",
  element: "ConversationId",
  section: "MS-ASMS 2.2.2.1.2",
  why:
    "Without it a client can't put the message to the others of its conversation, and it is the server " +
    "alone that knows.",
});
