import { numberSections, type Statement } from "../statement";

const inSection = numberSections("MS-ASMS");

const CODE_PAGES =
  "The bytes are WBXML, where a code page stands for the namespace; there are no prefixes on the wire, and the XML view reads any.";
const TYPES = ["schema/wrong-type", "schema/not-listed"] as const;

/** Section 2 but for the elements: transport, syntax, namespaces. */
const syntax: readonly Statement[] = [
  ...inSection("2.1", [
    [
      "fact",
      "message",
      "The protocol is a set of elements inside the requests and responses of commands.",
      "schema/misplaced",
      "sms/data-place",
    ],
    [
      "fact",
      "message",
      "Requests and responses travel as WBXML.",
      "wbxml/header",
      "wbxml/literal",
      "wbxml/attributes",
    ],
    [
      "fact",
      "not-on-wire",
      "The device sends outgoing messages by the means of its mobile network.",
      "It happens between the phone and its network.",
    ],
  ]),
  ...inSection("2.2", [
    ["must", "message", "The XML is well formed.", "wbxml/xml-not-well-formed"],
    [
      "must",
      "message",
      "A processor reports every violation of well-formedness.",
      "wbxml/xml-not-well-formed",
    ],
    ["fact", "message", "The elements stand inside a command's request or response.", "schema/misplaced"],
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
    ["must", "message", "To has 32768 characters at most.", "schema/out-of-range"],
    ["must", "message", "From has 32768 characters at most.", "schema/out-of-range"],
    ["must", "message", "DateReceived is of the type dateTime.", "sms/date-received", "schema/wrong-type"],
    ["must", "message", "Importance is of the type unsignedByte.", ...TYPES],
    ["must", "message", "Read is of the type boolean.", ...TYPES],
    ["must", "message", "InternetCPID is of the type string.", "sms/internet-cpid"],
    [
      "fact",
      "message",
      "Flag is of the namespace Email, and its content is told elsewhere.",
      "schema/misplaced",
      "schema/text-in-container",
    ],
    [
      "fact",
      "message",
      "ConversationId and ConversationIndex are of the namespace Email2.",
      "sms/data-namespace",
    ],
    ["fact", "message", "Body is of the namespace AirSyncBase.", "sms/data-namespace"],
  ]),
  ...inSection("2.2.1", [
    [
      "fact",
      "message",
      "Namespaces are used as XML names them: airsync AirSync, airsyncbase AirSyncBase, email Email, email2 Email2, settings Settings.",
      "wbxml/undeclared-prefix",
      "schema/unknown-element",
    ],
    [
      "may",
      "not-on-wire",
      "Which prefix a namespace has is up to whoever writes it, and matters to nobody.",
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
      "Class in Options of Sync and GetItemEstimate requests says which class the options are for.",
      "sms/class-place",
      "sms/class-value",
    ],
    [
      "fact",
      "message",
      "Class in Sync says of which class an item is that is added, changed or deleted.",
      "sms/class-place",
      "sms/class-missing",
    ],
    [
      "fact",
      "message",
      "EnableOutboundSMS is for Settings requests and switches sending by the phone on or off.",
      "sms/outbound-place",
      "schema/misplaced",
    ],
    [
      "fact",
      "message",
      "PhoneNumber is for Settings requests and names the device by its telephone number.",
      "sms/outbound-place",
      "sms/phone-number",
    ],
  ]),
  ...inSection("2.2.2.1", [
    ["fact", "message", "Ten elements make up the class.", "sms/data-elements"],
    ["fact", "message", "They are children of ApplicationData in Sync.", "sms/data-place"],
  ]),
  ...inSection("2.2.2.1.1", [
    ["may", "message", "Body is optional, once in an item.", ITEM],
    [
      "fact",
      "message",
      "It holds the text, as MS-ASAIRS makes it: a container with Type and Data.",
      "schema/missing",
      "schema/order",
      "schema/text-in-container",
      ...TYPES,
    ],
    ["fact", "message", "It is of AirSyncBase, not the Body of another page.", "sms/data-namespace"],
  ]),
  ...inSection("2.2.2.1.2", [
    ["must", "message", "A Sync response has ConversationId in every text message.", "sms/conversation-id"],
    [
      "fact",
      "message",
      "It is a byte array that identifies a conversation, as MS-ASCON makes it.",
      "sms/conversation-bytes",
      "schema/opaque-or-text",
    ],
  ]),
  ...inSection("2.2.2.1.3", [
    [
      "must",
      "message",
      "A Sync response has ConversationIndex in every text message.",
      "sms/conversation-index",
    ],
    [
      "fact",
      "message",
      "It holds the time stamps that a tree of the conversation is made from, as MS-ASCON makes it.",
      "sms/conversation-bytes",
      "schema/opaque-or-text",
    ],
  ]),
  ...inSection("2.2.2.1.4", [
    ["may", "message", "DateReceived is optional in requests and responses.", ITEM],
    [
      "fact",
      "not-on-wire",
      "In Sent Items it is when the message was sent, elsewhere when it was received.",
      "A payload holds the time and not what happened at it.",
    ],
    ["must", "message", "Its value is a dateTime, in UTC.", "sms/date-received", "schema/wrong-type"],
  ]),
  ...inSection("2.2.2.1.5", [
    ["may", "message", "Flag is optional.", ITEM],
    [
      "fact",
      "message",
      "It is the flag of the message and its state, as MS-ASEMAIL makes it: a container, empty where there is no flag.",
      "schema/misplaced",
      "schema/text-in-container",
      ...TYPES,
    ],
  ]),
  ...inSection("2.2.2.1.6", [
    ["may", "message", "From is optional in requests and responses.", ITEM],
    ["fact", "message", "It tells the telephone number of the one sender.", "sms/from-format"],
    ["fact", "message", "Its value is a string.", "sms/from-format", "schema/opaque-or-text"],
    [
      "must",
      "message",
      "The name stands in double quotes, the number behind it in square brackets after MOBILE and a colon.",
      "sms/from-format",
    ],
    ["may", "message", "The name may be left out.", "sms/from-format"],
    ["must", "message", "The number is that of the sender's mobile phone.", "sms/from-format"],
  ]),
  ...inSection("2.2.2.1.7", [
    ["may", "message", "Importance is optional.", ITEM],
    [
      "fact",
      "message",
      "It is what the sender called it, as MS-ASEMAIL has it: 0, 1 or 2.",
      "schema/not-listed",
    ],
  ]),
  ...inSection("2.2.2.1.8", [
    ["must", "message", "Every text message has InternetCPID, in both directions.", "sms/internet-cpid"],
    ["fact", "message", "It is the number of the code page of the message.", "sms/internet-cpid"],
  ]),
  ...inSection("2.2.2.1.9", [
    ["may", "message", "Read is optional.", ITEM],
    ["fact", "message", "It says whether the message was looked at: 0 or 1.", ...TYPES],
  ]),
  ...inSection("2.2.2.1.10", [
    ["may", "message", "To is optional in requests and responses.", ITEM],
    ["fact", "message", "Its value is a string.", "sms/to-format", "schema/opaque-or-text"],
    ["must", "message", "It holds the name and number of one recipient or more.", "sms/to-format"],
    ["must", "message", "Commas separate the recipients.", "sms/to-format"],
    [
      "must",
      "message",
      "Each has its name in double quotes and its number in square brackets after MOBILE and a colon.",
      "sms/to-format",
    ],
    ["may", "message", "The name may be left out.", "sms/to-format"],
    ["must", "message", "The number is that of the recipient's mobile phone.", "sms/to-format"],
  ]),
];

