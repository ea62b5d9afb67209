import { both, type ElementValue, type PageElements, request, response, spec, UNBOUNDED } from "./element";

const ofCertificate: readonly ElementValue[] = [
  { value: "1", meaning: "The certificate is valid." },
  { value: "3", meaning: "The signature of the certificate is not right." },
  { value: "4", meaning: "The issuer is not one that the server trusts; an administrator can add it." },
  { value: "5", meaning: "No chain could be built up to a root, because a certificate is malformed." },
  { value: "6", meaning: "The certificate is not made for signing mail." },
  { value: "7", meaning: "The certificate has expired or its time has not yet come." },
  {
    value: "8",
    meaning:
      "The periods of validity along the chain do not fit together; one of its certificates may be out of date.",
  },
  { value: "9", meaning: "A certificate of the chain is used for a purpose that it does not allow." },
  { value: "10", meaning: "The certificate lacks data or holds wrong data." },
  {
    value: "11",
    meaning:
      "A certificate of the chain stands in the wrong role: an end certificate acts as an issuer, or the other way round.",
  },
  {
    value: "12",
    meaning: "The address in the certificate is not the sender's; this may be an attempt to deceive.",
  },
  { value: "13", meaning: "The issuer has revoked the certificate." },
  {
    value: "14",
    meaning: "Revocation could not be looked up because the server for it does not answer; try again later.",
  },
  { value: "15", meaning: "A certificate further up the chain has been revoked." },
  {
    value: "16",
    meaning: "Whether the certificate has been revoked cannot be found out, so it does not count as valid.",
  },
  { value: "17", meaning: "The server failed for a reason that it cannot name." },
];

const ofCommand: readonly ElementValue[] = [
  { value: "1", meaning: "The certificates were checked; each result is in its Certificate." },
  { value: "2", meaning: "The request breaks the protocol: the client has to be corrected." },
  { value: "17", meaning: "The command failed." },
];

/** Code page 11, ValidateCert: the elements of the ValidateCert command [MS-ASCMD 2.2.1.22]. */
export const validatecert: PageElements = {
  ValidateCert: {
    type: "container",
    summary:
      "Root of a ValidateCert message: the client hands in certificates it got with signed mail, the server checks expiry, revocation and trust along the whole chain and says for each whether it holds.",
    places: both("ValidateCert", undefined, 1, 1),
    spec: [spec("MS-ASCMD 2.2.3.195"), spec("MS-ASCMD 2.2.1.22")],
  },
  Certificates: {
    type: "container",
    summary: "The certificates to be checked.",
    places: [request("ValidateCert", "ValidateCert:ValidateCert", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.23.2")],
  },
  Certificate: {
    type: "container",
    summary:
      "A certificate as base64 text in the request, and the verdict on one, a container, in the response.",
    places: [
      request("ValidateCert", "ValidateCert:Certificates", 1, UNBOUNDED),
      request("ValidateCert", "ValidateCert:CertificateChain", 1, UNBOUNDED),
      response("ValidateCert", "ValidateCert:ValidateCert", 0, UNBOUNDED),
    ],
    spec: [spec("MS-ASCMD 2.2.3.19.2")],
    meanings: [
      {
        where: "in Certificates of a request",
        parent: "ValidateCert:Certificates",
        direction: "request",
        type: "base64",
        text: "An X.509 certificate to be checked: the DER bytes as base64 text in an inline string, although some clients send them as opaque data.",
      },
      {
        where: "in CertificateChain of a request",
        parent: "ValidateCert:CertificateChain",
        direction: "request",
        type: "base64",
        text: "An X.509 certificate that leads from one to be checked up to its root, as base64 text.",
      },
      {
        where: "in a response",
        parent: "ValidateCert:ValidateCert",
        direction: "response",
        text: "A container with the Status of one certificate of the request; it does not repeat the certificate itself.",
      },
    ],
  },
  CertificateChain: {
    type: "container",
    summary:
      "The issuers' certificates, as far as they came with the mail, from which the server builds the chain to a root; it checks them as well.",
    places: [request("ValidateCert", "ValidateCert:ValidateCert", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.20")],
  },
  CheckCRL: {
    type: "integer",
    summary:
      "What follows when the revocation lists cannot be fetched, so that nobody knows whether a certificate was revoked. Default 0.",
    values: [
      { value: "0", meaning: "The server leaves the missing list aside." },
      { value: "1", meaning: "A certificate of unknown revocation state does not count as valid." },
    ],
    places: [request("ValidateCert", "ValidateCert:ValidateCert", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.26")],
  },
  Status: {
    type: "unsignedByte",
    summary: "The result, of the whole command or of one certificate: the parent decides.",
    places: [
      response("ValidateCert", "ValidateCert:ValidateCert", 1, 1),
      response("ValidateCert", "ValidateCert:Certificate", 1, UNBOUNDED),
    ],
    spec: [spec("MS-ASCMD 2.2.3.177.18")],
    meanings: [
      {
        where: "of the whole command",
        parent: "ValidateCert:ValidateCert",
        text: "Whether the check took place at all; 1 says nothing about the certificates. The numbers common to all commands may come as well.",
        values: ofCommand,
      },
      {
        where: "of one certificate",
        parent: "ValidateCert:Certificate",
        text: "The verdict on this certificate.",
        values: ofCertificate,
      },
    ],
  },
};
