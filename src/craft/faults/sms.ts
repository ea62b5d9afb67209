import type { LinkedDocument } from "../../document/open";
import { nodeRange } from "../../wbxml/tokenTable";
import { hasContent } from "../../wbxml/tree";
import { PROTOCOL_ERROR } from "./answers";
import type { Fault } from "./fault";
import { elementsAt, removed, retold } from "./places";
import { copied, elementFault, holdsSms, insideEnd, insideStart, isOfSms, siblingOptions } from "./strike";

const COLLECTION_IDS = ["AirSync:CollectionId", "GetItemEstimate:CollectionId"] as const;

/** A text message in the Add of one direction or the other. */
const isSmsAdd = (document: LinkedDocument, node: number): boolean =>
  isOfSms(document, node) && hasContent(document.tree.tokens, node);

const ofOptions: readonly Fault[] = [
  elementFault({
    id: "options-twice",
    name: "Options twice",
    breaks: "Writes the only Options of a collection a second time, for the same class.",
    section: "MS-ASMS 3.1.4.1.1",
    answer: PROTOCOL_ERROR,
    finds: ["sms/options-pair"],
    at: ["AirSync:Options"],
    change: (document, node) =>
      siblingOptions(document, node).length === 1 ? [copied(document, node)] : undefined,
  }),
  elementFault({
    id: "options-three",
    name: "Three Options",
    breaks: "Gives a collection three blocks of Options; two are the most there may be.",
    section: "MS-ASMS 3.2.5.1",
    answer: PROTOCOL_ERROR,
    finds: ["sms/options-max-two", "schema/too-many"],
    at: ["AirSync:Options"],
    change: (document, node) => {
      const count = siblingOptions(document, node).length;
      const { range, bytes } = copied(document, node);
      if (count === 2) return [{ range, bytes }];
      return count === 1 ? [{ range, bytes: Uint8Array.from([...bytes, ...bytes]) }] : undefined;
    },
  }),
  elementFault({
    id: "options-without-class",
    name: "Options without Class",
    breaks: "Takes the Class out of the Options for SMS, so that both are for the folder's own class.",
    section: "MS-ASMS 2.2.2.2.1.1",
    answer: PROTOCOL_ERROR,
    finds: ["sms/options-pair"],
    at: ["AirSync:Options"],
    change: (document, node, { child }) => {
      const name = child(node, "AirSync:Class");
      const isOfPair = isOfSms(document, node) && siblingOptions(document, node).length === 2;
      return isOfPair && name >= 0 ? [removed(document, name)] : undefined;
    },
  }),
  elementFault({
    id: "options-sms-and-calendar",
    name: "SMS beside Calendar",
    breaks: "Asks one folder for text messages and for appointments: no folder holds both.",
    section: "MS-ASMS 3.2.5.1",
    answer: PROTOCOL_ERROR,
    finds: ["sms/options-pair"],
    at: ["AirSync:Options"],
    change: (document, node) => {
      const [other, ...more] = siblingOptions(document, node).filter((one) => one !== node);
      if (!isOfSms(document, node) || more.length > 0) return undefined;
      const range = nodeRange(document.tree.tokens, other ?? node);
      const calendar = elementsAt(document, range.end, (to) =>
        to.container("AirSync:Options", () => to.leaf("AirSync:Class", "Calendar")),
      );
      if (other === undefined) return [calendar];
      return [{ range, bytes: Uint8Array.from([...removed(document, other).bytes, ...calendar.bytes]) }];
    },
  }),
  elementFault({
    id: "filter-type",
    name: "FilterType out of range",
    breaks: "Asks for text messages with FilterType 8, which is for tasks; SMS has 0 to 5.",
    section: "MS-ASMS 3.1.4.1.1.2",
    answer: PROTOCOL_ERROR,
    finds: ["sms/filter-type", "schema/not-listed"],
    at: ["AirSync:FilterType"],
    change: (document, node, { parent }) =>
      isOfSms(document, parent(node)) ? [retold(document, node, "8")] : undefined,
  }),
];

const ofPlaces: readonly Fault[] = [
  elementFault({
    id: "sms-in-calendar",
    name: "SMS in a calendar folder",
    breaks:
      "Names a calendar where text messages are asked for or added: the one that is known, else folder 1.",
    section: "MS-ASMS 3.2.5.1",
    answer: PROTOCOL_ERROR,
    finds: ["sms/options-class", "sms/item-folder"],
    at: COLLECTION_IDS,
    change: (document, node, { parent }, { calendar = "1" }) =>
      holdsSms(document, parent(node)) ? [retold(document, node, calendar)] : undefined,
  }),
  elementFault({
    id: "sms-in-drafts",
    name: "SMS outside Inbox, Outbox and Sent Items",
    breaks:
      "Names the Drafts folder, the one that is known, else folder 6; 14.0 has text messages in three " +
      "folders alone.",
    section: "MS-ASMS 3.1.4.2",
    answer: "With 14.0 a server answers status 4; from 14.1 on every mail folder will do.",
    finds: ["sms/folders-of-14-0", "sms/options-class"],
    at: COLLECTION_IDS,
    only: "request",
    change: (document, node, { child, parent }, { drafts = "6" }) =>
      holdsSms(document, parent(node)) && child(parent(node), "AirSync:Options") >= 0
        ? [retold(document, node, drafts)]
        : undefined,
  }),
  elementFault({
    id: "class-in-change",
    name: "Class in a Change",
    breaks: "Says the class of an item in the client's Change, where the server knows it by the ServerId.",
    section: "MS-ASMS 2.2.2.2.1",
    answer: PROTOCOL_ERROR,
    finds: ["sms/class-place", "schema/misplaced"],
    at: ["AirSync:Change", "AirSync:Delete"],
    only: "request",
    change: (document, node, { child }) =>
      child(node, "AirSync:Class") < 0 && hasContent(document.tree.tokens, node)
        ? [
            elementsAt(document, insideStart(document.tree.tokens, node), (to) =>
              to.leaf("AirSync:Class", "SMS"),
            ),
          ]
        : undefined,
  }),
  elementFault({
    id: "class-in-collection",
    name: "Class SMS in Collection",
    breaks: "Says SMS where versions up to 12.1 said the class of the folder, and not in Options.",
    section: "MS-ASMS 2.2.2.2.1",
    answer: PROTOCOL_ERROR,
    finds: ["sms/class-place"],
    at: ["AirSync:Collection"],
    only: "request",
    change: (document, node, { child }) =>
      child(node, "AirSync:Class") < 0 && hasContent(document.tree.tokens, node)
        ? [
            elementsAt(document, insideStart(document.tree.tokens, node), (to) =>
              to.leaf("AirSync:Class", "SMS"),
            ),
          ]
        : undefined,
  }),
];