/** Section 2.2.2.2: Class, EnableOutboundSMS, PhoneNumber. */
const additional: readonly Statement[] = [
  ...inSection("2.2.2.2", [
    [
      "fact",
      "message",
      "Three elements beside the class serve commands that deal with text messages.",
      "sms/class-place",
      "sms/outbound-place",
    ],
  ]),
  ...inSection("2.2.2.2.1", [
    [
      "fact",
      "message",
      "Class is for GetItemEstimate requests, Sync requests and Sync responses.",
      "sms/class-place",
      "schema/misplaced",
    ],
    ["fact", "message", "What it is said of depends on where it stands.", "sms/class-place"],
  ]),
  ...inSection("2.2.2.2.1.1", [
    [
      "may",
      "message",
      "Class is an optional child of Options in GetItemEstimate requests.",
      "sms/class-place",
      "schema/too-many",
    ],
    ["fact", "message", "It says which class the options are for.", "sms/options-pair", "sms/options-class"],
    ["must", "message", "Its value is a string, SMS for text messages.", "sms/class-value"],
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
      "There it says which class the options are for.",
      "sms/options-pair",
      "sms/options-class",
    ],
    [
      "may",
      "message",
      "It is an optional child of Add, Change and Delete in Sync responses.",
      "sms/class-place",
      "sms/class-missing",
    ],
    [
      "may",
      "message",
      "It is an optional child of Add in Sync requests.",
      "sms/class-place",
      "sms/class-missing",
    ],
    ["fact", "message", "There it says of which class the item is.", "sms/class-missing", "sms/item-folder"],
    ["must", "message", "Its value is a string, SMS for text messages.", "sms/class-value"],
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
    ["fact", "session", "Messages go out only through phones that enable it.", "session/outbox-synchronised"],
    ["must", "message", "Its value is an integer: 1 switches sending on, 0 off.", ...TYPES],
    [
      "may",
      "session",
      "A phone that no longer wants to send puts it back to 0.",
      "session/outbox-synchronised",
    ],
    ["fact", "message", "Where it is not said, it is 0.", "sms/phone-number"],
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
    ["fact", "message", "It is the telephone number that names the device.", "sms/phone-number"],
    ["fact", "message", "Its value is a string.", "schema/opaque-or-text", "sms/phone-number"],
  ]),
];

/** All that section 2 of [MS-ASMS] states. */
export const messageStatements: readonly Statement[] = [...syntax, ...classElements, ...additional];
