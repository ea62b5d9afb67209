import { FROM_14_0, FROM_14_1 } from "../versions";
import { pictureRows } from "./search";
import { type StatusEntry, statusTable, success } from "./status";

const SECTION = "MS-ASCMD 2.2.3.177.12";

const whole = statusTable(
  SECTION,
  [
    success("The command was carried out; each name has a Response with a Status of its own."),
    {
      value: 5,
      name: "ProtocolError",
      scope: "global",
      meaning: "A parameter is wrong or beyond its limits.",
      cause:
        "StartTime or EndTime is no valid time, the two are less than 30 minutes or more than the server's limit apart (42 days in Exchange 2010 and later), or there are more than 100 To elements.",
      resolution: "Correct the times, or split the list of names.",
    },
    {
      value: 6,
      name: "ServerError",
      scope: "global",
      meaning: "The server failed while it looked up the names.",
      cause: "A fault on the server or in the directory.",
      resolution: "Send the request again.",
    },
  ],
  { element: "ResolveRecipients:ResolveRecipients" },
);

const response = statusTable(
  SECTION,
  [
    success("The name stands for one person or list, given in Recipient.", "item"),
    {
      value: 2,
      name: "Ambiguous",
      scope: "item",
      meaning: "The name fits several people; all of them are listed.",
      cause: "To is short of what tells the people apart. No certificates come along.",
      resolution: "Let the person choose from the list, then resolve the chosen address.",
    },
    {
      value: 3,
      name: "AmbiguousPartial",
      scope: "item",
      meaning: "The name fits more people than are listed; RecipientCount says how many there are.",
      cause: "More matches than the server or MaxAmbiguousRecipients allows. No certificates come along.",
      resolution: "Let the person choose from the list, write more of the name, or ask for more.",
    },
    {
      value: 4,
      name: "NotResolved",
      scope: "item",
      meaning: "Nobody in the contacts or the address list has that name.",
      cause: "The name is misspelt or unknown; so there is no certificate either.",
      resolution: "Tell the person to check the spelling.",
    },
  ],
  { element: "ResolveRecipients:Response" },
);

const availability = statusTable(
  SECTION,
  [
    success("MergedFreeBusy holds this recipient's times; other recipients may still have failed.", "item"),
    {
      value: 160,
      name: "TooManyRecipients",
      scope: "item",
      meaning: "Free and busy times were not looked up for this one because the limit was reached.",
      cause: "The request has more recipients than the server looks up in one command.",
      resolution: "Ask for fewer people at a time.",
    },
    {
      value: 161,
      name: "DistributionListTooLarge",
      scope: "item",
      meaning: "The list has too many members to merge their times.",
      cause: "To names a distribution list of more than 20 members.",
      resolution: "Ask for the members one by one, or do without.",
    },
    {
      value: 162,
      name: "TransientFailure",
      scope: "item",
      meaning: "The times could not be had just now.",
      cause: "Looking them up took too long for some of the recipients.",
      resolution: "Send the request again.",
    },
    {
      value: 163,
      name: "Failure",
      scope: "item",
      meaning: "The times of this recipient cannot be had.",
      cause: "The person asking has no right to see them.",
      resolution: "Do not ask again; show the times as unknown.",
    },
  ],
  { element: "ResolveRecipients:Availability", versions: FROM_14_0 },
);

const certificates = statusTable(
  SECTION,
  [
    success("At least one certificate of this recipient is in the response.", "item"),
    {
      value: 7,
      name: "NoCertificate",
      scope: "item",
      meaning: "The recipient has no certificate that can be used for S/MIME.",
      cause: "None is published, or those that are have expired or are for something else.",
      resolution: "The message cannot be encrypted to this recipient; tell the person.",
    },
    {
      value: 8,
      name: "CertificateLimitReached",
      scope: "item",
      meaning: "Enough certificates were given already; CertificateCount says how many are held back.",
      cause:
        "MaxCertificates, or the server's own limit, was reached. For a list that means none of its certificates comes.",
      resolution: "Ask for fewer recipients at a time, or tell the person.",
    },
  ],
  { element: "ResolveRecipients:Certificates" },
);

const picture = statusTable(SECTION, pictureRows, {
  element: "ResolveRecipients:Picture",
  versions: FROM_14_1,
});

/** Status in a ResolveRecipients response, a table for each of its five parents. */
export const resolveRecipients: readonly StatusEntry[] = [
  ...whole,
  ...response,
  ...availability,
  ...certificates,
  ...picture,
];
