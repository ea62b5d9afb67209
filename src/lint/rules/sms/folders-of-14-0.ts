import { spec } from "../../../eas/elements/element";
import type { FolderKind } from "../../../eas/folderKinds";
import { estimateRequest, folderResponse, smsOptions, syncRequest } from "../../exampleMessages";
import { asksForItems, listCollections } from "../../facts/sms/collections";
import { canHoldMail, describeFolder } from "../../facts/sms/smsClass";
import { readSmsConversation } from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";

const THREE: ReadonlySet<FolderKind> = new Set(["inbox", "outbox", "sent"]);

/** With protocol version 14.0, only three folders have text messages. */
export const foldersOf140: Rule = {
  id: "sms/folders-of-14-0",
  title: "Folder without text messages in version 14.0",
  severity: "error",
  spec: spec("MS-ASMS 6"),
  why:
    "With version 14.0, Exchange synchronises text messages only in the Inbox, the Outbox and Sent " +
    "Items. Version 14.1 extended this to all mail folders.",
  messages: {
    folder:
      "Version 14.0 has text messages only in Inbox, Outbox and Sent Items, but folder {id} is " +
      "{kind}. Remove this Options, or use version 14.1.",
    version:
      "Folder {id} is {kind}. Version 14.1 and later support text messages there, but 14.0 does not. " +
      "Set the version in the context.",
  },
  session: (views, report) => {
    const { kindOf } = readSmsConversation(views);
    for (const view of views.filter(asksForItems)) {
      if (view.version !== undefined && view.version !== "14.0") continue;
      for (const { id, options } of listCollections(view)) {
        const kind = kindOf(view, id);
        const asked = options.find(({ isSms }) => isSms);
        if (asked === undefined || canHoldMail(kind) !== true || THREE.has(kind)) continue;
        const data = { id: id ?? "?", kind: describeFolder(kind) };
        if (view.version === undefined) report(view, asked.classNode, "version", { data, severity: "info" });
        else report(view, asked.classNode, "folder", { data });
      }
    }
  },
  examples: [
    {
      title: "the Outbox with 14.0",
      messages: [{ xml: syncRequest(smsOptions), version: "14.0" }],
      context: { folder: "outbox" },
      finds: [],
    },
    {
      title: "a user's folder with 14.1",
      messages: [{ xml: syncRequest(smsOptions), version: "14.1" }],
      context: { folder: "user-mail" },
      finds: [],
    },
    {
      title: "mail in Drafts with 14.0",
      messages: [{ xml: syncRequest("<Options><Class>Email</Class></Options>"), version: "14.0" }],
      context: { folder: "drafts" },
      finds: [],
    },
    {
      title: "a user's folder with 14.0",
      messages: [{ xml: syncRequest(smsOptions), version: "14.0" }],
      context: { folder: "user-mail" },
      finds: ["folder"],
    },
    {
      title: "an estimate of text messages in Deleted Items with 14.0, with the folder from FolderSync",
      messages: [
        folderResponse("15:4"),
        {
          xml: estimateRequest("<airsync:Options><airsync:Class>SMS</airsync:Class></airsync:Options>"),
          version: "14.0",
        },
      ],
      finds: ["folder"],
    },
    {
      title: "Drafts with an unknown version",
      messages: [syncRequest(smsOptions)],
      context: { folder: "drafts" },
      finds: ["version"],
    },
  ],
};
