import { FROM_14_0, FROM_14_1 } from "../versions";
import { pictureRows } from "./pictureRows";
import { type StatusEntry, statusTable, success } from "./status";

const SECTION = "MS-ASCMD 2.2.3.177.12";

const whole = statusTable(
  SECTION,
  [
    success("The request was processed; the Response of each name has its own Status."),
    {
      value: 5,
      name: "ProtocolError",
      blamesRequest: true,
      scope: "global",
      meaning: "A parameter is wrong: the times, or more names than the server allows.",
      cause:
        "StartTime or EndTime is not a valid time, the two are less than 30 minutes or more than the server's limit apart (42 days in Exchange 2010 and later), or there are more than 100 To elements.",
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
    success("The name was resolved to one user or list, which is in Recipient.", "item"),
    {
      value: 2,
      name: "Ambiguous",
      outcome: "neutral",
      scope: "item",
      meaning: "Several users match the name, and all of them are listed, without certificates.",
      cause: "To does not tell the matches apart.",
      resolution: "Let the user choose from the list, then resolve the chosen address.",
    },
    {
      value: 3,
      name: "AmbiguousPartial",
      outcome: "neutral",
      scope: "item",
      meaning:
        "More users match the name than are listed, without certificates; RecipientCount is the number of matches.",
      cause: "There are more matches than the server or MaxAmbiguousRecipients allows.",
      resolution: "Let the user choose from the list, type more of the name, or ask for more.",
    },
    {
      value: 4,
      name: "NotResolved",
      outcome: "neutral",
      scope: "item",
      meaning: "Nothing in the contacts or the address list matches the name.",
      cause: "The name is misspelt or unknown, so there is no certificate either.",
      resolution: "Ask the user to check the spelling.",
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
      meaning: "The request has too many recipients, so the times of this one were not looked up.",
      cause: "The request has more recipients than the server looks up in one command.",
      resolution: "Ask for fewer recipients at a time.",
    },
    {
      value: 161,
      name: "DistributionListTooLarge",
      scope: "item",
      meaning: "The distribution list has more than 20 members.",
      cause: "To names a distribution list that is too long to merge the times of its members.",
      resolution: "Ask for the members one by one, or do without.",
    },
    {
      value: 162,
      name: "TransientFailure",
      scope: "item",
      meaning: "The times could not be looked up because of a temporary failure.",
      cause: "Looking them up took too long for some of the recipients.",
      resolution: "Send the request again.",
    },
    {
      value: 163,
      name: "Failure",
      scope: "item",
      meaning: "The times of this recipient are not available because a permission is missing.",
      cause: "The user is not allowed to see them.",
      resolution: "Do not retry; show the times as unknown.",
    },
  ],
  { element: "ResolveRecipients:Availability", versions: FROM_14_0 },
);

const certificates = statusTable(
  SECTION,
  [
    success("The response has at least one certificate of this recipient.", "item"),
    {
      value: 7,
      name: "NoCertificate",
      outcome: "neutral",
      scope: "item",
      meaning: "The recipient has no valid S/MIME certificate.",
      cause: "None is published, or they have expired or serve another purpose.",
      resolution: "The message cannot be encrypted to this recipient; tell the user.",
    },
    {
      value: 8,
      name: "CertificateLimitReached",
      outcome: "neutral",
      scope: "item",
      meaning:
        "The certificates were left out because a limit was reached; CertificateCount is their number.",
      cause:
        "MaxCertificates, or the limit of the server, was reached. None of the certificates of a list is then returned.",
      resolution: "Ask for fewer recipients at a time, or tell the user.",
    },
  ],
  { element: "ResolveRecipients:Certificates" },
);

const picture = statusTable(SECTION, pictureRows, {
  element: "ResolveRecipients:Picture",
  versions: FROM_14_1,
});

/** Status in a ResolveRecipients response: a table for each of its five parents. */
export const resolveRecipients: readonly StatusEntry[] = [
  ...whole,
  ...response,
  ...availability,
  ...certificates,
  ...picture,
];
