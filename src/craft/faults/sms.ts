import type { LinkedDocument } from "../../document/open";
import { nodeRange } from "../../wbxml/tokenTable";
import { hasContent } from "../../wbxml/tree";
import { PROTOCOL_ERROR } from "./answers";
import type { DeliberateFault } from "./deliberateFault";
import {
  copyElement,
  defineElementFault,
  type ElementFaultSource,
  getContentEnd,
  getContentStart,
  hasSms,
  hasSmsClass,
  listSiblingOptions,
} from "./elementFault";
import { insertElements, removeElement, replaceText } from "./places";

const COLLECTION_IDS = ["AirSync:CollectionId", "GetItemEstimate:CollectionId"] as const;

/** Whether a node is an Add, from either side, that contains a text message. */
const isSmsAdd = (document: LinkedDocument, node: number): boolean =>
  hasSmsClass(document, node) && hasContent(document.tree.tokens, node);

const optionsFaults: readonly DeliberateFault[] = [
  defineElementFault({
    id: "options-twice",
    name: "Options twice",
    breaks: "Repeats the only Options of a collection, for the same class.",
    section: "MS-ASMS 3.1.4.1.1",
    answer: PROTOCOL_ERROR,
    finds: ["sms/options-pair"],
    keys: ["AirSync:Options"],
    change: (document, node) =>
      listSiblingOptions(document, node).length === 1 ? [copyElement(document, node)] : undefined,
  }),
  defineElementFault({
    id: "options-three",
    name: "Three Options",
    breaks: "Gives a collection three Options; at most two are allowed.",
    section: "MS-ASMS 3.2.5.1",
    answer: PROTOCOL_ERROR,
    finds: ["sms/options-max-two", "schema/too-many"],
    keys: ["AirSync:Options"],
    change: (document, node) => {
      const count = listSiblingOptions(document, node).length;
      const { range, bytes } = copyElement(document, node);
      if (count === 2) return [{ range, bytes }];
      return count === 1 ? [{ range, bytes: Uint8Array.from([...bytes, ...bytes]) }] : undefined;
    },
  }),
  defineElementFault({
    id: "options-without-class",
    name: "Options without Class",
    breaks: "Removes the Class from the Options for SMS, so that both apply to the folder's own class.",
    section: "MS-ASMS 2.2.2.2.1.1",
    answer: PROTOCOL_ERROR,
    finds: ["sms/options-pair"],
    keys: ["AirSync:Options"],
    change: (document, node, { child }) => {
      const name = child(node, "AirSync:Class");
      const isOfPair = hasSmsClass(document, node) && listSiblingOptions(document, node).length === 2;
      return isOfPair && name >= 0 ? [removeElement(document, name)] : undefined;
    },
  }),
  defineElementFault({
    id: "options-sms-and-calendar",
    name: "SMS beside Calendar",
    breaks: "Requests text messages and appointments from one folder; no folder contains both.",
    section: "MS-ASMS 3.2.5.1",
    answer: PROTOCOL_ERROR,
    finds: ["sms/options-pair"],
    keys: ["AirSync:Options"],
    change: (document, node) => {
      const [other, ...more] = listSiblingOptions(document, node).filter((one) => one !== node);
      if (!hasSmsClass(document, node) || more.length > 0) return undefined;
      const range = nodeRange(document.tree.tokens, other ?? node);
      const calendar = insertElements(document, range.end, (to) =>
        to.container("AirSync:Options", () => to.leaf("AirSync:Class", "Calendar")),
      );
      if (other === undefined) return [calendar];
      return [
        { range, bytes: Uint8Array.from([...removeElement(document, other).bytes, ...calendar.bytes]) },
      ];
    },
  }),
  defineElementFault({
    id: "filter-type",
    name: "FilterType out of range",
    breaks: "Requests text messages with FilterType 8, which is for tasks; SMS allows only 0 to 5.",
    section: "MS-ASMS 3.1.4.1.1.2",
    answer: PROTOCOL_ERROR,
    finds: ["sms/filter-type", "schema/not-listed"],
    keys: ["AirSync:FilterType"],
    change: (document, node, { parent }) =>
      hasSmsClass(document, parent(node)) ? [replaceText(document, node, "8")] : undefined,
  }),
];

/** Inserts a Class SMS as the first child of an element that has none. */
const addSmsClass: ElementFaultSource["change"] = (document, node, { child }) =>
  child(node, "AirSync:Class") < 0 && hasContent(document.tree.tokens, node)
    ? [
        insertElements(document, getContentStart(document.tree.tokens, node), (to) =>
          to.leaf("AirSync:Class", "SMS"),
        ),
      ]
    : undefined;

