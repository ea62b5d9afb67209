import type { Rule } from "../../rule";
import { conversationRule } from "./conversationRule";

/** A server sends the position of a text message in its conversation. */
export const conversationIndex: Rule = conversationRule({
  id: "sms/conversation-index",
  element: "ConversationIndex",
  section: "MS-ASMS 2.2.2.1.3",
  why:
    "A client builds the conversation tree from its time stamps. Without them the message has no " +
    "position in the conversation.",
});
