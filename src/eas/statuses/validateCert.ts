import { type StatusEntry, statusTable, success } from "./status";

const SECTION = "MS-ASCMD 2.2.3.177.18";

const whole = statusTable(
  SECTION,
  [
    success("The certificates were checked; each has its own Status inside Certificate."),
    {
      value: 2,
      name: "ProtocolError",
      blamesRequest: true,
      scope: "global",
      meaning: "The request is not a valid ValidateCert.",
      cause:
        "A value is wrong or out of range, or there are more certificates than the server allows (100 by default).",
      resolution: "The author of the client must correct it.",
    },
    {
      value: 17,
      name: "Failure",
      scope: "global",
      meaning: "The certificates could not be checked.",
      cause: "The server failed, or a certificate could not be read at all.",
      resolution: "Check the Status inside Certificate where there is one; otherwise try again.",
    },
  ],
  { element: "ValidateCert:ValidateCert" },
);

const certificate = statusTable(
  SECTION,
  [
    success("The certificate is valid."),
    {
      value: 3,
      name: "SignatureInvalid",
      scope: "item",
      meaning: "The signature of the certificate is not valid.",
      cause: "The certificate was damaged or altered.",
      resolution: "Check that the whole certificate was sent, as DER in base64.",
    },
    {
      value: 4,
      name: "UntrustedSource",
      scope: "item",
      meaning: "The server does not trust the issuer of the certificate.",
      cause: "The root of the chain is not among those that the server trusts.",
      resolution: "The administrator can add a trustworthy issuer to the trusted sources.",
    },
    {
      value: 5,
      name: "ChainInvalid",
      scope: "item",
      meaning: "No valid chain leads from this certificate to a root.",
      cause: "A certificate of the chain is missing or malformed.",
      resolution: "Check CertificateChain.",
    },
    {
      value: 6,
      name: "NotForSigning",
      scope: "item",
      meaning: "The certificate is not intended for signing mail.",
      cause: "Its key usage allows other purposes only.",
      resolution: "Tell the user.",
    },
    {
      value: 7,
      name: "Expired",
      scope: "item",
      meaning: "The certificate has expired or is not valid yet.",
      cause: "The current time is outside the validity period of the certificate.",
      resolution: "Get a new certificate; check the clock, too.",
    },
    {
      value: 8,
      name: "ChainTimesInconsistent",
      scope: "item",
      meaning: "The validity periods along the chain are not consistent.",
      cause: "A certificate in the chain is out of date, or is valid for longer than its issuer.",
      resolution: "Get the current chain.",
    },
    {
      value: 9,
      name: "WronglyUsed",
      scope: "item",
      meaning: "A certificate of the chain is used for a purpose that it does not allow.",
      cause: "The key usage does not include the purpose.",
      resolution: "Get another certificate.",
    },
    {
      value: 10,
      name: "InformationMissing",
      scope: "item",
      meaning: "Data of the certificate is missing or wrong.",
      cause: "The certificate has a wrong format.",
      resolution: "Get another certificate.",
    },
    {
      value: 11,
      name: "RoleMismatch",
      scope: "item",
      meaning:
        "A certificate of the chain has the wrong role: an end certificate is used as an issuer, or vice versa.",
      cause: "The basic constraints of the certificate do not allow the role it has in the chain.",
      resolution: "Get the right chain.",
    },
    {
      value: 12,
      name: "AddressMismatch",
      scope: "item",
      meaning: "The certificate is for another mail address.",
      cause: "The wrong certificate was sent, perhaps in an attempt to deceive.",
      resolution: "Get the certificate of the right user, and warn about the message.",
    },
    {
      value: 13,
      name: "Revoked",
      scope: "item",
      meaning: "The issuer has revoked the certificate.",
      cause: "The key was lost or stolen, or the issuer no longer trusts the owner.",
      resolution: "Do not trust it; get a new certificate.",
    },
    {
      value: 14,
      name: "RevocationServerOffline",
      scope: "item",
      meaning: "The server could not find out whether the certificate was revoked, because it got no answer.",
      cause: "The server that holds the revocation list is offline.",
      resolution: "Try again later.",
    },
    {
      value: 15,
      name: "ChainRevoked",
      scope: "item",
      meaning: "A certificate further up the chain was revoked by its issuer.",
      cause: "An intermediate issuer is no longer trusted.",
      resolution: "Do not trust it; get a certificate from another issuer.",
    },
    {
      value: 16,
      name: "RevocationUnknown",
      scope: "item",
      meaning: "The revocation status cannot be determined, so the certificate does not count as valid.",
      cause: "The certificate names no place to ask, or the answer is not valid.",
      resolution: "Check that the certificate is complete and properly signed.",
    },
    {
      value: 17,
      name: "ServerError",
      scope: "item",
      meaning: "The check failed for a reason that has no status value of its own.",
      cause: "A fault on the server; one known reason is an issuer that it does not trust.",
      resolution: "Ask the administrator, who can add the issuer if that is the reason.",
    },
  ],
  { element: "ValidateCert:Certificate" },
);

/** Status in a ValidateCert response: of the whole response, and of each certificate. */
export const validateCert: readonly StatusEntry[] = [...whole, ...certificate];
