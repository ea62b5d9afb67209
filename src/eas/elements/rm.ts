import {
  type ElementsOfPage,
  type ElementValue,
  type Place,
  request,
  response,
  spec,
  value,
} from "./element";

const EMAIL = ["Email"];

/** A child of the license of a message: exactly one, in every response that returns messages. */
const inLicense: readonly Place[] = ["Sync", "ItemOperations", "Search"].map((command) =>
  response(command, "RightsManagement:RightsManagementLicense", 1, 1),
);
const inTemplate = response("Settings", "RightsManagement:RightsManagementTemplate", 1, 1);

const yesOrNo = (no: string, yes: string): readonly ElementValue[] => [value("0", no), value("1", yes)];

/** The template without any restriction. */
const NO_RESTRICTION = value(
  "00000000-0000-0000-0000-000000000000",
  "No Restriction: the message goes out without protection.",
);

/** Code page 24, RightsManagement: messages with restricted use [MS-ASRM]. */
export const rm: ElementsOfPage<"RightsManagement"> = {
  RightsManagementSupport: {
    type: "boolean",
    summary:
      "Whether the server is to decrypt protected mail before it sends it, with the licence beside it. A client that asks for it has to enforce the licence; absent, it means 0.",
    values: yesOrNo(
      "Protected mail comes as it is stored, encrypted.",
      "The server decompresses and decrypts it and adds RightsManagementLicense.",
    ),
    places: [
      request("Sync", "AirSync:Options", 0, 1),
      request("ItemOperations", "ItemOperations:Options", 0, 1, { grandparent: "ItemOperations:Fetch" }),
      request("Search", "Search:Options", 0, 1),
    ],
    spec: [spec("MS-ASRM 2.2.2.15"), spec("MS-ASRM 3.1.4.1")],
  },
  RightsManagementTemplates: {
    type: "container",
    summary:
      "The policy templates the person may protect mail with. A client keeps them for a day at most, since administrators change them.",
    places: [
      response("Settings", "Settings:Get", 0, 1, {
        grandparent: "Settings:RightsManagementInformation",
        when: "Get of RightsManagementInformation",
      }),
    ],
    spec: [spec("MS-ASRM 2.2.2.17"), spec("MS-ASRM 3.1.4.2")],
  },
  RightsManagementTemplate: {
    type: "container",
    summary: "One policy template on offer: its id for the wire, its name and description for the person.",
    places: [response("Settings", "RightsManagement:RightsManagementTemplates", 0, 20)],
    spec: [spec("MS-ASRM 2.2.2.16"), spec("MS-ASRM 2.2.2.17")],
  },
  RightsManagementLicense: {
    type: "container",
    summary:
      "What the person may do with a protected message. It comes only if the request set RightsManagementSupport to 1.",
    places: [
      response("Sync", "AirSync:ApplicationData", 0, 1, { classes: EMAIL, when: "the message is protected" }),
      response("ItemOperations", "ItemOperations:Properties", 0, 1, {
        classes: EMAIL,
        when: "the message is protected",
      }),
      response("Search", "Search:Properties", 0, 1, { classes: EMAIL, when: "the message is protected" }),
    ],
    spec: [spec("MS-ASRM 2.2.2.14"), spec("MS-ASRM 3.2.4.3"), spec("MS-ASEMAIL 2.2.2.68")],
  },
  EditAllowed: {
    type: "boolean",
    summary:
      "Whether the original text may be changed in an answer or when forwarding. Where it is 0 the client leaves the original out, and the server attaches it unless ReplaceMime is sent. It is 1 wherever ExportAllowed is.",
    values: yesOrNo(
      "The original stays as it is: no answers between its lines.",
      "The original may be edited.",
    ),
    places: inLicense,
    spec: [spec("MS-ASRM 2.2.2.3"), spec("MS-ASRM 3.2.5.1")],
  },
  ReplyAllowed: {
    type: "boolean",
    summary:
      "Whether the sender may be answered. With 0 a SmartReply to the sender alone ends in Status 172.",
    values: yesOrNo("No answer to the sender.", "The sender may be answered."),
    places: inLicense,
    spec: [spec("MS-ASRM 2.2.2.13"), spec("MS-ASRM 3.2.5.1")],
  },
  ReplyAllAllowed: {
    type: "boolean",
    summary:
      "Whether all recipients may be answered together. With 0 a SmartReply to all of them ends in Status 172.",
    values: yesOrNo("No answer to all.", "All may be answered."),
    places: inLicense,
    spec: [spec("MS-ASRM 2.2.2.12"), spec("MS-ASRM 3.2.5.1")],
  },
  ForwardAllowed: {
    type: "boolean",
    summary: "Whether the message may be forwarded. With 0 a SmartForward ends in Status 172.",
    values: yesOrNo("No forwarding.", "It may be forwarded."),
    places: inLicense,
    spec: [spec("MS-ASRM 2.2.2.6"), spec("MS-ASRM 3.2.5.1")],
  },
  ModifyRecipientsAllowed: {
    type: "boolean",
    summary:
      "Whether people may be added to or taken off the recipients of an answer. Servers send the same value as in ForwardAllowed.",
    values: yesOrNo("The recipients are fixed.", "The recipients may be changed."),
    places: inLicense,
    spec: [spec("MS-ASRM 2.2.2.7"), spec("MS-ASRM 3.2.5.1")],
  },
  ExtractAllowed: {
    type: "boolean",
    summary: "Whether the content may leave the message by copying, cutting or a picture of the screen.",
    values: yesOrNo("No copying out, no screen captures.", "It may be copied."),
    places: inLicense,
    spec: [spec("MS-ASRM 2.2.2.5")],
  },
  PrintAllowed: {
    type: "boolean",
    summary: "Whether the message may be printed by a client that can print.",
    values: yesOrNo("No printing.", "It may be printed."),
    places: inLicense,
    spec: [spec("MS-ASRM 2.2.2.9")],
  },
  ExportAllowed: {
    type: "boolean",
    summary:
      "Whether the protection may be taken off. With 1 an answer or forwarding with the No Restriction template goes out open, and ItemOperations may remove the protection of the stored copy.",
    values: yesOrNo("The protection stays.", "The protection may be removed."),
    places: inLicense,
    spec: [spec("MS-ASRM 2.2.2.4"), spec("MS-ASRM 2.2.2.11")],
  },
  ProgrammaticAccessAllowed: {
    type: "boolean",
    summary: "Whether other programs on the device may read the text and attachments of the message.",
    values: yesOrNo("No access for other programs.", "Other programs may read it."),
    places: inLicense,
    spec: [spec("MS-ASRM 2.2.2.10")],
  },
  Owner: {
    type: "boolean",
    summary:
      "Whether the person owns the protected content. Only for display: what is permitted stands in the Allowed elements.",
    values: yesOrNo("Somebody else is the owner.", "The person is the owner."),
    places: inLicense,
    spec: [spec("MS-ASRM 2.2.2.8")],
  },
  ContentExpiryDate: {
    type: "dateTime",
    summary:
      "When the licence ends. After it the client has to throw away the body and the attachments; a new fetch may bring them with a later date.",
    values: [value("9999-12-30T23:59:59.999Z", "The licence does not end.")],
    places: inLicense,
    spec: [spec("MS-ASRM 2.2.2.1")],
  },
  TemplateID: {
    type: "string",
    summary:
      "Identifies a policy template. In a licence and in a list of templates it names one; with an outgoing message it applies one.",
    limits: { minLength: 1 },
    values: [NO_RESTRICTION],
    meanings: [
      {
        where: "in the licence of a message",
        parent: "RightsManagement:RightsManagementLicense",
        text: "The template the message is protected with.",
        spec: spec("MS-ASRM 2.2.2.19.1"),
      },
      {
        where: "in a template on offer",
        parent: "RightsManagement:RightsManagementTemplate",
        text: "The id that SendMail, SmartForward and SmartReply take.",
        spec: spec("MS-ASRM 2.2.2.19.2"),
      },
      {
        where: "in SendMail, SmartForward and SmartReply",
        direction: "request",
        text: "The template to protect the outgoing message with; without it the message goes out unprotected. An id the server does not know brings Status 171.",
        values: [NO_RESTRICTION],
        spec: spec("MS-ASRM 2.2.2.19.3"),
      },
    ],
    places: [
      ...inLicense,
      inTemplate,
      request("SendMail", "ComposeMail:SendMail", 0, 1),
      request("SmartForward", "ComposeMail:SmartForward", 0, 1),
      request("SmartReply", "ComposeMail:SmartReply", 0, 1),
    ],
    spec: [
      spec("MS-ASRM 2.2.2.19"),
      spec("MS-ASRM 2.2.2.19.1"),
      spec("MS-ASRM 2.2.2.19.2"),
      spec("MS-ASRM 2.2.2.19.3"),
    ],
  },
  TemplateName: {
    type: "string",
    summary:
      "The name of the policy template to show to the person, in the language of the request where the server has it.",
    limits: { minLength: 1, maxLength: 256 },
    places: [...inLicense, inTemplate],
    spec: [spec("MS-ASRM 2.2.2.20"), spec("MS-ASRM 2.2.2.20.1"), spec("MS-ASRM 2.2.2.20.2")],
  },
  TemplateDescription: {
    type: "string",
    summary:
      "What the policy template is for, in words to show to the person, in the language of the request where the server has it.",
    limits: { minLength: 1, maxLength: 10240 },
    places: [...inLicense, inTemplate],
    spec: [spec("MS-ASRM 2.2.2.18"), spec("MS-ASRM 2.2.2.18.1"), spec("MS-ASRM 2.2.2.18.2")],
  },
  ContentOwner: {
    type: "string",
    summary: "The mail address of whoever owns the protected content; for that person Owner is 1.",
    limits: { minLength: 1, maxLength: 320 },
    places: inLicense,
    spec: [spec("MS-ASRM 2.2.2.2")],
  },
  RemoveRightsManagementProtection: {
    type: "empty",
    summary:
      "Takes the protection off the message that is fetched. Works only where its licence has ExportAllowed at 1.",
    places: [request("ItemOperations", "ItemOperations:Fetch", 0, 1)],
    spec: [spec("MS-ASRM 2.2.2.11")],
  },
};
