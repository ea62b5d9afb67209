import { numberSections, type Statement } from "../statement";

const inSection = numberSections("MS-ASMS");

const CODE_PAGES =
  "The bytes are WBXML, in which a code page represents the namespace. Prefixes are not sent, and the XML view accepts any prefix.";
const TYPES = ["schema/wrong-type", "schema/not-listed"] as const;

/** Section 2 without the elements: transport, syntax, namespaces. */
const syntax: readonly Statement[] = [
  ...inSection("2.1", [
    [
      "fact",
      "message",
      "The protocol consists of elements inside the requests and responses of commands.",
      "schema/misplaced",
      "sms/data-place",
    ],
    [
      "fact",
      "message",
      "Requests and responses are sent as WBXML.",
      "wbxml/header",
      "wbxml/literal",
      "wbxml/attributes",
    ],
    [
      "fact",
      "not-on-wire",
      "The device sends outgoing messages through its mobile network.",
      "This takes place between the phone and its network.",
    ],
  ]),
  ...inSection("2.2", [
    ["must", "message", "The XML is well-formed.", "wbxml/xml-not-well-formed"],
    [
      "must",
      "message",
      "A processor reports every violation of well-formedness.",
      "wbxml/xml-not-well-formed",
    ],
    ["fact", "message", "The elements are inside a command's request or response.", "schema/misplaced"],
    [
      "fact",
      "message",
      "The class takes its elements from three namespaces: Email, Email2 and AirSyncBase.",
      "sms/data-namespace",
      "schema/unknown-element",
    ],
    [
      "fact",
      "message",
      "Operations on text messages use elements of AirSync and Settings.",
      "sms/class-place",
      "sms/outbound-place",
    ],
    ["must", "message", "To has at most 32768 characters.", "schema/out-of-range"],
    ["must", "message", "From has at most 32768 characters.", "schema/out-of-range"],
    ["must", "message", "DateReceived is of the type dateTime.", "sms/date-received", "schema/wrong-type"],
    ["must", "message", "Importance is of the type unsignedByte.", ...TYPES],
    ["must", "message", "Read is of the type boolean.", ...TYPES],
    ["must", "message", "InternetCPID is of the type string.", "sms/internet-cpid"],
    [
      "fact",
      "message",
      "Flag is in the namespace Email; its content is described elsewhere.",
      "schema/misplaced",
      "schema/text-in-container",
    ],
    [
      "fact",
      "message",
      "ConversationId and ConversationIndex are in the namespace Email2.",
      "sms/data-namespace",
    ],
    ["fact", "message", "Body is in the namespace AirSyncBase.", "sms/data-namespace"],
  ]),
  ...inSection("2.2.1", [
    [
      "fact",
      "message",
      "Namespaces use the XML prefixes airsync (AirSync), airsyncbase (AirSyncBase), email (Email), email2 (Email2) and settings (Settings).",
      "wbxml/undeclared-prefix",
      "schema/unknown-element",
    ],
    [
      "may",
      "not-on-wire",
      "The writer may choose any prefix for a namespace; the choice has no meaning.",
      CODE_PAGES,
    ],
  ]),
];

const ITEM = "schema/too-many";

