import { numberSections, type Statement } from "../statement";

const inSection = numberSections("MS-ASMS");

/** All statements of section 3.1 of [MS-ASMS]. */
export const clientStatements: readonly Statement[] = [
  ...inSection("3.1.4.1", [
    [
      "fact",
      "pair",
      "The client starts the exchange: it sends a Sync request, and the server responds.",
      "session/sms-unasked",
    ],
    [
      "fact",
      "not-on-wire",
      "Sync synchronises the client's items with the server's.",
      "Payloads do not show what client and server store.",
    ],
    [
      "may",
      "session",
      "Only e-mail collections can be synchronised for text messages.",
      "sms/options-class",
      "sms/item-folder",
      "sms/folders-of-14-0",
    ],
  ]),
  ...inSection("3.1.4.1.1", [
    [
      "must",
      "message",
      "A client that wants the text messages of a folder sends an Options with Class SMS.",
      "sms/class-value",
      "sms/class-place",
    ],
    [
      "fact",
      "pair",
      "An Options without Class applies to the folder's own class; only items of that class are then returned.",
      "session/sms-unasked",
    ],
    [
      "fact",
      "pair",
      "Without any Options, only items of the folder's own class are returned, unless earlier options are in effect.",
      "session/sms-unasked",
    ],
    ["must", "message", "A Collection has at most two Options.", "sms/options-max-two"],
    [
      "must",
      "message",
      "Of two Options, one is for the folder's own class and one for SMS.",
      "sms/options-pair",
    ],
    [
      "must",
      "message",
      "Options for text messages have Class SMS, in exactly this spelling.",
      "sms/class-value",
      "sms/options-pair",
    ],
    [
      "may",
      "session",
      "Any Collection of an e-mail folder can contain Options for SMS.",
      "sms/options-class",
    ],
  ]),
  ...inSection("3.1.4.1.1.1", [
    [
      "may",
      "session",
      "A Sync request may omit Options; the previous options then stay in effect.",
      "session/sms-unasked",
      "session/sticky-options",
    ],
    [
      "must",
      "session",
      "If one option changes, the client sends all sets of options again.",
      "session/sticky-options",
    ],
    [
      "fact",
      "session",
      "A class whose set of options is omitted counts as no longer wanted.",
      "session/sticky-options",
    ],
    [
      "must",
      "session",
      "The server removes the items of that class with SoftDelete.",
      "session/soft-delete-due",
    ],
  ]),
  ...inSection("3.1.4.1.1.2", [
    ["may", "message", "Options for SMS may have a FilterType.", "sms/filter-type", "schema/too-many"],
    [
      "fact",
      "not-on-wire",
      "FilterType is a time window that excludes older items.",
      "Payloads do not show what the server omits, nor the clock that it uses.",
    ],
    ["must", "message", "The values of FilterType are those for e-mail: 0 to 5.", "sms/filter-type"],
  ]),
  ...inSection("3.1.4.1.2", [
    [
      "fact",
      "message",
      "Text messages are added, changed and deleted in the same way as e-mail.",
      "sms/change-read-flag",
      "sms/class-place",
    ],
    [
      "must",
      "message",
      "The client uses Add, Change and Delete in a Sync request for this.",
      "schema/misplaced",
      "sms/class-place",
    ],
    ["must", "message", "The data consists of children of ApplicationData.", "sms/data-place"],
    ["must", "message", "A client's Add has no ConversationId.", "sms/add-without-conversation"],
    ["must", "message", "A client's Add has no ConversationIndex.", "sms/add-without-conversation"],
    ["must", "pair", "The server returns both elements for the added message.", "session/add-conversation"],
    ["must", "pair", "The server returns the ServerId of the added message.", "session/add-acknowledged"],
    [
      "must",
      "message",
      "A client's Change contains only Email:Read and children of Email:Flag.",
      "sms/change-read-flag",
    ],
  ]),
  ...inSection("3.1.4.1.3", [
    [
      "must",
      "session",
      "A phone that is enabled to send synchronises the SMS items of the Outbox.",
      "session/outbox-synchronised",
    ],
    [
      "should",
      "session",
      "It synchronises them about every 15 minutes, or uses Wait or HeartbeatInterval.",
      "session/outbox-synchronised",
    ],
  ]),
  ...inSection("3.1.4.2", [
    [
      "fact",
      "message",
      "GetItemEstimate returns the number of changes to the text messages of an e-mail folder.",
      "sms/options-class",
    ],
    [
      "fact",
      "session",
      "Text messages are counted only if the request has an Options with Class SMS.",
      "session/estimate-asks-same",
    ],
    ["must", "message", "A Collection of GetItemEstimate has at most two Options.", "sms/options-max-two"],
    [
      "must",
      "message",
      "Of two Options, one is for the folder's own class and one for SMS.",
      "sms/options-pair",
    ],
    [
      "must",
      "message",
      "Options for text messages have Class SMS, in exactly this spelling.",
      "sms/class-value",
      "sms/class-place",
    ],
    [
      "may",
      "session",
      "Any Collection of an e-mail folder can contain Options for SMS.",
      "sms/options-class",
      "sms/folders-of-14-0",
    ],
  ]),
  ...inSection("3.1.4.3", [
    [
      "fact",
      "message",
      "A Settings request enables the phone to send messages for the server.",
      "sms/outbound-place",
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
      "To enable sending, Set of DeviceInformation contains EnableOutboundSMS 1.",
      "sms/outbound-place",
      "schema/not-listed",
    ],
    [
      "must",
      "message",
      "To enable sending, Set of DeviceInformation contains PhoneNumber.",
      "sms/outbound-place",
      "sms/phone-number",
    ],
    ["must", "message", "To disable sending, EnableOutboundSMS is 0.", "schema/not-listed"],
    ["may", "message", "PhoneNumber is then not required.", "sms/phone-number"],
  ]),
  ...inSection("3.1.5.1", [
    [
      "must",
      "session",
      "The client synchronises the SMS items of the Outbox.",
      "session/outbox-synchronised",
    ],
    [
      "fact",
      "session",
      "Messages that the server adds to the Outbox are to be sent.",
      "session/outbox-items-deleted",
      "session/report-in-inbox",
    ],
    [
      "must",
      "not-on-wire",
      "The client sends these messages over its mobile network.",
      "Sending takes place between the phone and its network; payloads show it only when the client deletes the message.",
    ],
    [
      "must",
      "message",
      "The client sends each message to all recipients that the server names, so each recipient needs a number.",
      "sms/to-format",
    ],
    [
      "must",
      "not-on-wire",
      "The client splits a body that is too long for its network.",
      "This takes place between the phone and its network.",
    ],
    [
      "must",
      "not-on-wire",
      "The client allows the receiving phone to reassemble the parts.",
      "This takes place between the phone and its network.",
    ],
    [
      "should",
      "session",
      "If a message fails, the client adds a non-delivery report to the Inbox.",
      "session/report-in-inbox",
    ],
    [
      "must",
      "session",
      "The client removes sent messages from the Outbox with a Delete.",
      "session/outbox-items-deleted",
    ],
  ]),
];
