import { FROM_14_0, FROM_14_1 } from "../versions";
import { both, type ElementsOfPage, type Place, request, response, spec, UNBOUNDED, values } from "./element";

const inOptions: readonly Place[] = [request("ResolveRecipients", "ResolveRecipients:Options", 0, 1)];
const inRequest = (parent: string, min: number): Place =>
  request("ResolveRecipients", `ResolveRecipients:${parent}`, min, 1);
const inResponse = (parent: string, min: number, max: number, more: Partial<Place> = {}): Place =>
  response("ResolveRecipients", `ResolveRecipients:${parent}`, min, max, more);

/** Code page 10, ResolveRecipients: the elements of the ResolveRecipients command [MS-ASCMD 2.2.1.15]. */
export const resolverecipients: ElementsOfPage<"ResolveRecipients"> = {
  ResolveRecipients: {
    type: "container",
    summary:
      "Root of a ResolveRecipients message: turns names that a person typed into people of the address list and the contacts, and brings their certificates, free and busy times or photos along where asked.",
    places: both("ResolveRecipients", undefined, 1, 1),
    spec: [spec("MS-ASCMD 2.2.3.152"), spec("MS-ASCMD 2.2.1.15")],
  },
  Response: {
    type: "container",
    summary:
      "The answer for one To of the request: the To again, how it went, and a Recipient for each person it may stand for.",
    places: [inResponse("ResolveRecipients", 0, UNBOUNDED)],
    spec: [spec("MS-ASCMD 2.2.3.153.6")],
  },
  Status: {
    type: "unsignedByte",
    summary:
      "The outcome of whatever its parent is about: the command, one name, or what was asked for about one recipient.",
    places: [
      inResponse("ResolveRecipients", 1, 1),
      inResponse("Response", 1, 1),
      inResponse("Availability", 1, 1, { versions: FROM_14_0 }),
      inResponse("Certificates", 1, 1),
      inResponse("Picture", 1, 1, { versions: FROM_14_1 }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.177.12"), spec("MS-ASCMD 2.2.2")],
    meanings: [
      {
        where: "of the whole command",
        parent: "ResolveRecipients:ResolveRecipients",
        text: "Whether the request could be processed.",
      },
      {
        where: "of one name",
        parent: "ResolveRecipients:Response",
        text: "Whether the name stands for somebody.",
      },
      {
        where: "in Availability",
        parent: "ResolveRecipients:Availability",
        text: "Whether the free and busy times could be looked up.",
      },
      {
        where: "in Certificates",
        parent: "ResolveRecipients:Certificates",
        text: "Whether certificates were found.",
      },
      {
        where: "in Picture",
        parent: "ResolveRecipients:Picture",
        text: "Whether there is a photo.",
      },
    ],
  },
  Type: {
    type: "unsignedByte",
    summary: "Where the recipient was found.",
    values: values(
      ["1", "In the address list of the organisation (GAL)."],
      ["2", "In the person's contacts."],
    ),
    places: [inResponse("Recipient", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.186.5")],
  },
  Recipient: {
    type: "container",
    summary:
      "A person or list that the name stands for, or, where Status of the Response is 2 or 3, one that it may stand for.",
    places: [inResponse("Response", 0, UNBOUNDED)],
    spec: [spec("MS-ASCMD 2.2.3.145")],
  },
  DisplayName: {
    type: "string",
    summary: "The recipient's name as the address list or the contact has it.",
    places: [inResponse("Recipient", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.49.6")],
  },
  EmailAddress: {
    type: "string",
    summary: "The recipient's SMTP address, ready to be put into a message.",
    places: [inResponse("Recipient", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.55.2")],
  },
  Certificates: {
    type: "container",
    summary: "The recipient's S/MIME certificates, or why there are none; for a list, those of its members.",
    places: [inResponse("Recipient", 0, 1, { when: "CertificateRetrieval of the request is 2 or 3" })],
    spec: [spec("MS-ASCMD 2.2.3.23.1")],
  },
  Certificate: {
    type: "base64",
    summary:
      "A whole X.509 certificate: its DER bytes as base64 text. It is what a message to this recipient is encrypted with.",
    places: [inResponse("Certificates", 0, UNBOUNDED, { when: "CertificateRetrieval of the request is 2" })],
    spec: [spec("MS-ASCMD 2.2.3.19.1")],
  },
  MiniCertificate: {
    type: "base64",
    summary: "The certificate in a short form, as base64 text; it comes in place of Certificate.",
    places: [
      inResponse("Certificates", 0, 1, {
        when: "CertificateRetrieval of the request is 3, and the recipient has a valid certificate",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.112")],
  },
  Options: {
    type: "container",
    summary: "What to bring along besides names and addresses, and how much of it.",
    places: [request("ResolveRecipients", "ResolveRecipients:ResolveRecipients", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.125.4")],
  },
  To: {
    type: "string",
    summary:
      "A name, alias, mail address or a beginning of one. It is held against the names and addresses of the address list and the contacts; an exact address resolves best.",
    limits: { maxLength: 256 },
    places: [
      request("ResolveRecipients", "ResolveRecipients:ResolveRecipients", 1, 1000, {
        when: "more than the server's limit, which is 100 by default, is answered with Status 5",
      }),
      inResponse("Response", 1, 1),
    ],
    spec: [spec("MS-ASCMD 2.2.3.183"), spec("MS-ASCMD 3.1.5.10")],
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "One name to resolve. Free and busy times come only for a name that stands for one person or list; those of a list are merged, up to 20 members.",
      },
      {
        where: "in a response",
        direction: "response",
        text: "The name of the request that this Response answers.",
      },
    ],
  },
  CertificateRetrieval: {
    type: "integer",
    summary: "Whether to send certificates, and in what form.",
    limits: { min: 1, max: 3 },
    values: values(
      ["1", "No certificates, which is also what an absent element means."],
      ["2", "The whole certificate, in Certificate."],
      ["3", "The short form, in MiniCertificate."],
    ),
    places: inOptions,
    spec: [spec("MS-ASCMD 2.2.3.22")],
  },
  RecipientCount: {
    type: "integer",
    summary: "A number of recipients: of those that fit a name, or of the members of a list.",
    limits: { min: 0 },
    places: [inResponse("Response", 0, 1), inResponse("Certificates", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.146")],
    meanings: [
      {
        where: "in Response",
        parent: "ResolveRecipients:Response",
        text: "How many people fit the name; more than there are Recipient elements where the list was cut short (Status 3).",
      },
      {
        where: "in Certificates",
        parent: "ResolveRecipients:Certificates",
        text: "How many members the list has. If CertificateCount is smaller, not all of them can read an encrypted message.",
      },
    ],
  },
  MaxCertificates: {
    type: "integer",
    summary:
      "The most certificates to send in all. Nobody gets a part of theirs: when the limit is reached, the list or person gets none, with Status 8.",
    limits: { min: 0, max: 9999 },
    places: inOptions,
    spec: [spec("MS-ASCMD 2.2.3.101")],
  },
  MaxAmbiguousRecipients: {
    type: "integer",
    summary:
      "The most suggestions to send for a name that fits several people; RecipientCount tells how many there would be.",
    limits: { min: 0, max: 9999 },
    places: inOptions,
    spec: [spec("MS-ASCMD 2.2.3.100")],
  },
  CertificateCount: {
    type: "integer",
    summary: "How many valid certificates the recipient has; with Status 8, how many were held back.",
    limits: { min: 0 },
    places: [inResponse("Certificates", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.21")],
  },
  Availability: {
    type: "container",
    summary: "Free and busy times: asked for with a span of time, answered with a digit for each half hour.",
    places: [
      inRequest("Options", 0),
      inResponse("Recipient", 0, 1, {
        when: "Options of the request has Availability, and the name is not ambiguous",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.16")],
    meanings: [
      {
        where: "in Options of a request",
        direction: "request",
        text: "The span to look up: StartTime and EndTime.",
      },
      {
        where: "in Recipient of a response",
        direction: "response",
        text: "Status, and where that is 1 the times in MergedFreeBusy.",
      },
    ],
  },
  StartTime: {
    type: "dateTime",
    summary: "The beginning of the span to look up; the first digit of MergedFreeBusy begins here.",
    places: [inRequest("Availability", 1)],
    spec: [spec("MS-ASCMD 2.2.3.176.1")],
  },
  EndTime: {
    type: "dateTime",
    summary:
      "The end of the span to look up: at least 30 minutes after StartTime and not too long after it (42 days in Exchange 2010 and later), or the answer is Status 5. Left out, it means seven days after.",
    places: [inRequest("Availability", 0)],
    spec: [spec("MS-ASCMD 2.2.3.61.1")],
  },
  MergedFreeBusy: {
    type: "string",
    summary:
      'A digit for each half hour from StartTime on, the last one possibly for less: "32201" is away for half an hour, busy for an hour, free, tentative. Where a half hour is mixed the highest digit wins. A day on which the clock changes has more or fewer digits.',
    limits: { maxLength: 32_768 },
    values: values(
      ["0", "Free."],
      ["1", "Tentative."],
      ["2", "Busy."],
      ["3", "Out of office."],
      ["4", "Not known."],
    ),
    places: [inResponse("Availability", 0, 1, { when: "Status is 1" })],
    spec: [spec("MS-ASCMD 2.2.3.107")],
  },
  Picture: {
    type: "container",
    summary:
      "Photos: asked for in Options, where it may be empty, and one for each recipient in the response.",
    places: [
      inRequest("Options", 0),
      inResponse("Recipient", 0, 1, { when: "Options of the request has Picture" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.135.2")],
    meanings: [
      {
        where: "in Options of a request",
        direction: "request",
        text: "Asks for photos; its children limit how big and how many.",
      },
      {
        where: "in Recipient of a response",
        direction: "response",
        text: "The photo in Data, or in Status why there is none.",
      },
    ],
  },
  MaxSize: {
    type: "integer",
    summary: "The most bytes a photo may have. A bigger one is left out, with Status 174 in its place.",
    limits: { min: 0, max: 102_400 },
    places: [inRequest("Picture", 0)],
    spec: [spec("MS-ASCMD 2.2.3.105.2")],
  },
  Data: {
    type: "byteArray",
    summary: "The photo itself, mostly a JPEG, as raw bytes. It is there only with Status 1.",
    places: [inResponse("Picture", 0, 1, { when: "Status is 1" })],
    spec: [spec("MS-ASCMD 2.2.3.39.3")],
  },
  MaxPictures: {
    type: "integer",
    summary:
      "The most photos to send for each To: with 3 names and a limit of 3 there may be 9. People beyond it get Status 175.",
    limits: { min: 0 },
    places: [inRequest("Picture", 0)],
    spec: [spec("MS-ASCMD 2.2.3.104.2")],
  },
};