/** Section 2.2.2.1: the elements of the class. */
const classElements: readonly Statement[] = [
  ...inSection("2.2.2", [
    [
      "fact",
      "message",
      "Class in Options of Sync and GetItemEstimate requests specifies the class that the options apply to.",
      "sms/class-place",
      "sms/class-value",
    ],
    [
      "fact",
      "message",
      "Class in Sync specifies the class of an item that is added, changed or deleted.",
      "sms/class-place",
      "sms/class-missing",
    ],
    [
      "fact",
      "message",
      "EnableOutboundSMS is used in Settings requests and enables or disables sending through the phone.",
      "sms/outbound-place",
      "schema/misplaced",
    ],
    [
      "fact",
      "message",
      "PhoneNumber is used in Settings requests and identifies the device by its telephone number.",
      "sms/outbound-place",
      "sms/phone-number",
    ],
  ]),
  ...inSection("2.2.2.1", [
    ["fact", "message", "The class consists of ten elements.", "sms/data-elements"],
    ["fact", "message", "In Sync, they are children of ApplicationData.", "sms/data-place"],
  ]),
  ...inSection("2.2.2.1.1", [
    ["may", "message", "Body is optional and occurs at most once in an item.", ITEM],
    [
      "fact",
      "message",
      "Body contains the text, as defined in MS-ASAIRS: a container with Type and Data.",
      "schema/missing",
      "schema/order",
      "schema/text-in-container",
      ...TYPES,
    ],
    ["fact", "message", "Body is from AirSyncBase, not the Body of another page.", "sms/data-namespace"],
  ]),
  ...inSection("2.2.2.1.2", [
    [
      "must",
      "message",
      "A Sync response includes ConversationId in every text message.",
      "sms/conversation-id",
    ],
    [
      "fact",
      "message",
      "ConversationId is a byte array that identifies a conversation, as defined in MS-ASCON.",
      "sms/conversation-bytes",
      "schema/opaque-or-text",
    ],
  ]),
  ...inSection("2.2.2.1.3", [
    [
      "must",
      "message",
      "A Sync response includes ConversationIndex in every text message.",
      "sms/conversation-index",
    ],
    [
      "fact",
      "message",
      "ConversationIndex contains the time stamps from which the conversation tree is built, as defined in MS-ASCON.",
      "sms/conversation-bytes",
      "schema/opaque-or-text",
    ],
  ]),
  ...inSection("2.2.2.1.4", [
    ["may", "message", "DateReceived is optional in requests and responses.", ITEM],
    [
      "fact",
      "not-on-wire",
      "In Sent Items, DateReceived is when the message was sent; in other folders, when it was received.",
      "A payload contains the time but not the event.",
    ],
    [
      "must",
      "message",
      "The value of DateReceived is a dateTime in UTC.",
      "sms/date-received",
      "schema/wrong-type",
    ],
  ]),
  ...inSection("2.2.2.1.5", [
    ["may", "message", "Flag is optional.", ITEM],
    [
      "fact",
      "message",
      "Flag contains the flag of the message and its state, as defined in MS-ASEMAIL: a container, empty if there is no flag.",
      "schema/misplaced",
      "schema/text-in-container",
      ...TYPES,
    ],
  ]),
  ...inSection("2.2.2.1.6", [
    ["may", "message", "From is optional in requests and responses.", ITEM],
    ["fact", "message", "From contains the telephone number of the only sender.", "sms/from-format"],
    ["fact", "message", "The value of From is a string.", "sms/from-format", "schema/opaque-or-text"],
    [
      "must",
      "message",
      "The name is in double quotes, followed by the number in square brackets after MOBILE and a colon.",
      "sms/from-format",
    ],
    ["may", "message", "The name is optional.", "sms/from-format"],
    ["must", "message", "The number is that of the sender's mobile phone.", "sms/from-format"],
  ]),
  ...inSection("2.2.2.1.7", [
    ["may", "message", "Importance is optional.", ITEM],
    [
      "fact",
      "message",
      "Importance is the importance that the sender chose, as defined in MS-ASEMAIL: 0, 1 or 2.",
      "schema/not-listed",
    ],
  ]),
  ...inSection("2.2.2.1.8", [
    ["must", "message", "Every text message has InternetCPID, in both directions.", "sms/internet-cpid"],
    ["fact", "message", "InternetCPID is the number of the message's code page.", "sms/internet-cpid"],
  ]),
  ...inSection("2.2.2.1.9", [
    ["may", "message", "Read is optional.", ITEM],
    ["fact", "message", "Read specifies whether the message has been read: 0 or 1.", ...TYPES],
  ]),
  ...inSection("2.2.2.1.10", [
    ["may", "message", "To is optional in requests and responses.", ITEM],
    ["fact", "message", "The value of To is a string.", "sms/to-format", "schema/opaque-or-text"],
    ["must", "message", "To contains the name and number of one or more recipients.", "sms/to-format"],
    ["must", "message", "Recipients are separated by commas.", "sms/to-format"],
    [
      "must",
      "message",
      "Each recipient has a name in double quotes and a number in square brackets after MOBILE and a colon.",
      "sms/to-format",
    ],
    ["may", "message", "The name is optional.", "sms/to-format"],
    ["must", "message", "The number is that of the recipient's mobile phone.", "sms/to-format"],
  ]),
];

