import { type StatusEntry, statusTable, success } from "./status";

const whole = statusTable(
  "MS-ASCMD 2.2.3.177.18",
  [
    success("The certificates were examined; each has a Status of its own inside Certificate."),
    {
      value: 17,
      name: "Failure",
      scope: "global",
      meaning: "The certificates could not be examined.",
      cause: "The server failed, or a certificate could not be read at all.",
      resolution: "Look at the Status inside Certificate where there is one; try again otherwise.",
    },
  ],
  { element: "ValidateCert:ValidateCert" },
);

const anywhere = statusTable("MS-ASCMD 2.2.3.177.18", [
  {
    value: 2,
    name: "ProtocolError",
    scope: "global",
    meaning: "The request is not a valid ValidateCert.",
    cause:
      "A value is wrong or out of range, or there are more certificates than the server takes (100 by default).",
    resolution: "It is for the client's author to mend.",
  },
]);

const certificate = statusTable(
  "MS-ASCMD 2.2.3.177.18",
  [
    success("The certificate is good."),
    {
      value: 3,
      name: "SignatureInvalid",
      scope: "item",
      meaning: "The signature of the certificate does not hold.",
      cause: "The certificate was damaged or altered.",
      resolution: "Check that it was sent whole, as DER in base64.",
    },
    {
      value: 4,
      name: "UntrustedSource",
      scope: "item",
      meaning: "Whoever issued the certificate is not trusted.",
      cause: "The root of its chain is not among those the server trusts.",
      resolution: "Where the issuer deserves it, the administrator can add it to the trusted ones.",
    },
    {
      value: 5,
      name: "ChainInvalid",
      scope: "item",
      meaning: "No proper chain leads from this certificate to a root.",
      cause: "A certificate of the chain is missing or broken.",
      resolution: "Check CertificateChain.",
    },
    {
      value: 6,
      name: "NotForSigning",
      scope: "item",
      meaning: "The certificate is not meant for signing mail.",
      cause: "Its key usage says something else.",
      resolution: "Tell the person.",
    },
    {
      value: 7,
      name: "Expired",
      scope: "item",
      meaning: "Its time is over, or has not begun.",
      cause: "Now lies outside of the certificate's validity.",
      resolution: "A new certificate is needed; check the clock, too.",
    },
    {
      value: 8,
      name: "ChainTimesInconsistent",
      scope: "item",
      meaning: "The validity times along the chain do not fit together.",
      cause: "A certificate in the chain outlives its issuer, or is out of date.",
      resolution: "Get the chain as it is now.",
    },
    {
      value: 9,
      name: "WronglyUsed",
      scope: "item",
      meaning: "A certificate of the chain is used for what it is not made for.",
      cause: "The key usage does not fit the purpose.",
      resolution: "Another certificate is needed.",
    },
    {
      value: 10,
      name: "InformationMissing",
      scope: "item",
      meaning: "Something that belongs to the certificate is missing or wrong.",
      cause: "The certificate is not formed as it should be.",
      resolution: "Another certificate is needed.",
    },
    {
      value: 11,
      name: "RoleMismatch",
      scope: "item",
      meaning: "An issuer's certificate and an end user's have changed places in the chain.",
      cause: "The basic constraints forbid a certificate to issue others, or to be an end user's.",
      resolution: "Get the right chain.",
    },
    {
      value: 12,
      name: "AddressMismatch",
      scope: "item",
      meaning: "The certificate is for another mail address.",
      cause: "It is the wrong certificate, perhaps put there on purpose to deceive.",
      resolution: "Get the certificate of the right person, and warn of the message.",
    },
    {
      value: 13,
      name: "Revoked",
      scope: "item",
      meaning: "The issuer has withdrawn the certificate.",
      cause: "The key was lost, stolen or is no longer vouched for.",
      resolution: "Do not trust it; a new certificate is needed.",
    },
    {
      value: 14,
      name: "RevocationServerOffline",
      scope: "item",
      meaning: "Nobody can be asked whether the certificate was revoked.",
      cause: "The server that keeps the revocation list does not answer.",
      resolution: "Ask again after a while.",
    },
    {
      value: 15,
      name: "ChainRevoked",
      scope: "item",
      meaning: "A certificate further up the chain was withdrawn by its issuer.",
      cause: "An intermediate issuer is no longer vouched for.",
      resolution: "Do not trust it; a certificate of another issuer is needed.",
    },
    {
      value: 16,
      name: "RevocationUnknown",
      scope: "item",
      meaning: "Whether the certificate was revoked cannot be told.",
      cause: "It names no place to ask, or the answer does not hold.",
      resolution: "Check that the certificate is whole and properly signed.",
    },
    {
      value: 17,
      name: "ServerError",
      scope: "item",
      meaning: "The examination failed for a reason the server has no name for.",
      cause: "A fault on the server; an issuer it does not trust is one known reason.",
      resolution: "The administrator can say more, and add the issuer where that is the reason.",
    },
  ],
  { element: "ValidateCert:Certificate" },
);

/** Status in a ValidateCert response: of the whole, and of each certificate. */
export const validateCert: readonly StatusEntry[] = [...whole, ...anywhere, ...certificate];
