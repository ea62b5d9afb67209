import { formatCount } from "../eas/values/reading";
import { rootElement } from "../wbxml/tree";
import { readElements } from "./elements";
import type { SessionMessage } from "./messages";
import { listWords } from "./syncSummary";

/** What a command did, in words, and what it was about if that is not a folder. */
interface CommandWords {
  readonly text?: string;
  readonly place?: string;
}

type Summarize = (request: SessionMessage | undefined, response: SessionMessage) => CommandWords;

/** The texts of the elements of a message with a key. */
function listTexts(message: SessionMessage | undefined, key: string): readonly (string | undefined)[] {
  if (message === undefined) return [];
  const { all, text } = readElements(message.document);
  return all(key).map((node) => text(node)?.trim());
}

const has = (message: SessionMessage | undefined, key: string): boolean => listWords(message, key).length > 0;

/** The words of what there is any of; "" for nothing. */
const countSome = (count: number, one: string, many?: string): string =>
  count === 0 ? "" : formatCount(count, one, many);

const joinWords = (...words: readonly string[]): string => words.filter((word) => word !== "").join(", ");

/**
 * Says what a command other than Sync and Ping did; nothing for a command, or an answer, that is not known
 * here. The response is whole, and HTTP reports no error.
 */
export function summarizeCommand(
  command: string | undefined,
  request: SessionMessage | undefined,
  response: SessionMessage,
): CommandWords {
  return SUMMARIES.get(command ?? "")?.(request, response) ?? {};
}

/** An empty response to one of these means that the message was sent; another one has a Status. */
const summarizeSending: Summarize = (_, { document, isPayload }) =>
  isPayload !== false && document.bytes.length === 0 ? { text: "Sent" } : {};

const summarizeFolders: Summarize = (request, { document }) => {
  const { children } = readElements(document);
  const [changes = -1] = children(rootElement(document.tree.tokens), "FolderHierarchy:Changes");
  if (changes < 0) return {};
  const count = (name: string): number => children(changes, `FolderHierarchy:${name}`).length;
  const [added, changed, deleted] = [count("Add"), count("Update"), count("Delete")];
  const [sent] = listTexts(request, "FolderHierarchy:SyncKey");
  if (sent === "0") return { text: formatCount(added, "folder") };
  const words = joinWords(
    countSome(added, "new folder"),
    changed === 0 ? "" : `${changed} changed`,
    deleted === 0 ? "" : `${deleted} deleted`,
  );
  return { text: words === "" ? "No changes" : words };
};

/** The client's report on a policy, by its Status in the request [MS-ASPROV 2.2.2.54.1]. */
const POLICY_REPORTS: Readonly<Record<string, string>> = {
  "1": "Policy accepted",
  "2": "Policy accepted in part",
  "3": "Policy not accepted",
  "4": "Policy managed by others",
};

const summarizeProvision: Summarize = (request, response) => {
  const wipes = ["Provision:RemoteWipe", "Provision:AccountOnlyRemoteWipe"];
  if (wipes.some((key) => has(request, key))) return { text: "Wipe confirmed" };
  if (wipes.some((key) => has(response, key))) return { text: "Wipe requested" };
  if (has(response, "Provision:Data")) return { text: "Policy sent" };
  const [report] = readPolicyReports(request);
  const text = POLICY_REPORTS[report ?? ""];
  return text === undefined ? {} : { text };
};

function readPolicyReports(request: SessionMessage | undefined): readonly (string | undefined)[] {
  if (request === undefined) return [];
  const { all, childText } = readElements(request.document);
  return all("Provision:Policy").map((node) => childText(node, "Provision:Status")?.trim());
}

const summarizeEstimate: Summarize = (_, response) => {
  const estimates = listTexts(response, "GetItemEstimate:Estimate").map(Number);
  const sum = estimates.reduce((total, one) => total + one, 0);
  return estimates.length > 0 && Number.isFinite(sum) ? { text: formatCount(sum, "item") } : {};
};

/** A response to MoveItems has a Status 3 for each item that was moved [MS-ASCMD 2.2.3.177.10]. */
const MOVED = "3";

const summarizeMoves: Summarize = (_, response) => {
  const moved = listTexts(response, "Move:Status").filter((status) => status === MOVED).length;
  return moved === 0 ? {} : { text: `${moved} moved` };
};

