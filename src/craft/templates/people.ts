import { ALL, FROM_14_0 } from "../../eas/versions";
import { defineTemplate, type Template, type TemplateSource } from "./template";

type PeopleSource = Pick<TemplateSource, "id" | "title" | "purpose" | "direction" | "write"> &
  Partial<TemplateSource>;

const writeResolveRecipients = (inside: string): string =>
  `<ResolveRecipients xmlns="ResolveRecipients">${inside}</ResolveRecipients>`;

const definePeopleTemplate = (source: PeopleSource): Template =>
  defineTemplate({
    group: "People",
    command: "ResolveRecipients",
    section: "MS-ASCMD 2.2.1.15",
    versions: ALL,
    ...source,
  });

/** Placeholder for a certificate: DER in form, without meaningful content [MS-ASCMD 2.2.3.18]. */
const CERTIFICATE = "MIIBAzCBrqADAgECAgEBMA0GCSqGSIb3DQEBCwUAMA8xDTALBgNVBAMMBHRlc3Q=";

const certificateTemplates: readonly Template[] = [
  definePeopleTemplate({
    id: "validate-cert",
    title: "ValidateCert: check a certificate",
    command: "ValidateCert",
    section: "MS-ASCMD 2.2.1.22",
    direction: "request",
    purpose: "Asks the server to check the certificate of a signed message and its revocation list.",
    write: () =>
      "<ValidateCert " +
      `xmlns="ValidateCert"><Certificates><Certificate>${CERTIFICATE}</Certificate></Certificates>` +
      "<CheckCRL>1</CheckCRL></ValidateCert>",
  }),
  definePeopleTemplate({
    id: "validate-cert-answer",
    title: "ValidateCert: certificate expired",
    command: "ValidateCert",
    section: "MS-ASCMD 2.2.1.22",
    direction: "response",
    purpose: "Reports that the certificate has expired or is not valid yet: Status 7.",
    write: () =>
      "<ValidateCert " +
      'xmlns="ValidateCert"><Status>1</Status><Certificate><Status>7</Status></Certificate></ValidateCert>',
  }),
];

/** Templates about people: resolving names, checking certificates. */
export const peopleTemplates: readonly Template[] = [
  definePeopleTemplate({
    id: "resolve-recipients",
    title: "ResolveRecipients: certificates",
    direction: "request",
    purpose: "Asks for the certificates of recipients, to encrypt a message for them.",
    write: () =>
      writeResolveRecipients(
        "<To>chris</To><To>pat@contoso.com</To><Options><CertificateRetrieval>2</CertificateRetrieval>" +
          "<MaxCertificates>10</MaxCertificates><MaxAmbiguousRecipients>5</MaxAmbiguousRecipients>" +
          "</Options>",
      ),
  }),
  definePeopleTemplate({
    id: "resolve-recipients-answer",
    title: "ResolveRecipients: a person without a certificate",
    direction: "response",
    purpose: "Returns the person, and reports that there is no valid certificate: Status 7.",
    write: () =>
      writeResolveRecipients(
        "<Status>1</Status><Response><To>chris</To><Status>1</Status><RecipientCount>1</RecipientCount>" +
          "<Recipient><Type>1</Type><DisplayName>Chris " +
          "Gray</DisplayName><EmailAddress>chris@contoso.com</EmailAddress><Certificates>" +
          "<Status>7</Status><CertificateCount>0</CertificateCount><RecipientCount>1</RecipientCount>" +
          "</Certificates></Recipient></Response>",
      ),
  }),
  definePeopleTemplate({
    id: "resolve-availability",
    title: "ResolveRecipients: free/busy times",
    direction: "request",
    versions: FROM_14_0,
    purpose: "Asks for the free/busy times of a person on one day.",
    write: () =>
      writeResolveRecipients(
        "<To>chris@contoso.com</To><Options><Availability>" +
          "<StartTime>2026-03-10T00:00:00.000Z</StartTime><EndTime>2026-03-11T00:00:00.000Z</EndTime>" +
          "</Availability></Options>",
      ),
  }),
  definePeopleTemplate({
    id: "resolve-availability-answer",
    title: "ResolveRecipients: a person's free/busy times",
    direction: "response",
    versions: FROM_14_0,
    purpose: "Returns one digit per half hour: 0 free, 1 tentative, 2 busy, 3 out of office, 4 unknown.",
    write: () =>
      writeResolveRecipients(
        "<Status>1</Status><Response><To>chris@contoso.com</To><Status>1</Status>" +
          "<RecipientCount>1</RecipientCount><Recipient><Type>1</Type><DisplayName>Chris " +
          "Gray</DisplayName><EmailAddress>chris@contoso.com</EmailAddress><Availability>" +
          "<Status>1</Status>" +
          `<MergedFreeBusy>${"0".repeat(18)}${"2".repeat(4)}${"0".repeat(26)}</MergedFreeBusy>` +
          "</Availability></Recipient></Response>",
      ),
  }),
  ...certificateTemplates,
];
