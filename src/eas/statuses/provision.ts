import { FROM_14_0, FROM_14_1, FROM_16_1 } from "../versions";
import { deviceInformation } from "./settings";
import { type StatusEntry, type StatusRow, statusTable, success } from "./status";

const whole = statusTable("MS-ASPROV 2.2.2.54.2", [
  success("The command was carried out; whether there is a policy is said by the Status inside Policy."),
  {
    value: 2,
    name: "ProtocolError",
    scope: "global",
    meaning: "The request is not a valid Provision, or the client reported that a wipe failed.",
    cause: "An element is missing or misplaced (PolicyType, say); or RemoteWipe came with Status 2.",
    resolution: "Mend the request and send it again; a wipe that failed is asked for once more.",
  },
  {
    value: 3,
    name: "ServerError",
    scope: "global",
    meaning: "The server failed while it worked on the policy.",
    cause: "Mostly a passing fault; else a wrong setting.",
    resolution: "Send the request again.",
  },
  {
    value: 139,
    name: "DeviceNotFullyProvisionable",
    scope: "global",
    meaning: "The client applied a part of the policy only, and the server does not put up with that.",
    cause:
      "The acknowledgement said 2 (partly applied) and the administrator allows only devices that apply all. Exchange 2007 and 2010 do not answer so in this case.",
    resolution: "The administrator has to loosen the policy or allow the device.",
    versions: FROM_14_0,
    spec: { document: "MS-ASPROV", section: "3.1.5.2" },
  },
  {
    value: 141,
    name: "LegacyDeviceOnStrictPolicy",
    scope: "global",
    meaning: "The server takes the device for one that knows nothing of policies.",
    cause: "The request carried no policy key, and the administrator shuts out devices that send none.",
    resolution:
      "Send the key: in X-MS-PolicyKey, or in its place in a base64-encoded query; 0 where there is none yet.",
    versions: FROM_14_0,
    spec: { document: "MS-ASPROV", section: "3.1.5.2" },
  },
  {
    value: 145,
    name: "ExternallyManagedDevicesNotAllowed",
    scope: "global",
    meaning: "The client says that someone else manages the device, which the server does not accept.",
    cause: "The acknowledgement said 4 and the administrator shuts out devices under other management.",
    resolution:
      "Provision anew and apply this server's policy; otherwise it is for the administrator to allow.",
    versions: FROM_14_0,
    spec: { document: "MS-ASPROV", section: "3.1.5.2" },
  },
  {
    value: 165,
    name: "DeviceInformationRequired",
    scope: "global",
    meaning: "The first Provision request must tell what device it is.",
    cause: "The request has no DeviceInformation, which is required from 14.1 on.",
    resolution: "Send settings:DeviceInformation with Set, before Policies.",
    versions: FROM_14_1,
    spec: { document: "MS-ASCMD", section: "2.2.2" },
  },
]);

const policy = statusTable(
  "MS-ASPROV 2.2.2.54.1",
  [
    {
      ...success("The policy is in Data, or the server took note of the acknowledgement.", "policy"),
      resolution: "Apply the policy and acknowledge it.",
    },
    {
      value: 2,
      name: "NoPolicy",
      scope: "policy",
      meaning: "The server has no policy of that type for this client.",
      cause: "The administrator assigned none.",
      resolution: "Go on without a policy, and stop asking for it.",
    },
    {
      value: 3,
      name: "UnknownPolicyType",
      scope: "policy",
      meaning: "The server does not know the PolicyType.",
      cause: "PolicyType is not the name this protocol version uses.",
      resolution: "Ask for MS-EAS-Provisioning-WBXML, or in version 2.5 for MS-WAP-Provisioning-XML.",
    },
    {
      value: 4,
      name: "PolicyCorrupt",
      scope: "policy",
      meaning: "The policy on the server cannot be trusted or read.",
      cause: "Its data were damaged, or somebody meddled with them.",
      resolution: "The administrator has to set the policy anew.",
    },
    {
      value: 5,
      name: "WrongPolicyKey",
      scope: "policy",
      meaning: "The acknowledgement is for another policy than the one in force.",
      cause:
        "PolicyKey is not the temporary key of the last response, for instance because the policy changed in between.",
      resolution: "Start provisioning from the beginning and acknowledge with the key that brings.",
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
      scope: "policy",
      meaning: "The client tells: all of the policy is in force on the device.",
      cause: "Every setting could be applied.",
      resolution: "The server answers with the final PolicyKey, to be sent with every command.",
    },
    {
      value: 2,
      name: "PartlyApplied",
      scope: "policy",
      meaning: "The client tells: some of the policy is in force, the device lock at least.",
      cause: "The device cannot do all that the policy asks for.",
      resolution: "The server may refuse the device with 139.",
    },
    {
      value: 3,
      name: "NotApplied",
      scope: "policy",
      meaning: "The client tells: nothing of the policy is in force.",
      cause: "The device cannot apply it, or the person refused.",
      resolution: "Expect to be refused by other commands until the policy is applied.",
    },
    {
      value: 4,
      name: "ExternallyManaged",
      scope: "policy",
      meaning: "The client tells: another party manages the device's settings.",
      cause: "Some other management software is in charge.",
      resolution: "The server may refuse the device with 145.",
    },
  ],
  { element: "Provision:Policy", direction: "request" },
);

const wipeRows = (what: string): readonly StatusRow[] => [
  {
    value: 1,
    name: "WipeSucceeded",
    scope: "global",
    meaning: `The client tells: ${what} has been removed.`,
    cause: "The client carried out the wipe, or is about to and will not come back.",
    resolution: "The server takes the order as carried out.",
  },
  {
    value: 2,
    name: "WipeFailed",
    scope: "global",
    meaning: `The client tells: ${what} could not be removed.`,
    cause: "The device refused, or was stopped.",
    resolution: "The server gives the order again with its next answer.",
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
 * Status in Provision, in both directions: of the whole, of a Policy, of a wipe and of the DeviceInformation
 * that goes along.
 */
export const provision: readonly StatusEntry[] = [
  ...whole,
  ...policy,
  ...acknowledgement,
  ...wipe,
  ...accountWipe,
  ...device,
];
