import { spec } from "../../../eas/elements/element";
import {
  deviceRequest,
  deviceResponse,
  folderResponse,
  mailOptions,
  smsOptions,
  syncRequest,
  syncResponse,
} from "../../exampleMessages";
import { isSendingEnabled } from "../../facts/sms/outbound";
import {
  hasSmsSet,
  readSmsConversation,
  type SmsConversation,
  type SyncTurn,
} from "../../facts/sms/smsConversation";
import type { Rule, SessionReport } from "../../rule";
import type { MessageView } from "../../view";

/** A Settings request that enables sending, and the index of the message that ends it. */
interface Enabled {
  readonly view: MessageView;
  readonly node: number;
  readonly end: number;
}

function findSwitch(view: MessageView, value: "0" | "1"): number {
  const sets = view.direction === "request" ? view.all("Settings:Set") : [];
  const set = sets.find((one) =>
    value === "1"
      ? isSendingEnabled(view, one)
      : view.childText(one, "Settings:EnableOutboundSMS")?.trim() === "0",
  );
  return set === undefined ? -1 : view.child(set, "Settings:EnableOutboundSMS");
}

function isRefused({ pairs }: SmsConversation, view: MessageView): boolean {
  const response = pairs.find(({ request }) => request === view)?.response;
  return (
    response?.all("Settings:Status").some((status) => !["", "1"].includes(response.text(status) ?? "")) ??
    false
  );
}

function listEnabled(views: readonly MessageView[], conversation: SmsConversation): readonly Enabled[] {
  const devices = views.filter(({ command }) => command === "Settings" || command === "Provision");
  return devices.flatMap((view, i) => {
    const node = findSwitch(view, "1");
    if (node < 0 || isRefused(conversation, view)) return [];
    const off = devices
      .slice(i + 1)
      .find((later) => findSwitch(later, "0") >= 0 || findSwitch(later, "1") >= 0);
    return [{ view, node, end: off?.index ?? Number.POSITIVE_INFINITY }];
  });
}

function hasWait({ request }: SyncTurn): boolean {
  return (
    request.root >= 0 &&
    ["AirSync:Wait", "AirSync:HeartbeatInterval"].some((key) => request.child(request.root, key) >= 0)
  );
}

function isPinged(views: readonly MessageView[], id: string): boolean {
  return views.some(
    (view) =>
      view.command === "Ping" &&
      view.direction === "request" &&
      view.all("Ping:Id").some((node) => view.text(node) === id),
  );
}

function check(
  views: readonly MessageView[],
  conversation: SmsConversation,
  { view, node, end }: Enabled,
  report: SessionReport,
): void {
  const turns = conversation.turns.filter(({ request }) => request.index > view.index && request.index < end);
  if (turns.length === 0) return;
  const ofOutbox = turns.filter(({ request, id }) => conversation.kindOf(request, id) === "outbox");
  const last = ofOutbox.findLast(({ node: collection }) => collection >= 0);
  if (last === undefined) {
    const isKnown =
      [...conversation.folders.values()].includes("outbox") ||
      turns.every(({ request, id }) => conversation.kindOf(request, id) !== "unknown");
    report(view, node, isKnown ? "missing" : "undecided", isKnown ? {} : { severity: "info" });
  } else if (ofOutbox.every(({ sets }) => hasSmsSet(sets) === false))
    report(last.request, last.node, "mail-alone", { data: { id: last.id } });
  else if (!ofOutbox.some(hasWait) && !isPinged(views, last.id))
    report(last.request, last.node, "polled", { data: { id: last.id }, severity: "info" });
}

const folders = folderResponse("15:6", "16:2");
const enable = [
  deviceRequest("<PhoneNumber>+14255550123</PhoneNumber><EnableOutboundSMS>1</EnableOutboundSMS>"),
  deviceResponse("1"),
] as const;
const disable = [deviceRequest("<EnableOutboundSMS>0</EnableOutboundSMS>"), deviceResponse("1")] as const;
const waiting = (element: string, inside = smsOptions): string =>
  syncRequest(inside).replace("</Collections>", `</Collections>${element}`);

/** A phone that sends text messages keeps synchronising the Outbox. */
export const outboxSynchronised: Rule = {
  id: "session/outbox-synchronised",
  title: "Sending phone does not synchronise the Outbox",
  severity: "warning",
  spec: spec("MS-ASMS 3.1.4.1.3"),
  why:
    "The server can deliver a message to the phone only through the Outbox. Until the phone " +
    "synchronises the SMS items there, messages that the user writes on other devices are not sent.",
  messages: {
    missing:
      "The phone enables sending here, but no later Sync request is for the Outbox. Synchronise the " +
      "Outbox with Options of class SMS.",
    "mail-alone":
      "The phone enables sending but synchronises the Outbox (folder {id}) without Options of class " +
      "SMS, so it never receives the messages to send. Add Options of class SMS.",
    polled:
      "The phone enables sending and synchronises the Outbox (folder {id}) without Wait or " +
      "HeartbeatInterval. It must then synchronise about every 15 minutes; the payloads do not show " +
      "the times.",
    undecided:
      "The phone enables sending here and must synchronise the Outbox from now on. The Outbox can't " +
      "be identified: add the FolderSync response, or set the folder in the context.",
  },
  session: (views, report) => {
    const conversation = readSmsConversation(views);
    for (const enabled of listEnabled(views, conversation)) check(views, conversation, enabled, report);
  },
  examples: [
    {
      title: "with Wait",
      messages: [folders, ...enable, waiting("<Wait>15</Wait>"), syncResponse("")],
      finds: [],
    },
    {
      title: "with HeartbeatInterval, after a first Sync without",
      messages: [
        folders,
        ...enable,
        syncRequest(smsOptions),
        syncResponse(""),
        waiting("<HeartbeatInterval>900</HeartbeatInterval>", ""),
      ],
      finds: [],
    },
    {
      title: "with the folder from the context",
      messages: [...enable, waiting("<Wait>15</Wait>"), syncResponse("")],
      context: { folder: "outbox" },
      finds: [],
    },
    {
      title: "disabled again",
      messages: [folders, ...enable, ...disable, syncRequest(mailOptions, "16"), syncResponse("", "16")],
      finds: [],
    },
    {
      title: "refused",
      messages: [folders, enable[0], deviceResponse("5"), syncRequest(mailOptions, "16")],
      finds: [],
    },
    { title: "nothing after it", messages: [folders, ...enable], finds: [] },
    {
      title: "notified by Ping",
      messages: [
        folders,
        ...enable,
        syncRequest(smsOptions),
        syncResponse(""),
        "<Ping " +
          'xmlns="Ping"><HeartbeatInterval>900</HeartbeatInterval><Folders><Folder><Id>15</Id>' +
          "<Class>Email</Class></Folder></Folders></Ping>",
      ],
      finds: [],
    },
    {
      title: "only the Inbox",
      messages: [folders, ...enable, syncRequest(smsOptions, "16"), syncResponse("", "16")],
      finds: ["missing"],
    },
    {
      title: "only the mail of the Outbox",
      messages: [folders, ...enable, waiting("<Wait>15</Wait>", mailOptions), syncResponse("")],
      finds: ["mail-alone"],
    },
    {
      title: "without Wait",
      messages: [folders, ...enable, syncRequest(smsOptions), syncResponse("")],
      finds: ["polled"],
    },
    {
      title: "folders of unknown kind",
      messages: [...enable, syncRequest(smsOptions), syncResponse("")],
      finds: ["undecided"],
    },
  ],
};
