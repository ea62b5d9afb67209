import { numberSections, type Statement } from "../statement";

const inSection = numberSections("MS-ASMS");

/** All that section 3.1 of [MS-ASMS] states. */
export const clientStatements: readonly Statement[] = [
  ...inSection("3.1.4.1", [
    [
      "fact",
      "pair",
      "The client begins: it sends a Sync request, and the server answers.",
      "session/sms-unasked",
    ],
    [
      "fact",
      "not-on-wire",
      "Sync brings the client's items into step with the server's.",
      "The stores of both sides are not in the payloads.",
    ],
    [
      "may",
      "session",
      "Any collection of e-mail can be synchronised for text messages, and no other.",
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
      "An Options without Class is for the folder's own class, of which alone items come then.",
      "session/sms-unasked",
    ],
    [
      "fact",
      "pair",
      "Without any Options only items of the folder's own class come, unless earlier options hold.",
      "session/sms-unasked",
    ],
    ["must", "message", "A Collection has two Options at most.", "sms/options-max-two"],
    ["must", "message", "Of two, one is for the folder's own class and one for SMS.", "sms/options-pair"],
    [
      "must",
      "message",
      "Options for text messages have Class SMS, spelled so.",
      "sms/class-value",
      "sms/options-pair",
    ],
    ["may", "session", "Options for SMS can be in any Collection of an e-mail folder.", "sms/options-class"],
  ]),
  ...inSection("3.1.4.1.1.1", [
    [
      "may",
      "session",
      "A Sync request may leave out Options; then those of before hold.",
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
      "A class whose set is left out is taken for one no longer wanted.",
      "session/sticky-options",
    ],
    [
      "must",
      "session",
      "The server takes the items of that class away with SoftDelete.",
      "session/soft-delete-due",
    ],
  ]),
  ...inSection("3.1.4.1.1.2", [
    ["may", "message", "Options for SMS may have a FilterType.", "sms/filter-type", "schema/too-many"],
    [
      "fact",
      "not-on-wire",
      "It is a window of time, and keeps out what lies before it.",
      "What the server leaves out is not in the payload, and against which clock it counts neither.",
    ],
    ["must", "message", "Its values are those of e-mail: 0 to 5.", "sms/filter-type"],
  ]),
  ...inSection("3.1.4.1.2", [
    [
      "fact",
      "message",
      "Text messages are changed and deleted as e-mail is, and can be added too.",
      "sms/change-read-flag",
      "sms/class-place",
    ],
    [
      "must",
      "message",
      "Add, Change and Delete of a Sync request are how the client says so.",
      "schema/misplaced",
      "sms/class-place",
    ],
    ["must", "message", "The data are children of ApplicationData.", "sms/data-place"],
    ["must", "message", "A client's Add has no ConversationId.", "sms/add-without-conversation"],
    ["must", "message", "A client's Add has no ConversationIndex.", "sms/add-without-conversation"],
    ["must", "pair", "The server returns both for the message that was added.", "session/add-conversation"],
    [
      "must",
      "pair",
      "The server returns the ServerId of the message that was added.",
      "session/add-acknowledged",
    ],
    [
      "must",
      "message",
      "A client's Change holds Email:Read and children of Email:Flag alone.",
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
      "It does so about every 15 minutes, or uses Wait or HeartbeatInterval.",
      "session/outbox-synchronised",
    ],
  ]),
  ...inSection("3.1.4.2", [
    [
      "fact",
      "message",
      "GetItemEstimate tells how many changes there are to the text messages of an e-mail folder.",
      "sms/options-class",
    ],
    [
      "fact",
      "session",
      "Text messages are counted only where the request has an Options with Class SMS.",
      "session/estimate-asks-same",
    ],
    ["must", "message", "A Collection of GetItemEstimate has two Options at most.", "sms/options-max-two"],
    ["must", "message", "Of two, one is for the folder's own class and one for SMS.", "sms/options-pair"],
    [
      "must",
      "message",
      "Options for text messages have Class SMS, spelled so.",
      "sms/class-value",
      "sms/class-place",
    ],
    [
      "may",
      "session",
      "Options for SMS can be in any Collection of an e-mail folder.",
      "sms/options-class",
      "sms/folders-of-14-0",
    ],
  ]),
  ...inSection("3.1.4.3", [
    [
      "fact",
      "message",
      "A Settings request makes the phone one that sends for the server.",
      "sms/outbound-place",
    ],
    ["fact", "session", "Messages go out only through phones that enable it.", "session/outbox-synchronised"],
    [
      "must",
      "message",
      "To enable it, EnableOutboundSMS 1 stands in Set of DeviceInformation.",
      "sms/outbound-place",
      "schema/not-listed",
    ],
    [
      "must",
      "message",
      "To enable it, PhoneNumber stands in Set of DeviceInformation.",
      "sms/outbound-place",
      "sms/phone-number",
    ],
    ["must", "message", "To end it, EnableOutboundSMS is 0.", "schema/not-listed"],
    ["may", "message", "Then there need be no PhoneNumber.", "sms/phone-number"],
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
      "What the server adds to the Outbox is to be sent.",
      "session/outbox-items-deleted",
      "session/report-in-inbox",
    ],
    [
      "must",
      "not-on-wire",
      "The client sends these messages over its mobile network.",
      "It happens between the phone and its network; that the message was sent shows only when the client deletes it.",
    ],
    [
      "must",
      "message",
      "It sends each to all recipients that the server names, so that each of them needs a number.",
      "sms/to-format",
    ],
    [
      "must",
      "not-on-wire",
      "It splits a body that is too long for its network.",
      "It happens between the phone and its network.",
    ],
    [
      "must",
      "not-on-wire",
      "It lets the receiving phone put the parts together again.",
      "It happens between the phone and its network.",
    ],
    [
      "should",
      "session",
      "If a message fails, it adds a non-delivery report to the Inbox.",
      "session/report-in-inbox",
    ],
    [
      "must",
      "session",
      "It deletes what it sent from the Outbox with a Delete.",
      "session/outbox-items-deleted",
    ],
  ]),
];
