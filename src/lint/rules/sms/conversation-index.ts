import type { Rule } from "../../rule";
import { conversationRule } from "./conversationRule";

/** A server sends the place of a text message in its conversation. */
export const conversationIndex: Rule = conversationRule({
  id: "sms/conversation-index",
  element: "ConversationIndex",
  section: "MS-ASMS 2.2.2.1.3",
  why:
    "Its time stamps are what a client draws the conversation as a tree from; without them the message " +
    "has no place in it.",
});