const placeFaults: readonly DeliberateFault[] = [
  defineElementFault({
    id: "sms-in-calendar",
    name: "SMS in a calendar folder",
    breaks: "Requests or adds text messages in a calendar: a known one, otherwise folder 1.",
    section: "MS-ASMS 3.2.5.1",
    answer: PROTOCOL_ERROR,
    finds: ["sms/options-class", "sms/item-folder"],
    keys: COLLECTION_IDS,
    change: (document, node, { parent }, { calendar = "1" }) =>
      hasSms(document, parent(node)) ? [replaceText(document, node, calendar)] : undefined,
  }),
  defineElementFault({
    id: "sms-in-drafts",
    name: "SMS outside Inbox, Outbox and Sent Items",
    breaks:
      "Uses the Drafts folder if it is known, otherwise folder 6; 14.0 allows text messages in only three " +
      "folders.",
    section: "MS-ASMS 3.1.4.2",
    answer: "With 14.0, a server answers status 4; from 14.1 on, any mail folder is allowed.",
    finds: ["sms/folders-of-14-0", "sms/options-class"],
    keys: COLLECTION_IDS,
    direction: "request",
    change: (document, node, { child, parent }, { drafts = "6" }) =>
      hasSms(document, parent(node)) && child(parent(node), "AirSync:Options") >= 0
        ? [replaceText(document, node, drafts)]
        : undefined,
  }),
  defineElementFault({
    id: "class-in-change",
    name: "Class in a Change",
    breaks: "Gives the class in the client's Change, although the server knows it from the ServerId.",
    section: "MS-ASMS 2.2.2.2.1",
    answer: PROTOCOL_ERROR,
    finds: ["sms/class-place", "schema/misplaced"],
    keys: ["AirSync:Change", "AirSync:Delete"],
    direction: "request",
    change: addSmsClass,
  }),
  defineElementFault({
    id: "class-in-collection",
    name: "Class SMS in Collection",
    breaks: "Puts SMS where versions up to 12.1 put the class of the folder, instead of in Options.",
    section: "MS-ASMS 2.2.2.2.1",
    answer: PROTOCOL_ERROR,
    finds: ["sms/class-place"],
    keys: ["AirSync:Collection"],
    direction: "request",
    change: addSmsClass,
  }),
];

const itemFaults: readonly DeliberateFault[] = [
  defineElementFault({
    id: "sms-class-missing",
    name: "Text message without Class",
    breaks: "Removes the Class from an Add, so that the text message is read as an e-mail.",
    section: "MS-ASMS 2.2.2.2.1.2",
    answer:
      "A server rejects the item (status 6) or stores an e-mail; a client shows the text message among " +
      "the mail.",
    finds: ["sms/class-missing"],
    keys: ["AirSync:Add"],
    change: (document, node, { child }) => {
      const name = child(node, "AirSync:Class");
      const data = child(node, "AirSync:ApplicationData");
      if (!isSmsAdd(document, node) || name < 0) return undefined;
      return child(data, "Email:From") < 0 ? undefined : [removeElement(document, name)];
    },
  }),
  defineElementFault({
    id: "sms-add-conversation",
    name: "ConversationId from the client",
    breaks: "Sends a ConversationId with a new text message, although only the server can create it.",
    section: "MS-ASMS 3.1.4.1.2",
    answer: "A server rejects the item: status 6.",
    finds: ["sms/add-without-conversation"],
    keys: ["AirSync:ApplicationData"],
    direction: "request",
    change: (document, node, { child, parent, key }) => {
      const add = parent(node);
      if (key(add) !== "AirSync:Add" || !isSmsAdd(document, add) || !hasContent(document.tree.tokens, node))
        return undefined;
      if (child(node, "Email2:ConversationId") >= 0) return undefined;
      const at = getContentEnd(document.tree.tokens, node);
      return [
        insertElements(document, at, (to) =>
          to.opaque(
            "Email2:ConversationId",
            Uint8Array.from({ length: 16 }, (_, i) => 0x4f + i),
          ),
        ),
      ];
    },
  }),
  defineElementFault({
    id: "sms-change-sender",
    name: "Change to more than Read and Flag",
    breaks: "Changes the sender of a message that was received.",
    section: "MS-ASMS 3.1.4.1.2",
    answer: "A server rejects the Change: status 6.",
    finds: ["sms/change-read-flag"],
    keys: ["AirSync:ApplicationData"],
    direction: "request",
    change: (document, node, { child, parent, key }) => {
      if (key(parent(node)) !== "AirSync:Change" || !hasContent(document.tree.tokens, node)) return undefined;
      if (child(node, "Email:Read") < 0 && child(node, "Email:Flag") < 0) return undefined;
      const at = getContentStart(document.tree.tokens, node);
      return [
        insertElements(document, at, (to) => to.leaf("Email:From", '"+14255550123" [MOBILE:+14255550123]')),
      ];
    },
  }),
  defineElementFault({
    id: "sms-to-name",
    name: "Recipient without a number",
    breaks: "Puts just a name into the To of a text message, which requires [MOBILE:number].",
    section: "MS-ASMS 2.2.2.1.1",
    answer: "A server rejects the item (status 6); a phone cannot send it and returns a non-delivery report.",
    finds: ["sms/to-format"],
    keys: ["Email:To"],
    change: (document, node, { parent }) =>
      isSmsAdd(document, parent(parent(node))) ? [replaceText(document, node, "Chris Gray")] : undefined,
  }),
  defineElementFault({
    id: "outbound-without-number",
    name: "Sending phone without number",
    breaks: "Enables outbound SMS without a telephone number.",
    section: "MS-ASMS 3.2.5.3",
    answer:
      "The first release of Exchange 2010 answers status 5 (invalid arguments); 2010 SP1 and later do " +
      "without.",
    finds: ["sms/phone-number"],
    keys: ["Settings:PhoneNumber"],
    direction: "request",
    change: (document, node, { child, parent }) =>
      child(parent(node), "Settings:EnableOutboundSMS") < 0 ? undefined : [removeElement(document, node)],
  }),
  defineElementFault({
    id: "outbound-value",
    name: "EnableOutboundSMS 2",
    breaks: "Writes a value that is neither on nor off.",
    section: "MS-ASMS 2.2.2.2.2",
    answer: "A server answers status 5 (invalid arguments) for DeviceInformation, or 2 for the request.",
    finds: ["schema/not-listed"],
    keys: ["Settings:EnableOutboundSMS"],
    direction: "request",
    change: (document, node) => [replaceText(document, node, "2")],
  }),
];

/** Faults of the SMS class [MS-ASMS] and of the Options it requires. */
export const smsFaults: readonly DeliberateFault[] = [...optionsFaults, ...placeFaults, ...itemFaults];
