import { type ElementsOfPage, request, response, spec, UNBOUNDED } from "./element";

/**
 * Code page 6, GetItemEstimate: the elements of GetItemEstimate [MS-ASCMD] 2.2.1.9, which takes its options
 * from AirSync.
 */
export const getitemestimate: ElementsOfPage<"GetItemEstimate"> = {
  GetItemEstimate: {
    type: "container",
    summary:
      "Root of a GetItemEstimate message: for each folder named, how many changes the next Sync would bring.",
    places: [request("GetItemEstimate", undefined, 1, 1), response("GetItemEstimate", undefined, 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.85"), spec("MS-ASCMD 2.2.1.9")],
  },
  Collections: {
    type: "container",
    summary: "The folders to be estimated.",
    places: [request("GetItemEstimate", "GetItemEstimate:GetItemEstimate", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.31.1")],
  },
  Collection: {
    type: "container",
    summary:
      "One folder: in the request its state and the options to estimate with, in the response the number found.",
    meanings: [
      {
        where: "in a request",
        parent: "GetItemEstimate:Collections",
        text: "The folder, its current SyncKey and what would be asked of Sync: time window, class, conversation mode.",
      },
      {
        where: "in a response",
        parent: "GetItemEstimate:Response",
        text: "The folder and its estimate; missing where the folder could not be estimated.",
      },
    ],
    places: [
      request("GetItemEstimate", "GetItemEstimate:Collections", 1, 300, {
        when: "servers since Exchange 2010 SP2 count to 1000 by default and refuse more with status 103",
      }),
      response("GetItemEstimate", "GetItemEstimate:Response", 0, 1),
    ],
    spec: [spec("MS-ASCMD 2.2.3.29.1"), spec("MS-ASCMD 3.1.5.10")],
    sms: {
      section: "3.1.4.2",
      role: "SMS items live in the folders of mail, so their number is asked for with the mail folder's collection.",
      client:
        "May add one Options with Class SMS beside the Options of the folder's own class; two Options are the most.",
      server:
        "Counts text messages for that folder if, and only if, an Options of class SMS is there. More than two Options, a class other than SMS or Email in a mail folder, or one of the two in another folder earn status 4.",
      products: "With 14.0 only Inbox, Outbox and Sent Items have SMS items to count (footnote 7).",
    },
  },
  Class: {
    type: "string",
    summary:
      "The class of content of the folder, said by clients up to 12.1. From 14.0 the Class of AirSync took its place, inside Options, where it says what the options are for.",
    values: [
      { value: "Email", meaning: "Mail." },
      { value: "Calendar", meaning: "Appointments and meetings." },
      { value: "Contacts", meaning: "Contacts." },
      { value: "Tasks", meaning: "Tasks." },
    ],
    places: [
      request("GetItemEstimate", "GetItemEstimate:Collection", 0, 1),
      response("GetItemEstimate", "GetItemEstimate:Collection", 0, 1),
    ],
    spec: [spec("MS-ASCMD 2.2.3.27.2"), spec("MS-ASCMD 2.2.3.29.1"), spec("MS-ASWBXML 2.1.2.1.7")],
    deprecated:
      "Not known to 14.0 and later: put AirSync:Class into AirSync:Options, and only where the options are not for the folder's own class.",
    sms: {
      section: "2.2.2.2.1.1",
      role: "None: the versions that know this tag have no SMS class. An estimate of text messages needs AirSync:Class with the value SMS.",
      client: "Must not write SMS here; sends AirSync:Options with AirSync:Class SMS, which needs 14.0.",
      server: "Knows no such value here.",
    },
  },
  CollectionId: {
    type: "string",
    summary:
      "The folder, by the ServerId that FolderSync or FolderCreate gave for it; the response says with it which folder the estimate is of.",
    limits: { maxLength: 64 },
    places: [
      request("GetItemEstimate", "GetItemEstimate:Collection", 1, 1),
      response("GetItemEstimate", "GetItemEstimate:Collection", 1, 1),
    ],
    spec: [spec("MS-ASCMD 2.2.3.30.2")],
  },
  Estimate: {
    type: "integer",
    summary:
      "How many items the next Sync of this folder would add, change or delete. Good for a progress bar; Sync may bring another number.",
    limits: { min: 0 },
    places: [response("GetItemEstimate", "GetItemEstimate:Collection", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.65")],
    sms: {
      section: "3.2.5.2",
      role: "Counts text messages together with the folder's other items; there is no number of their own.",
      client: "Cannot tell mail and SMS apart in the sum; two requests with one Options each can.",
      server: "Adds the text messages in only where the request asks for class SMS.",
    },
  },
  Response: {
    type: "container",
    summary: "The result for one folder: whether it could be estimated, and the estimate.",
    places: [
      response("GetItemEstimate", "GetItemEstimate:GetItemEstimate", 1, UNBOUNDED, {
        when: "where no Status of GetItemEstimate says that the request as a whole failed",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.153.3")],
  },
  Status: {
    type: "unsignedByte",
    summary: "Whether the estimate worked, for the folder or, outside a Response, for the whole request.",
    meanings: [
      {
        where: "in GetItemEstimate",
        parent: "GetItemEstimate:GetItemEstimate",
        text: "The request failed as a whole; there is no result for any folder.",
      },
      {
        where: "in Response",
        parent: "GetItemEstimate:Response",
        text: "The outcome for one folder; other folders may still have worked.",
      },
    ],
    places: [
      response("GetItemEstimate", "GetItemEstimate:Response", 1, 1),
      response("GetItemEstimate", "GetItemEstimate:GetItemEstimate", 0, 1, {
        when: "where the request failed as a whole",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.177.7")],
    sms: {
      section: "3.2.5.2",
      role: "Value 4 is what a request with the wrong classes gets.",
      format: "A number.",
      example: "4",
      client: "Checks number and class of its Options before sending the request again.",
      server:
        "Answers 4 to more than two Options, to a class other than SMS and Email in a mail folder, and to SMS or Email in any other folder.",
    },
  },
};
