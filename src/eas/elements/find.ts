import { type ElementsOfPage, type Place, request, response, spec, UNBOUNDED, values } from "./element";

const inProperties: readonly Place[] = [response("Find", "Find:Properties", 0, 1, { classes: ["Email"] })];

const OF_MAIL: Partial<Place> = {
  grandparent: "Find:MailBoxSearchCriterion",
  when: "the search is a MailBoxSearchCriterion",
};
const OF_PEOPLE: Partial<Place> = {
  grandparent: "Find:GalSearchCriterion",
  when: "the search is a GalSearchCriterion",
};

/** Code page 25, Find: the elements of the Find command [MS-ASCMD 2.2.1.2], introduced in 16.1. */
export const find: ElementsOfPage<"Find"> = {
  Find: {
    type: "container",
    summary:
      "Root of a Find message: a search for mail by keywords, or for people in the address list, that comes back a page at a time with a preview of each message. Accept-Language of the HTTP request decides by which language words are matched.",
    places: [request("Find", undefined, 1, 1), response("Find", undefined, 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.69"), spec("MS-ASCMD 2.2.1.2")],
  },
  SearchId: {
    type: "guid",
    summary:
      "A GUID that the client makes up for a search. The requests for further pages carry the same one, so that the server can go on.",
    places: [request("Find", "Find:Find", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.160")],
  },
  ExecuteSearch: {
    type: "container",
    summary: "Holds the search: one criterion, for mail or for people.",
    places: [request("Find", "Find:Find", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.66")],
  },
  MailBoxSearchCriterion: {
    type: "container",
    summary: "A search in the mailbox, which finds mail only.",
    places: [request("Find", "Find:ExecuteSearch", 0, 1, { when: "no GalSearchCriterion" })],
    spec: [spec("MS-ASCMD 2.2.3.99")],
  },
  Query: {
    type: "container",
    summary:
      "What to look for: in the mailbox a container of keywords, class and folder, in the address list plain text.",
    places: [
      request("Find", "Find:MailBoxSearchCriterion", 1, 1),
      request("Find", "Find:GalSearchCriterion", 1, 1),
    ],
    spec: [spec("MS-ASCMD 2.2.3.142.1")],
    meanings: [
      {
        where: "in MailBoxSearchCriterion",
        parent: "Find:MailBoxSearchCriterion",
        text: "Class, which is Email; CollectionId where only one folder is to be searched; and FreeText with the keywords.",
      },
      {
        where: "in GalSearchCriterion",
        parent: "Find:GalSearchCriterion",
        type: "string",
        text: "Not a container but the text itself. It is held against the beginnings of names, aliases and mail addresses, without regard to upper and lower case.",
      },
    ],
  },
  Status: {
    type: "integer",
    summary:
      "The outcome: of the command as a whole, or of the search. Success does not say that anything was found.",
    places: [response("Find", "Find:Find", 1, 1), response("Find", "Find:Response", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.177.2"), spec("MS-ASCMD 2.2.2")],
    meanings: [
      {
        where: "of the whole command",
        parent: "Find:Find",
        text: "Whether the request could be processed.",
      },
      {
        where: "of the search",
        parent: "Find:Response",
        text: "Whether the search was carried out.",
      },
    ],
  },
  FreeText: {
    type: "string",
    summary:
      'The keywords, in the Keyword Query Language (KQL): "subject:report from:ann" restricts what properties they are looked for in, bare words are looked for in all that are indexed.',
    places: [request("Find", "Find:Query", 1, 1, OF_MAIL)],
    spec: [spec("MS-ASCMD 2.2.3.80.1")],
  },
  Options: {
    type: "container",
    summary:
      "How many results to send and from which one on, whether to look into subfolders, and for people whether to send photos.",
    places: [
      request("Find", "Find:MailBoxSearchCriterion", 0, 1),
      request("Find", "Find:GalSearchCriterion", 0, 1),
    ],
    spec: [spec("MS-ASCMD 2.2.3.125.1")],
  },
  Range: {
    type: "string",
    summary:
      'Which of the results, as first and last index joined by a hyphen and counted from 0: "0-9" is the first ten. Neither index goes beyond 999.',
    limits: { minLength: 3, maxLength: 7 },
    places: [request("Find", "Find:Options", 0, 1), response("Find", "Find:Response", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.143.1")],
    meanings: [
      {
        where: "in Options of a request",
        parent: "Find:Options",
        text: "The page wanted. The first request of a search begins with 0; the next begins after what was received, with the same SearchId.",
      },
      {
        where: "in Response of a response",
        parent: "Find:Response",
        text: "The indexes of the results in this response, which may be fewer than asked for.",
      },
    ],
  },
  DeepTraversal: {
    type: "empty",
    summary:
      "Search the subfolders of the folder that CollectionId names too. Without CollectionId all folders are searched anyway.",
    places: [request("Find", "Find:Options", 0, 1, OF_MAIL)],
    spec: [spec("MS-ASCMD 2.2.3.41.1")],
  },
  Response: {
    type: "container",
    summary:
      "Holds the outcome of the search: the store, its Status, a Result for each match, Range and Total.",
    places: [response("Find", "Find:Find", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.153.2")],
  },
  Result: {
    type: "container",
    summary:
      "One match: its class, ServerId, CollectionId and properties. There is none where nothing was found.",
    places: [response("Find", "Find:Response", 0, UNBOUNDED)],
    spec: [spec("MS-ASCMD 2.2.3.155.1")],
  },
  Properties: {
    type: "container",
    summary:
      "What is told of a match: the lines of a list of mail, or the properties of a person in the GAL namespace.",
    places: [response("Find", "Find:Result", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.139.1")],
  },
  Preview: {
    type: "string",
    summary: "The first words of the message as plain text, to be shown in the list of matches.",
    limits: { maxLength: 255 },
    places: inProperties,
    spec: [spec("MS-ASCMD 2.2.3.137")],
  },
  HasAttachments: {
    type: "boolean",
    summary: "Whether the message has attachments. Which ones is known when the message was fetched.",
    values: values(["0", "It has none."], ["1", "It has at least one."]),
    places: inProperties,
    spec: [spec("MS-ASCMD 2.2.3.87")],
  },
  Total: {
    type: "integer",
    summary:
      "About how many entries match, whatever the size of this page; it tells whether and where the next page begins.",
    limits: { min: 0 },
    places: [response("Find", "Find:Response", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.184.1")],
  },
  DisplayCc: {
    type: "string",
    summary: "The names of those who got a copy, as they are shown, with semicolons between them.",
    places: inProperties,
    spec: [spec("MS-ASCMD 2.2.3.48")],
  },
  DisplayBcc: {
    type: "string",
    summary:
      "The names of those who got a blind copy, as they are shown, with semicolons between them; known for one's own messages only.",
    places: inProperties,
    spec: [spec("MS-ASCMD 2.2.3.47")],
  },
  GalSearchCriterion: {
    type: "container",
    summary:
      "A search in the address list. MS-ASCMD spells the element GALSearchCriterion; on the wire both are the same token.",
    places: [request("Find", "Find:ExecuteSearch", 0, 1, { when: "no MailBoxSearchCriterion" })],
    spec: [spec("MS-ASCMD 2.2.3.82")],
  },
  MaxPictures: {
    type: "integer",
    summary:
      "The most photos to send. When that many were given, further people who have one get Status 175 in its place.",
    limits: { min: 0 },
    places: [request("Find", "Find:Picture", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.104.1")],
  },
  MaxSize: {
    type: "integer",
    summary: "The most bytes a photo may have. A bigger one is left out, with Status 174 in its place.",
    limits: { min: 0, max: 102_400 },
    places: [request("Find", "Find:Picture", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.105.1")],
  },
  Picture: {
    type: "container",
    summary:
      "Asks for the photos of the people found. It may be empty; its children limit how big and how many.",
    places: [request("Find", "Find:Options", 0, 1, OF_PEOPLE)],
    spec: [spec("MS-ASCMD 2.2.3.135.1")],
  },
};
