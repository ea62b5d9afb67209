import { both, type ElementsOfPage, request, response, spec, UNBOUNDED } from "./element";

/** Code page 11, ValidateCert: the elements of the ValidateCert command [MS-ASCMD 2.2.1.22]. */
export const validatecert: ElementsOfPage<"ValidateCert"> = {
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
        text: "Whether the check was made at all; 1 does not mean that the certificates are valid.",
      },
      {
        where: "of one certificate",
        parent: "ValidateCert:Certificate",
        text: "The verdict on this certificate.",
      },
    ],
  },
};
