import { ALL, FROM_14_0 } from "../../eas/versions";
import { type Template, type TemplateSource, template } from "./template";

type PeopleSource = Pick<TemplateSource, "id" | "title" | "purpose" | "direction" | "write"> &
  Partial<TemplateSource>;

const resolve = (inside: string): string =>
  `<ResolveRecipients xmlns="ResolveRecipients">${inside}</ResolveRecipients>`;

const people = (source: PeopleSource): Template =>
  template({
    group: "People",
    command: "ResolveRecipients",
    section: "MS-ASCMD 2.2.1.15",
    versions: ALL,
    ...source,
  });

/** Bytes that stand for a certificate: their shape is DER, their content none [MS-ASCMD 2.2.3.18]. */
const CERTIFICATE = "MIIBAzCBrqADAgECAgEBMA0GCSqGSIb3DQEBCwUAMA8xDTALBgNVBAMMBHRlc3Q=";

const certificates: readonly Template[] = [
  people({
    id: "validate-cert",
    title: "ValidateCert: check a certificate",
    command: "ValidateCert",
    section: "MS-ASCMD 2.2.1.22",
    direction: "request",
    purpose: "Has the server check the certificate of a signed message, with its revocation list.",
    write: () =>
      "<ValidateCert " +
      `xmlns="ValidateCert"><Certificates><Certificate>${CERTIFICATE}</Certificate></Certificates>` +
      "<CheckCRL>1</CheckCRL></ValidateCert>",
  }),
  people({
    id: "validate-cert-answer",
    title: "ValidateCert: expired",
    command: "ValidateCert",
    section: "MS-ASCMD 2.2.1.22",
    direction: "response",
    purpose: "Says that the certificate is expired or not valid yet: Status 7.",
    write: () =>
      "<ValidateCert " +
      'xmlns="ValidateCert"><Status>1</Status><Certificate><Status>7</Status></Certificate></ValidateCert>',
  }),
];

/** Who people are: names resolved, certificates checked. */
export const peopleTemplates: readonly Template[] = [
  people({
    id: "resolve-recipients",
    title: "ResolveRecipients: certificates",
    direction: "request",
    purpose: "Asks for the certificates of some recipients, to encrypt to them.",
    write: () =>
      resolve(
        "<To>chris</To><To>pat@contoso.com</To><Options><CertificateRetrieval>2</CertificateRetrieval>" +
          "<MaxCertificates>10</MaxCertificates><MaxAmbiguousRecipients>5</MaxAmbiguousRecipients>" +
          "</Options>",
      ),
  }),
  people({
    id: "resolve-recipients-answer",
    title: "ResolveRecipients: a person and no certificate",
    direction: "response",
    purpose: "Tells who is meant, and that the person has no valid certificate: Status 7.",
    write: () =>
      resolve(
        "<Status>1</Status><Response><To>chris</To><Status>1</Status><RecipientCount>1</RecipientCount>" +
          "<Recipient><Type>1</Type><DisplayName>Chris " +
          "Gray</DisplayName><EmailAddress>chris@contoso.com</EmailAddress><Certificates>" +
          "<Status>7</Status><CertificateCount>0</CertificateCount><RecipientCount>1</RecipientCount>" +
          "</Certificates></Recipient></Response>",
      ),
  }),
  people({
    id: "resolve-availability",
    title: "ResolveRecipients: free and busy",
    direction: "request",
    versions: FROM_14_0,
    purpose: "Asks when a person is free, for one day.",
    write: () =>
      resolve(
        "<To>chris@contoso.com</To><Options><Availability>" +
          "<StartTime>2026-03-10T00:00:00.000Z</StartTime><EndTime>2026-03-11T00:00:00.000Z</EndTime>" +
          "</Availability></Options>",
      ),
  }),
  people({
    id: "resolve-availability-answer",
    title: "ResolveRecipients: free and busy of a person",
    direction: "response",
    versions: FROM_14_0,
    purpose: "Tells half hours of a day: 0 free, 1 tentative, 2 busy, 3 out of office, 4 unknown.",
    write: () =>
      resolve(
        "<Status>1</Status><Response><To>chris@contoso.com</To><Status>1</Status>" +
          "<RecipientCount>1</RecipientCount><Recipient><Type>1</Type><DisplayName>Chris " +
          "Gray</DisplayName><EmailAddress>chris@contoso.com</EmailAddress><Availability>" +
          "<Status>1</Status>" +
          `<MergedFreeBusy>${"0".repeat(18)}${"2".repeat(4)}${"0".repeat(26)}</MergedFreeBusy>` +
          "</Availability></Recipient></Response>",
      ),
  }),
  ...certificates,
];
