import { numberSections, type Statement } from "../statement";

const inSection = numberSections("MS-ASMS");

const NO_NUMBER = ["sms/phone-number", "session/settings-status-5"] as const;
const THREE_FOLDERS = "With 14.0, text messages are synchronised only in Inbox, Outbox and Sent Items.";

/** All statements of section 3.2 of [MS-ASMS]. */
export const serverStatements: readonly Statement[] = [
  ...inSection("3.2.5.1", [
    ["fact", "pair", "The server responds to a Sync request with a Sync response.", "session/sms-unasked"],
    [
      "fact",
      "message",
      "A text message is sent to the client in ApplicationData.",
      "sms/data-place",
      "schema/missing",
    ],
    ["must", "message", "The elements of the class are children of ApplicationData.", "sms/data-place"],
    [
      "must",
      "pair",
      "The server sends no text messages to a client that did not request them.",
      "session/sms-unasked",
    ],
    [
      "must",
      "pair",
      "For a FilterType that is not from 0 to 5, the server returns status 4.",
      "sms/filter-type",
      "session/sync-status-4",
    ],
    [
      "must",
      "pair",
      "For more than two Options, the server returns status 4.",
      "sms/options-max-two",
      "session/sync-status-4",
    ],
    [
      "must",
      "pair",
      "For a class other than SMS and Email in an e-mail collection, the server returns status 4.",
      "sms/options-class",
      "session/sync-status-4",
    ],
    [
      "must",
      "pair",
      "For class SMS or Email in a collection that is not for e-mail, the server returns status 4.",
      "sms/options-class",
      "session/sync-status-4",
    ],
  ]),
  ...inSection("3.2.5.2", [
    [
      "fact",
      "pair",
      "The server responds with the number of changes in a folder.",
      "session/estimate-status-4",
    ],
    [
      "fact",
      "session",
      "The server counts the classes that the request names, and text messages only if it names SMS.",
      "session/estimate-asks-same",
    ],
    [
      "must",
      "pair",
      "For more than two Options, the server returns status 4.",
      "sms/options-max-two",
      "session/estimate-status-4",
    ],
    [
      "must",
      "pair",
      "For a class other than SMS and Email in an e-mail collection, the server returns status 4.",
      "sms/options-class",
      "session/estimate-status-4",
    ],
    [
      "must",
      "pair",
      "For class SMS or Email in a collection that is not for e-mail, the server returns status 4.",
      "sms/options-class",
      "session/estimate-status-4",
    ],
  ]),
  ...inSection("3.2.5.3", [
    [
      "must",
      "pair",
      "For EnableOutboundSMS 1 without a telephone number, the server returns status 5.",
      ...NO_NUMBER,
    ],
    [
      "should",
      "not-on-wire",
      "The server informs all clients of the user that the phone sends.",
      "No EAS element carries this; the server uses it for clients of other protocols.",
    ],
    [
      "may",
      "not-on-wire",
      "Each of these clients can then send text messages through the phone.",
      "These payloads do not show what other clients do.",
    ],
  ]),
];

/**
 * The statements among the examples of section 4, and the footnotes of section 6 about products and versions.
 */
export const productStatements: readonly Statement[] = [
  ...inSection("4.3", [
    [
      "fact",
      "message",
      "The data is in ApplicationData, and the class of the item in the Class of Add.",
      "sms/data-place",
      "sms/class-missing",
    ],
  ]),
  ...inSection("6", [
    [
      "fact",
      "message",
      "The products are Exchange 2010 and 2013; footnotes describe their differences.",
      "sms/phone-number",
    ],
    [
      "fact",
      "not-on-wire",
      "Unless stated otherwise, the products do what SHOULD prescribes and do not do what MAY permits.",
      "This explains how to read the document.",
    ],
  ]),
  ...inSection(
    "6",
    [
      [
        "fact",
        "session",
        "With 14.0, a Sync response contains neither Delete nor its Class for a text message (footnote to 2.2.2).",
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
        "With 14.0, a Sync response contains neither Delete nor its Class for a text message (footnote to 2.2.2.2.1.2).",
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
        "The first release of Exchange 2010 requires a PhoneNumber with a value together with EnableOutboundSMS 1.",
        ...NO_NUMBER,
      ],
      ["must", "pair", "It returns status 5 if there is none.", "session/settings-status-5"],
      ["fact", "pair", "Exchange 2010 SP1 and 2013 do not require it.", ...NO_NUMBER],
    ],
    "6.fn4",
  ),
  ...inSection(
    "6",
    [["must", "pair", "The same three statements about PhoneNumber.", ...NO_NUMBER]],
    "6.fn5",
  ),
  ...inSection(
    "6",
    [["must", "session", `${THREE_FOLDERS} (footnote to 3.1.4.1)`, "sms/folders-of-14-0"]],
    "6.fn6",
  ),
  ...inSection(
    "6",
    [["must", "session", `${THREE_FOLDERS} (footnote to 3.1.4.2)`, "sms/folders-of-14-0"]],
    "6.fn7",
  ),
];
