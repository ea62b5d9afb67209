import type { ElementEntry } from "../../../eas/catalogue";
import { spec } from "../../../eas/elements/element";
import {
  findStatus,
  isCommandStatus,
  listOwnStatuses,
  type StatusEntry,
} from "../../../eas/statuses/statuses";
import { folderResponse, syncResponse } from "../../exampleMessages";
import { findElementSpec } from "../../facts/schema/elementSpec";
import { describeExpected, fitsType } from "../../facts/schema/values";
import type { Details, Rule } from "../../rule";
import type { MessageView } from "../../view";

const provision = (status: string, policy: string): string =>
  `<Provision xmlns="Provision">${status}<Policies><Policy>` +
  `<PolicyType>MS-EAS-Provisioning-WBXML</PolicyType>${policy}</Policy></Policies></Provision>`;

/** Whether the Status in a parent can be the client's, as far as the direction of the message is known. */
function mayBeOfClient(view: MessageView, command: string, parent: string | undefined): boolean {
  if (view.direction !== undefined) return view.direction === "request";
  return listOwnStatuses({ command, parent, direction: "request" }).some(
    ({ direction }) => direction === "request",
  );
}

/** The entry of a value at a place; if this version does not have the value, that of the other versions. */
function findEntry(view: MessageView, parent: string | undefined, value: string): StatusEntry | undefined {
  const { command = "", version } = view;
  const place = { command, parent, direction: "response" as const };
  return findStatus({ ...place, version }, value) ?? findStatus(place, value);
}

/** Whether a value is of the type of its element; otherwise schema/wrong-type reports it. */
function hasType(view: MessageView, node: number, kind: ElementEntry, value: string): boolean {
  return fitsType(value, describeExpected(view, kind).at(node).type);
}

/** What to report about a value that is a failure. */
function describeFailure({ value, name, meaning, ...entry }: StatusEntry, command: string): Details {
  return {
    data: { value: String(value), name, meaning },
    why: `${entry.cause} ${entry.resolution}`,
    spec: entry.spec,
    status: { value, name, command, ...(entry.blamesRequest && { blamesRequest: true }) },
  };
}

/** What to report about a number that the specification does not list at this place. */
function describeUnknown(view: MessageView, node: number, entry: ElementEntry, value: string): Details {
  const where = findElementSpec(view, view.parent(node), entry);
  const { command } = view;
  return {
    data: { value, command, parent: view.key(view.parent(node)) },
    ...(where !== undefined && { spec: where }),
    status: { value: Number(value), name: "Unknown", command },
  };
}

/** A Status in a response that says that the command, or a part of it, failed. */
export const statusFailed: Rule = {
  id: "status/failed",
  title: "The server reports a failure",
  severity: "failure",
  spec: spec("MS-ASCMD 2.2.3.177"),
  why:
    "A Status other than those for success tells why the server did not do what the request asks. A number " +
    "that is not listed may come from another product or a newer server. Handle it as a failure: try once " +
    "more, then look for the number in the documentation or the log of the server.",
  messages: {
    failed: "Status {value}, {name}: {meaning}",
    unknown:
      "Status {value} is not defined for {command} in {parent}. The server reports a failure that has no " +
      "known meaning.",
  },
  chooseCheck: (kind, view) => {
    const { command } = view;
    if (kind === undefined || command === undefined || !isCommandStatus(kind)) return undefined;
    return (node, _, report) => {
      const value = view.text(node)?.trim() ?? "";
      const parent = view.key(view.parent(node));
      if (!/^\d{1,9}$/.test(value) || mayBeOfClient(view, command, parent)) return;
      const entry = findEntry(view, parent, value);
      if (entry?.outcome === "failure") report(node, "failed", describeFailure(entry, command));
      if (entry === undefined && Number(value) > 1 && hasType(view, node, kind, value))
        report(node, "unknown", describeUnknown(view, node, kind, value));
    };
  },
  examples: [
    {
      title: "success in Sync, FolderSync and MoveItems",
      messages: [
        syncResponse(""),
        folderResponse("5:2"),
        '<MoveItems xmlns="Move"><Response><SrcMsgId>5:1</SrcMsgId><Status>3</Status>' +
          "<DstMsgId>6:1</DstMsgId></Response></MoveItems>",
      ],
      finds: [],
    },
    {
      title: "a Ping that ended, and one that found changes",
      messages: [
        '<Ping xmlns="Ping"><Status>1</Status></Ping>',
        '<Ping xmlns="Ping"><Status>2</Status><Folders><Folder>5</Folder></Folders></Ping>',
      ],
      finds: [],
    },
    {
      title: "a client that reports that it did not apply the policy",
      messages: [{ xml: provision("", "<PolicyKey>1</PolicyKey><Status>3</Status>"), direction: "request" }],
      finds: [],
    },
    {
      title: "a synchronization key that is not current",
      messages: [syncResponse("", "15", "3")],
      finds: ["failed"],
    },
    {
      title: "a device that has to provision, in versions before and after that status",
      messages: [
        { xml: syncResponse("", "15", "142"), version: "14.1" },
        { xml: syncResponse("", "15", "142"), version: "12.1" },
      ],
      finds: ["failed", "failed"],
    },
    {
      title: "a move from a folder that does not exist: 1 is not success there",
      messages: [
        '<MoveItems xmlns="Move"><Response><SrcMsgId>5:1</SrcMsgId><Status>1</Status></Response></MoveItems>',
      ],
      finds: ["failed"],
    },
    {
      title: "a policy type that the server does not know",
      messages: [{ xml: provision("<Status>1</Status>", "<Status>3</Status>"), direction: "response" }],
      finds: ["failed"],
    },
    {
      title: "a number that nobody has defined",
      messages: ['<Ping xmlns="Ping"><Status>99</Status></Ping>'],
      finds: ["unknown"],
    },
  ],
};
