import { FROM_14_0, FROM_14_1, FROM_16_1 } from "../versions";
import { deviceInformation } from "./settingsRows";
import { type StatusEntry, type StatusRow, statusTable, success } from "./status";

const whole = statusTable("MS-ASPROV 2.2.2.54.2", [
  success("The command was processed; Status inside Policy tells whether there is a policy."),
  {
    value: 2,
    name: "ProtocolError",
    blamesRequest: true,
    scope: "global",
    meaning: "The request is not a valid Provision, or the client reported that a wipe failed.",
    cause: "An element is missing or misplaced (PolicyType, for example), or RemoteWipe came with Status 2.",
    resolution:
      "Correct the request and send it again; after a failed wipe, the server asks for it once more.",
  },
  {
    value: 3,
    name: "ServerError",
    scope: "global",
    meaning: "The server failed while it processed the policy, often only for a moment.",
    cause: "Usually a temporary fault; otherwise a wrong server setting.",
    resolution: "Send the request again.",
  },
  {
    value: 139,
    name: "DeviceNotFullyProvisionable",
    scope: "global",
    meaning:
      "The client reported that it applied part of the policy (2), and this server requires all of it.",
    cause:
      "The administrator allows only devices that apply the whole policy. Exchange 2007 and 2010 do not send this value.",
    resolution: "The administrator must relax the policy or allow the device.",
    versions: FROM_14_0,
    spec: { document: "MS-ASPROV", section: "3.1.5.2" },
  },
  {
    value: 141,
    name: "LegacyDeviceOnStrictPolicy",
    scope: "global",
    meaning: "The request has no policy key, and the server allows only devices that support provisioning.",
    cause:
      "The server assumes that the device does not support policies, and the administrator blocks such devices.",
    resolution:
      "Send the key: in X-MS-PolicyKey, or in its place in a base64-encoded query; 0 where there is none yet.",
    versions: FROM_14_0,
    spec: { document: "MS-ASPROV", section: "3.1.5.2" },
  },
  {
    value: 145,
    name: "ExternallyManagedDevicesNotAllowed",
    scope: "global",
    meaning: "The client reported that another system manages it (4), and this server does not allow that.",
    cause: "The acknowledgement has Status 4, and the administrator blocks externally managed devices.",
    resolution:
      "Provision again and apply this server's policy; otherwise the administrator must allow the device.",
    versions: FROM_14_0,
    spec: { document: "MS-ASPROV", section: "3.1.5.2" },
  },
  {
    value: 165,
    name: "DeviceInformationRequired",
    blamesRequest: true,
    scope: "global",
    meaning: "The first Provision request has no settings:DeviceInformation, which is required from 14.1 on.",
    cause: "DeviceInformation is missing from the request.",
    resolution: "Send settings:DeviceInformation with Set, before Policies.",
    versions: FROM_14_1,
    spec: { document: "MS-ASCMD", section: "2.2.2" },
  },
]);

const policy = statusTable(
  "MS-ASPROV 2.2.2.54.1",
  [
    {
      ...success("The policy is in Data, or the server accepted the acknowledgement.", "policy"),
      resolution: "Apply the policy and acknowledge it.",
    },
    {
      value: 2,
      name: "NoPolicy",
      outcome: "neutral",
      scope: "policy",
      meaning: "There is no policy of this type for this client, which need not provision.",
      cause: "The administrator assigned no policy.",
      resolution: "Continue without a policy, and stop asking for it.",
    },
    {
      value: 3,
      name: "UnknownPolicyType",
      blamesRequest: true,
      scope: "policy",
      meaning: "The server does not know the PolicyType.",
      cause: "PolicyType is not the name that this protocol version uses.",
      resolution: "Ask for MS-EAS-Provisioning-WBXML, or in version 2.5 for MS-WAP-Provisioning-XML.",
    },
    {
      value: 4,
      name: "PolicyCorrupt",
      scope: "policy",
      meaning: "The policy stored on the server is damaged.",
      cause: "Its data was corrupted, or somebody tampered with it.",
      resolution: "An administrator must repair or replace the policy.",
    },
    {
      value: 5,
      name: "WrongPolicyKey",
      scope: "policy",
      meaning: "The PolicyKey in the acknowledgement is not the one that the server issued last.",
      cause:
        "PolicyKey is not the temporary key of the last response, for example because the policy changed in between.",
      resolution:
        "Start provisioning again with a first request, and acknowledge with the key from its response.",
    },
  ],
  { element: "Provision:Policy", direction: "response" },
);

const acknowledgement = statusTable(
  "MS-ASPROV 2.2.2.54.1",
  [
    {
      value: 1,
      name: "Applied",
      outcome: "success",
      scope: "policy",
      meaning: "The client reports that it applied the whole policy.",
      cause:
        "Every setting was applied; settings for features that the device does not have count as applied.",
      resolution: "The server answers with the final PolicyKey, which the client sends with every command.",
    },
    {
      value: 2,
      name: "PartlyApplied",
      outcome: "neutral",
      scope: "policy",
      meaning:
        "The client reports that part of the policy is in force, at least the device lock (the password).",
      cause: "The device does not support everything in the policy.",
      resolution: "The server may refuse the device with 139.",
    },
    {
      value: 3,
      name: "NotApplied",
      scope: "policy",
      meaning: "The client reports that it applied nothing of the policy.",
      cause: "The device cannot apply it, or the user refused.",
      resolution: "Expect other commands to be refused until the policy is applied.",
    },
    {
      value: 4,
      name: "ExternallyManaged",
      outcome: "neutral",
      scope: "policy",
      meaning:
        "The client reports that it did not apply the policy because another system manages the device.",
      cause: "Other management software controls the device.",
      resolution: "The server may refuse the device with 145.",
    },
  ],
  { element: "Provision:Policy", direction: "request" },
);

const wipeRows = (what: string): readonly StatusRow[] => [
  {
    value: 1,
    name: "WipeSucceeded",
    outcome: "success",
    scope: "global",
    meaning: `The client reports that it removed ${what}, or is about to.`,
    cause: "The client wipes, or has wiped, and will not connect again.",
    resolution: "The server takes the wipe as done.",
  },
  {
    value: 2,
    name: "WipeFailed",
    scope: "global",
    meaning: `The client reports that it could not remove ${what}.`,
    cause: "The device refused, or the wipe was interrupted.",
    resolution: "The server sends the order again in its next response.",
  },
];

const wipe = statusTable("MS-ASPROV 2.2.2.54.3", wipeRows("everything on the device"), {
  element: "Provision:RemoteWipe",
  direction: "request",
});

const accountWipe = statusTable("MS-ASPROV 2.2.2.54.3", wipeRows("all data of this account"), {
  element: "Provision:AccountOnlyRemoteWipe",
  direction: "request",
  versions: FROM_16_1,
});

const device = deviceInformation.map((entry) => ({ ...entry, versions: FROM_14_1 }));

/**
 * Status in Provision, in both directions: of the whole, of a Policy, of a wipe, and of the DeviceInformation
 * in the response.
 */
export const provision: readonly StatusEntry[] = [
  ...whole,
  ...policy,
  ...acknowledgement,
  ...wipe,
  ...accountWipe,
  ...device,
];