const ofItems: readonly Fault[] = [
  elementFault({
    id: "sms-class-missing",
    name: "Text message without Class",
    breaks: "Takes the Class out of an Add, so that the text message is taken for an e-mail.",
    section: "MS-ASMS 2.2.2.2.1.2",
    answer:
      "A server refuses the item (status 6) or stores an e-mail; a client shows a text message among " +
      "the mail.",
    finds: ["sms/class-missing"],
    at: ["AirSync:Add"],
    change: (document, node, { child }) => {
      const name = child(node, "AirSync:Class");
      const data = child(node, "AirSync:ApplicationData");
      if (!isSmsAdd(document, node) || name < 0) return undefined;
      return child(data, "Email:From") < 0 ? undefined : [removed(document, name)];
    },
  }),
  elementFault({
    id: "sms-add-conversation",
    name: "Client names the conversation",
    breaks: "Sends a ConversationId with a new text message, which is the server's to make.",
    section: "MS-ASMS 3.1.4.1.2",
    answer: "A server refuses the item: status 6.",
    finds: ["sms/add-without-conversation"],
    at: ["AirSync:ApplicationData"],
    only: "request",
    change: (document, node, { child, parent, key }) => {
      const add = parent(node);
      if (key(add) !== "AirSync:Add" || !isSmsAdd(document, add) || !hasContent(document.tree.tokens, node))
        return undefined;
      if (child(node, "Email2:ConversationId") >= 0) return undefined;
      const at = insideEnd(document.tree.tokens, node);
      return [
        elementsAt(document, at, (to) =>
          to.opaque(
            "Email2:ConversationId",
            Uint8Array.from({ length: 16 }, (_, i) => 0x4f + i),
          ),
        ),
      ];
    },
  }),
  elementFault({
    id: "sms-change-sender",
    name: "Change of more than Read and Flag",
    breaks: "Changes the sender of a message that was received.",
    section: "MS-ASMS 3.1.4.1.2",
    answer: "A server refuses the Change: status 6.",
    finds: ["sms/change-read-flag"],
    at: ["AirSync:ApplicationData"],
    only: "request",
    change: (document, node, { child, parent, key }) => {
      if (key(parent(node)) !== "AirSync:Change" || !hasContent(document.tree.tokens, node)) return undefined;
      if (child(node, "Email:Read") < 0 && child(node, "Email:Flag") < 0) return undefined;
      const at = insideStart(document.tree.tokens, node);
      return [
        elementsAt(document, at, (to) => to.leaf("Email:From", '"+14255550123" [MOBILE:+14255550123]')),
      ];
    },
  }),
  elementFault({
    id: "sms-to-name",
    name: "Recipient without a number",
    breaks: "Writes a mere name into the To of a text message, where [MOBILE:number] is due.",
    section: "MS-ASMS 2.2.2.1.1",
    answer: "A server refuses the item (status 6); a phone can't send it and posts a report of non-delivery.",
    finds: ["sms/to-format"],
    at: ["Email:To"],
    change: (document, node, { parent }) =>
      isSmsAdd(document, parent(parent(node))) ? [retold(document, node, "Chris Gray")] : undefined,
  }),
  elementFault({
    id: "outbound-without-number",
    name: "Sending phone without number",
    breaks: "Enables outbound SMS and leaves the telephone number out.",
    section: "MS-ASMS 3.2.5.3",
    answer:
      "The first release of Exchange 2010 answers status 5 (invalid arguments); 2010 SP1 and later do " +
      "without.",
    finds: ["sms/phone-number"],
    at: ["Settings:PhoneNumber"],
    only: "request",
    change: (document, node, { child, parent }) =>
      child(parent(node), "Settings:EnableOutboundSMS") < 0 ? undefined : [removed(document, node)],
  }),
  elementFault({
    id: "outbound-value",
    name: "EnableOutboundSMS 2",
    breaks: "Writes a value that is neither on nor off.",
    section: "MS-ASMS 2.2.2.2.2",
    answer: "A server answers status 5 (invalid arguments) for DeviceInformation, or 2 for the request.",
    finds: ["schema/not-listed"],
    at: ["Settings:EnableOutboundSMS"],
    only: "request",
    change: (document, node) => [retold(document, node, "2")],
  }),
];

/** Faults of the SMS class [MS-ASMS], and of the Options it needs. */
export const smsFaults: readonly Fault[] = [...ofOptions, ...ofPlaces, ...ofItems];
