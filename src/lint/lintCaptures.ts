import { groupBy } from "../bytes/groupBy";
import { isProtocolVersion } from "../eas/versions";
import type { Capture } from "../formats/format";
import { type CapturedMessage, listServers, openMessages } from "../session/conversations";
import { makeFindingList } from "./findingList";
import { checkMessage, checkSession, combineFindings } from "./lint";
import { knowProduct, type LintContext, type Message } from "./message";
import type { Diagnostic } from "./rule";
import { type MessageView, viewDocument, viewMessage } from "./view";

/**
 * Lints captures, in the order in which they were sent, and returns all findings, ordered by capture and
 * position; `messageIndex` is the index of the capture. Each conversation is judged on its own, and neither
 * their number nor their length is limited. A capture that is not a payload can only have findings about its
 * HTTP status.
 */
export function lintCaptures(captures: readonly Capture[], context: Partial<LintContext> = {}): Diagnostic[] {
  const messages = openMessages(captures);
  const servers = findServers(messages);
  const views = messages.map((message) => viewCapture(message, knowProduct(context, servers.get(message))));
  const found = makeFindingList();
  for (const [index, view] of views.entries()) if (messages[index]?.isPayload) checkMessage(view, found);
  checkSession(views, found);
  return combineFindings(found.list(), views);
}

/** What the server of each message says it is, in its conversation. */
function findServers(messages: readonly CapturedMessage[]): ReadonlyMap<CapturedMessage, string> {
  const servers = new Map<CapturedMessage, string>();
  for (const members of groupBy(messages, ({ conversation }) => conversation).values()) {
    const known = listServers(members);
    for (const message of members) {
      const server = known.get(message.exchange);
      if (server !== undefined) servers.set(message, server);
    }
  }
  return servers;
}

function viewCapture(captured: CapturedMessage, context: Partial<LintContext>): MessageView {
  const { content, document, index, facts: sent, command, direction, version } = captured;
  const status = sent.httpStatus;
  const facts: Message = {
    conversation: captured.conversation,
    exchange: captured.exchange,
    ...(command !== undefined && { command }),
    ...(direction !== undefined && { direction }),
    ...(version !== undefined && isProtocolVersion(version) && { version }),
    ...(status !== undefined && { httpStatus: status }),
  };
  return content.kind === "payload" && content.xml !== undefined
    ? viewMessage({ ...facts, xml: content.xml }, index, context)
    : viewDocument(document, { ...facts, isPayload: captured.isPayload }, index, context, []);
}
