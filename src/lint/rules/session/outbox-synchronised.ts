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

const WAITS = ["AirSync:Wait", "AirSync:HeartbeatInterval"];

/** Whether a request waits for changes of the folders it names. */
function isWaiting(view: MessageView): boolean {
  return view.command === "Ping" || (view.root >= 0 && WAITS.some((key) => view.child(view.root, key) >= 0));
}

/** What the requests after the switch show about the Outbox, one request at a time. */
interface Progress {
  /** Requests that did not include the Outbox, while none had. */
  without: number;
  /** Requests that synchronised the Outbox without waiting for changes, before the first that waited. */
  polls: number;
  hasOutbox: boolean;
  isAwaited: boolean;
  readonly reported: Set<string>;
}

/**
 * Looks at the Sync and Ping requests after the switch, in order. Whether the Outbox is missing shows only
 * when the client waits for changes, or synchronises a second time, without it.
 */
function check(
  views: readonly MessageView[],
  conversation: SmsConversation,
  { view, node, end }: Enabled,
  report: SessionReport,
): void {
  const progress: Progress = {
    without: 0,
    polls: 0,
    hasOutbox: false,
    isAwaited: false,
    reported: new Set(),
  };
  const reportOnce: SessionReport = (message, at, id, details) => {
    if (progress.reported.has(id)) return;
    progress.reported.add(id);
    report(message, at, id, details);
  };
  const later = views.filter(
    ({ index, direction }) => index > view.index && index < end && direction === "request",
  );
  for (const request of later) {
    const turns = conversation.turnsIn(request);
    const outbox = turns.filter(({ id }) => conversation.kindOf(request, id) === "outbox");
    const isPing = isPingOfOutbox(request, conversation);
    if (outbox.length > 0 || isPing) checkOutbox(request, outbox, progress, reportOnce);
    else if (turns.length > 0 || request.command === "Ping")
      checkOthers({ view, node }, request, turns, progress, { conversation, report: reportOnce });
  }
}

function isPingOfOutbox(request: MessageView, { kindOf }: SmsConversation): boolean {
  return (
    request.command === "Ping" &&
    request.all("Ping:Id").some((id) => kindOf(request, request.text(id)) === "outbox")
  );
}

function checkOutbox(
  request: MessageView,
  outbox: readonly SyncTurn[],
  progress: Progress,
  report: SessionReport,
): void {
  progress.hasOutbox = true;
  progress.isAwaited ||= isWaiting(request);
  const alone = outbox.find(
    ({ node, sets, syncKey }) => node >= 0 && syncKey !== "0" && hasSmsSet(sets) === false,
  );
  if (alone !== undefined) report(request, alone.node, "mail-alone", { data: { id: alone.id } });
  const first = outbox.find(({ node, syncKey }) => node >= 0 && syncKey !== "0");
  if (first === undefined || alone !== undefined || progress.isAwaited || ++progress.polls < 2) return;
  report(request, first.node, "polled", { data: { id: first.id }, severity: "info" });
}

function checkOthers(
  enabled: Pick<Enabled, "view" | "node">,
  request: MessageView,
  turns: readonly SyncTurn[],
  progress: Progress,
  { conversation, report }: { readonly conversation: SmsConversation; readonly report: SessionReport },
): void {
  if (progress.hasOutbox) return;
  const isKnown =
    [...conversation.listFolders(request).values()].some(({ kind }) => kind === "outbox") ||
    turns.every(({ id }) => conversation.kindOf(request, id) !== "unknown");
  progress.without++;
  if (!isKnown) report(enabled.view, enabled.node, "undecided", { severity: "info" });
  else if (isWaiting(request) || progress.without > 1) report(enabled.view, enabled.node, "missing");
}

const folders = folderResponse("15:6", "16:2");
const enable = [
  deviceRequest("<PhoneNumber>+14255550123</PhoneNumber><EnableOutboundSMS>1</EnableOutboundSMS>"),
  deviceResponse("1"),
] as const;
const disable = [deviceRequest("<EnableOutboundSMS>0</EnableOutboundSMS>"), deviceResponse("1")] as const;
const waiting = (element: string, inside = smsOptions): string =>
  syncRequest(inside).replace("</Collections>", `</Collections>${element}`);
const waitingFor16 = syncRequest("", "16").replace("</Collections>", "</Collections><Wait>15</Wait>");

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
      title: "the Inbox first",
      messages: [
        folders,
        ...enable,
        syncRequest(smsOptions, "16"),
        syncResponse("", "16"),
        waiting("<Wait>15</Wait>"),
      ],
      finds: [],
    },
    {
      title: "only the Inbox, and then waiting for changes",
      messages: [folders, ...enable, syncRequest(smsOptions, "16"), syncResponse("", "16"), waitingFor16],
      finds: ["missing"],
    },
    {
      title: "only the Inbox, twice",
      messages: [
        folders,
        ...enable,
        syncRequest(smsOptions, "16"),
        syncResponse("", "16"),
        syncRequest("", "16"),
      ],
      finds: ["missing"],
    },
    {
      title: "only the mail of the Outbox",
      messages: [folders, ...enable, waiting("<Wait>15</Wait>", mailOptions), syncResponse("")],
      finds: ["mail-alone"],
    },
    {
      title: "without Wait",
      messages: [
        folders,
        ...enable,
        syncRequest(smsOptions),
        syncResponse(""),
        syncRequest(""),
        syncResponse(""),
      ],
      finds: ["polled"],
    },
    {
      title: "folders of unknown kind",
      messages: [...enable, syncRequest(smsOptions), syncResponse("")],
      finds: ["undecided"],
    },
  ],
};