/** Section 2.2.2.2: Class, EnableOutboundSMS, PhoneNumber. */
const additional: readonly Statement[] = [
  ...inSection("2.2.2.2", [
    [
      "fact",
      "message",
      "Three elements outside the class are used by commands that handle text messages.",
      "sms/class-place",
      "sms/outbound-place",
    ],
  ]),
  ...inSection("2.2.2.2.1", [
    [
      "fact",
      "message",
      "Class is used in GetItemEstimate requests, Sync requests and Sync responses.",
      "sms/class-place",
      "schema/misplaced",
    ],
    ["fact", "message", "The meaning of Class depends on its parent.", "sms/class-place"],
  ]),
  ...inSection("2.2.2.2.1.1", [
    [
      "may",
      "message",
      "Class is an optional child of Options in GetItemEstimate requests.",
      "sms/class-place",
      "schema/too-many",
    ],
    [
      "fact",
      "message",
      "In this place it specifies the class that the options apply to.",
      "sms/options-pair",
      "sms/options-class",
    ],
    ["must", "message", "The value of Class is a string, SMS for text messages.", "sms/class-value"],
  ]),
  ...inSection("2.2.2.2.1.2", [
    [
      "may",
      "message",
      "Class is an optional child of Options in Sync requests.",
      "sms/class-place",
      "schema/too-many",
    ],
    [
      "fact",
      "message",
      "In this place it specifies the class that the options apply to.",
      "sms/options-pair",
      "sms/options-class",
    ],
    [
      "may",
      "message",
      "Class is an optional child of Add, Change and Delete in Sync responses.",
      "sms/class-place",
      "sms/class-missing",
    ],
    [
      "may",
      "message",
      "Class is an optional child of Add in Sync requests.",
      "sms/class-place",
      "sms/class-missing",
    ],
    [
      "fact",
      "message",
      "In these places it specifies the class of the item.",
      "sms/class-missing",
      "sms/item-folder",
    ],
    ["must", "message", "The value of Class is a string, SMS for text messages.", "sms/class-value"],
  ]),
  ...inSection("2.2.2.2.2", [
    [
      "may",
      "message",
      "EnableOutboundSMS is an optional child of Set in Settings requests.",
      "sms/outbound-place",
      "schema/too-many",
      "schema/misplaced",
    ],
    [
      "fact",
      "session",
      "Messages are sent only through phones that enable sending.",
      "session/outbox-synchronised",
    ],
    [
      "must",
      "message",
      "The value of EnableOutboundSMS is an integer: 1 enables sending, 0 disables it.",
      ...TYPES,
    ],
    [
      "may",
      "session",
      "A phone that no longer wants to send sets it back to 0.",
      "session/outbox-synchronised",
    ],
    ["fact", "message", "The default value is 0.", "sms/phone-number"],
  ]),
  ...inSection("2.2.2.2.3", [
    [
      "may",
      "message",
      "PhoneNumber is an optional child of Set in Settings requests.",
      "sms/outbound-place",
      "schema/too-many",
      "schema/misplaced",
    ],
    [
      "fact",
      "message",
      "PhoneNumber is the telephone number that identifies the device.",
      "sms/phone-number",
    ],
    ["fact", "message", "The value of PhoneNumber is a string.", "schema/opaque-or-text", "sms/phone-number"],
  ]),
];

/** All statements of section 2 of [MS-ASMS]. */
export const messageStatements: readonly Statement[] = [...syntax, ...classElements, ...additional];
