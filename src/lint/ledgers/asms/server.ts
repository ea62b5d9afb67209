import { numberSections, type Statement } from "../statement";

const inSection = numberSections("MS-ASMS");

const NO_NUMBER = ["sms/phone-number", "session/settings-status-5"] as const;
const THREE_FOLDERS = "With 14.0 text messages are synchronised in Inbox, Outbox and Sent Items alone.";

/** All that section 3.2 of [MS-ASMS] states. */
export const serverStatements: readonly Statement[] = [
  ...inSection("3.2.5.1", [
    ["fact", "pair", "The server answers a Sync request with a Sync response.", "session/sms-unasked"],
    [
      "fact",
      "message",
      "A text message goes to the client in ApplicationData.",
      "sms/data-place",
      "schema/missing",
    ],
    ["must", "message", "The elements of the class are children of ApplicationData.", "sms/data-place"],
    [
      "must",
      "pair",
      "The server sends no text message to a client that did not ask for any.",
      "session/sms-unasked",
    ],
    [
      "must",
      "pair",
      "A FilterType that is not from 0 to 5 brings status 4.",
      "sms/filter-type",
      "session/sync-status-4",
    ],
    ["must", "pair", "More than two Options bring status 4.", "sms/options-max-two", "session/sync-status-4"],
    [
      "must",
      "pair",
      "A class other than SMS and Email in a collection of e-mail brings status 4.",
      "sms/options-class",
      "session/sync-status-4",
    ],
    [
      "must",
      "pair",
      "Class SMS or Email in a collection that is not of e-mail brings status 4.",
      "sms/options-class",
      "session/sync-status-4",
    ],
  ]),
  ...inSection("3.2.5.2", [
    [
      "fact",
      "pair",
      "The server answers with the number of changes in a folder.",
      "session/estimate-status-4",
    ],
    [
      "fact",
      "session",
      "It counts the classes that the request names, text messages only where it names SMS.",
      "session/estimate-asks-same",
    ],
    [
      "must",
      "pair",
      "More than two Options bring status 4.",
      "sms/options-max-two",
      "session/estimate-status-4",
    ],
    [
      "must",
      "pair",
      "A class other than SMS and Email in a collection of e-mail brings status 4.",
      "sms/options-class",
      "session/estimate-status-4",
    ],
    [
      "must",
      "pair",
      "Class SMS or Email in a collection that is not of e-mail brings status 4.",
      "sms/options-class",
      "session/estimate-status-4",
    ],
  ]),
  ...inSection("3.2.5.3", [
    ["must", "pair", "EnableOutboundSMS 1 without a telephone number brings status 5.", ...NO_NUMBER],
    [
      "should",
      "not-on-wire",
      "The server lets all clients of the user know that the phone sends.",
      "No element of EAS carries it: the server uses it for clients of other protocols.",
    ],
    [
      "may",
      "not-on-wire",
      "Any of these clients can then send text messages through the phone.",
      "What other clients do is not in the payloads of this one.",
    ],
  ]),
];

/**
 * The examples of section 4, where they state something, and the footnotes of section 6 on products and
 * versions.
 */
export const productStatements: readonly Statement[] = [
  ...inSection("4.3", [
    [
      "fact",
      "message",
      "The data stand in ApplicationData, the class of the item in the Class of Add.",
      "sms/data-place",
      "sms/class-missing",
    ],
  ]),
  ...inSection("6", [
    [
      "fact",
      "message",
      "The products are Exchange 2010 and 2013; what differs between them is told by footnotes.",
      "sms/phone-number",
    ],
    [
      "fact",
      "not-on-wire",
      "Products do what SHOULD says and not what MAY says, unless told otherwise.",
      "It explains how to read the document.",
    ],
  ]),
  ...inSection(
    "6",
    [
      [
        "fact",
        "session",
        "With 14.0 a Sync response has neither Delete nor its Class for a text message (said of 2.2.2).",
        "sms/delete-of-14-0",
      ],
    ],
    "6.fn1",
  ),
  ...inSection(
    "6",
    [
      [
        "fact",
        "session",
        "With 14.0 a Sync response has neither Delete nor its Class for a text message (said of 2.2.2.2.1.2).",
        "sms/delete-of-14-0",
      ],
    ],
    "6.fn2",
  ),
  ...inSection(
    "6",
    [["must", "message", "Version 12.1 does not have EnableOutboundSMS.", "schema/wrong-version"]],
    "6.fn3",
  ),
  ...inSection(
    "6",
    [
      [
        "must",
        "pair",
        "The first release of Exchange 2010 wants a PhoneNumber with a value beside EnableOutboundSMS 1.",
        ...NO_NUMBER,
      ],
      ["must", "pair", "It answers status 5 where there is none.", "session/settings-status-5"],
      ["fact", "pair", "Exchange 2010 SP1 and 2013 do not want it.", ...NO_NUMBER],
    ],
    "6.fn4",
  ),
  ...inSection("6", [["must", "pair", "The same three, said of PhoneNumber.", ...NO_NUMBER]], "6.fn5"),
  ...inSection(
    "6",
    [["must", "session", `${THREE_FOLDERS} (said of 3.1.4.1)`, "sms/folders-of-14-0"]],
    "6.fn6",
  ),
  ...inSection(
    "6",
    [["must", "session", `${THREE_FOLDERS} (said of 3.1.4.2)`, "sms/folders-of-14-0"]],
    "6.fn7",
  ),
];
