import { spec } from "../../../eas/elements/element";
import { estimateRequest, estimateResponse, folderResponse } from "../../exampleMessages";
import { type Collection, listCollections } from "../../facts/sms/collections";
import { readSmsConversation } from "../../facts/sms/smsConversation";
import { findStatusViolations } from "../../facts/sms/violations";
import type { Rule } from "../../rule";
import type { MessageView } from "../../view";

const options = (...classes: readonly string[]): string =>
  estimateRequest(
    classes
      .map((name) =>
        name === "" ? "<airsync:FilterType>2</airsync:FilterType>" : `<airsync:Class>${name}</airsync:Class>`,
      )
      .map((inside) => `<airsync:Options>${inside}</airsync:Options>`)
      .join(""),
  );

/**
 * Finds the Status that a response has for a collection: by its id, by its position if the folder is not
 * named, or the status of the whole response.
 */
function findStatus(response: MessageView, collections: readonly Collection[], at: number): number {
  if (response.root < 0) return -1;
  const parts = response.children(response.root, "GetItemEstimate:Response");
  const readCollectionId = (part: number): string | undefined => {
    const named = response.child(part, "GetItemEstimate:Collection");
    return named < 0 ? undefined : response.childText(named, "GetItemEstimate:CollectionId");
  };
  const byPlace = parts.length === collections.length ? parts[at] : undefined;
  const part =
    parts.find((one) => readCollectionId(one) === collections[at]?.id) ??
    (byPlace !== undefined && readCollectionId(byPlace) === undefined ? byPlace : undefined);
  return response.child(part ?? response.root, "GetItemEstimate:Status");
}

/** A server responds with status 4 to a GetItemEstimate request whose options break the rules. */
export const estimateStatus4: Rule = {
  id: "session/estimate-status-4",
  title: "Response to an estimate that breaks the SMS rules",
  severity: "warning",
  spec: spec("MS-ASMS 3.2.5.2"),
  why:
    "Status 4 reports a protocol error in the request, but not its cause. If a server accepts the " +
    "request, it is unknown what the server counted.",
  messages: {
    passed:
      "The request should fail with status 4: {what}. The server accepted it with status 1. Correct " +
      "the request.",
    deserved: "The server returned status 4 because {what}. Correct the request.",
  },
  session: (views, report) => {
    const { pairs, kindOf } = readSmsConversation(views);
    for (const { request, response } of pairs) {
      if (request.command !== "GetItemEstimate") continue;
      const collections = listCollections(request);
      collections.forEach((collection, at) => {
        const [violation] = findStatusViolations(request, collection, kindOf(request, collection.id));
        const node = findStatus(response, collections, at);
        const status = node < 0 ? undefined : response.text(node);
        if (violation === undefined) return;
        if (status === "4")
          report(response, node, "deserved", { data: { what: violation.what }, severity: "info" });
        if (status === "1") report(response, node, "passed", { data: { what: violation.what } });
      });
    }
  },
  examples: [
    {
      title: "mail and text messages, counted",
      messages: [options("SMS", ""), estimateResponse("1")],
      context: { folder: "inbox" },
      finds: [],
    },
    {
      title: "status 4 for another reason",
      messages: [options("SMS"), estimateResponse("4")],
      context: { folder: "inbox" },
      finds: [],
    },
    {
      title: "three Options, rejected",
      messages: [options("SMS", "", "Email"), estimateResponse("4")],
      finds: ["deserved"],
    },
    {
      title: "three Options, rejected without naming the folder",
      messages: [
        options("SMS", "", "Email"),
        '<GetItemEstimate xmlns="GetItemEstimate"><Response><Status>4</Status></Response></GetItemEstimate>',
      ],
      finds: ["deserved"],
    },
    {
      title: "three Options, the whole request rejected",
      messages: [
        options("SMS", "", "Email"),
        '<GetItemEstimate xmlns="GetItemEstimate"><Status>4</Status></GetItemEstimate>',
      ],
      finds: ["deserved"],
    },
    {
      title: "three Options, counted",
      messages: [options("SMS", "", "Email"), estimateResponse("1")],
      finds: ["passed"],
    },
    {
      title: "text messages of a tasks folder, counted",
      messages: [folderResponse("15:7"), options("SMS"), estimateResponse("1")],
      finds: ["passed"],
    },
    {
      title: "notes of the Inbox, counted",
      messages: [options("Notes"), estimateResponse("1")],
      context: { folder: "inbox" },
      finds: ["passed"],
    },
  ],
};