const summarizeSettings: Summarize = (request) => {
  const [outbound] = listTexts(request, "Settings:EnableOutboundSMS");
  const isInside = (key: string, inner: string): boolean => hasChild(request, key, inner);
  const text = joinWords(
    outbound === undefined ? "" : `Outbound SMS ${outbound === "1" ? "on" : "off"}`,
    isInside("Settings:Oof", "Settings:Get") ? "Out of office read" : "",
    isInside("Settings:Oof", "Settings:Set") ? "Out of office set" : "",
    has(request, "Settings:UserInformation") ? "User information read" : "",
    has(request, "Settings:DevicePassword") ? "Recovery password sent" : "",
    has(request, "Settings:RightsManagementInformation") ? "Rights templates read" : "",
  );
  if (text !== "") return { text };
  return has(request, "Settings:DeviceInformation") ? { text: "Device information sent" } : {};
};

function hasChild(message: SessionMessage | undefined, key: string, inner: string): boolean {
  if (message === undefined) return false;
  const { all, child } = readElements(message.document);
  return all(key).some((node) => child(node, inner) >= 0);
}

const summarizeItemOperations: Summarize = (request, response) => {
  const fetched = listWords(response, "ItemOperations:Fetch").length;
  const asked = listWords(request, "ItemOperations:Fetch").length;
  const attachments = listWords(request, "AirSyncBase:FileReference").length;
  const isPlain = asked > 0 && (attachments === 0 || attachments === asked);
  const noun = isPlain && attachments > 0 ? "attachment" : "item";
  const text = joinWords(
    countSome(fetched, noun),
    has(response, "ItemOperations:EmptyFolderContents") ? "Folder emptied" : "",
    countSome(listWords(response, "ItemOperations:Move").length, "conversation moved", "conversations moved"),
  );
  return text === "" ? {} : { text };
};

/** What a user answered to an invitation, by UserResponse [MS-ASCMD 2.2.3.194]. */
const ANSWERS: Readonly<Record<string, string>> = { "1": "Accepted", "2": "Tentative", "3": "Declined" };

const summarizeMeeting: Summarize = (request) => {
  const answers = listTexts(request, "MeetingResponse:UserResponse");
  if (answers.length > 1) return { text: `${answers.length} answered` };
  const text = ANSWERS[answers[0] ?? ""];
  return text === undefined ? {} : { text };
};

const STORES: Readonly<Record<string, string>> = {
  gal: "Address book",
  mailbox: "Mailbox",
  documentlibrary: "Documents",
};

function writeResults(count: number, place: string | undefined): CommandWords {
  const text =
    place === "Address book" ? formatCount(count, "person", "people") : formatCount(count, "result");
  return { text, ...(place !== undefined && { place }) };
}

const summarizeSearch: Summarize = (request, response) => {
  const [store] = listTexts(request, "Search:Name");
  return writeResults(listWords(response, "Search:Properties").length, STORES[store?.toLowerCase() ?? ""]);
};

const summarizeFind: Summarize = (request, response) => {
  const isOfPeople = has(request, "Find:GalSearchCriterion");
  const place = isOfPeople
    ? "Address book"
    : has(request, "Find:MailBoxSearchCriterion")
      ? "Mailbox"
      : undefined;
  return writeResults(listWords(response, "Find:Properties").length, place);
};

const summarizeRecipients: Summarize = (_, response) => ({
  text: formatCount(listWords(response, "ResolveRecipients:Recipient").length, "recipient"),
});

const SUMMARIES: ReadonlyMap<string, Summarize> = new Map<string, Summarize>([
  ["FolderSync", summarizeFolders],
  ["FolderCreate", () => ({ text: "Folder created" })],
  ["FolderDelete", () => ({ text: "Folder deleted" })],
  ["FolderUpdate", () => ({ text: "Folder changed" })],
  ["Provision", summarizeProvision],
  ["GetItemEstimate", summarizeEstimate],
  ["MoveItems", summarizeMoves],
  ["Settings", summarizeSettings],
  ["SendMail", summarizeSending],
  ["SmartReply", summarizeSending],
  ["SmartForward", summarizeSending],
  ["ItemOperations", summarizeItemOperations],
  ["MeetingResponse", summarizeMeeting],
  ["Search", summarizeSearch],
  ["Find", summarizeFind],
  ["ResolveRecipients", summarizeRecipients],
]);
