import { ALL, FROM_12_0, FROM_14_1, FROM_16_1, type ProtocolVersion } from "../../eas/versions";
import { from, isFrom, type Template, type TemplateSource, template } from "./template";

type AccountSource = Pick<TemplateSource, "id" | "title" | "purpose" | "direction"> & Partial<TemplateSource>;

const settings = ({ inside, ...source }: AccountSource & { readonly inside: string }): Template =>
  template({
    group: "Account",
    command: "Settings",
    section: "MS-ASCMD 2.2.1.18",
    versions: FROM_12_0,
    write: () => `<Settings xmlns="Settings">${inside}</Settings>`,
    ...source,
  });

const OOF_MESSAGES =
  "<OofMessage><AppliesToInternal/><Enabled>1</Enabled><ReplyMessage>Back on " +
  "Monday.</ReplyMessage><BodyType>Text</BodyType></OofMessage>" +
  "<OofMessage><AppliesToExternalKnown/><Enabled>1</Enabled><ReplyMessage>Back on " +
  "Monday.</ReplyMessage><BodyType>Text</BodyType></OofMessage>" +
  "<OofMessage><AppliesToExternalUnknown/><Enabled>0</Enabled></OofMessage>";

const OOF_TIMES =
  "<OofState>2</OofState><StartTime>2026-03-09T00:00:00.000Z</StartTime>" +
  "<EndTime>2026-03-16T00:00:00.000Z</EndTime>";

const settingsTemplates: readonly Template[] = [
  settings({
    id: "oof-get",
    title: "Settings: get the automatic replies",
    direction: "request",
    purpose: "Asks for the automatic replies as plain text.",
    inside: "<Oof><Get><BodyType>Text</BodyType></Get></Oof>",
  }),
  settings({
    id: "oof-get-answer",
    title: "Settings: the automatic replies",
    direction: "response",
    purpose: "Tells the automatic replies for colleagues and others.",
    inside: `<Status>1</Status><Oof><Status>1</Status><Get>${OOF_TIMES}${OOF_MESSAGES}</Get></Oof>`,
  }),
  settings({
    id: "oof-set",
    title: "Settings: set the automatic replies",
    direction: "request",
    purpose: "Switches automatic replies on for a week.",
    inside: `<Oof><Set>${OOF_TIMES}${OOF_MESSAGES}</Set></Oof>`,
  }),
  settings({
    id: "device-information",
    title: "Settings: DeviceInformation",
    direction: "request",
    purpose: "Tells the server what kind of device this is; from 14.1 Provision can carry it too.",
    inside: "",
    write: (version) =>
      `<Settings xmlns="Settings"><DeviceInformation><Set><Model>Contoso ` +
      "One</Model><IMEI>490154203237518</IMEI><FriendlyName>Pat's phone</FriendlyName><OS>Contoso OS " +
      "4</OS><OSLanguage>English</OSLanguage>" +
      `<PhoneNumber>+14255550143</PhoneNumber>${from(version, "12.1", "<UserAgent>Contoso/4.0</UserAgent>")}${from(version, "14.0", "<MobileOperator>Fabrikam Mobile</MobileOperator>")}</Set>` +
      "</DeviceInformation></Settings>",
  }),
  settings({
    id: "device-information-answer",
    title: "Settings: DeviceInformation taken",
    direction: "response",
    purpose: "Says that the server took what the device said of itself.",
    inside: "<Status>1</Status><DeviceInformation><Status>1</Status></DeviceInformation>",
  }),
  settings({
    id: "user-information",
    title: "Settings: UserInformation",
    direction: "request",
    purpose: "Asks for the user's addresses and accounts.",
    inside: "<UserInformation><Get/></UserInformation>",
  }),
  settings({
    id: "user-information-answer",
    title: "Settings: the user's addresses",
    direction: "response",
    purpose: "Tells the user's addresses, from 14.1 by account.",
    inside: "",
    write: (version) =>
      "<Settings " +
      `xmlns="Settings"><Status>1</Status><UserInformation><Status>1</Status>` +
      `<Get>${userFacts(version)}</Get></UserInformation></Settings>`,
  }),
  settings({
    id: "device-password",
    title: "Settings: DevicePassword",
    direction: "request",
    purpose: "Leaves the recovery password of the device with the server.",
    inside: "<DevicePassword><Set><Password>1234-5678</Password></Set></DevicePassword>",
  }),
  settings({
    id: "rights-management",
    title: "Settings: RightsManagementInformation",
    direction: "request",
    versions: FROM_14_1,
    purpose: "Asks for the templates of protected mail.",
    inside: "<RightsManagementInformation><Get/></RightsManagementInformation>",
  }),
  settings({
    id: "rights-management-answer",
    title: "Settings: templates of protected mail",
    direction: "response",
    versions: FROM_14_1,
    purpose: "Lists the templates that mail can be protected with.",
    inside:
      "<Status>1</Status><RightsManagementInformation><Status>1</Status><Get>" +
      "<rm:RightsManagementTemplates><rm:RightsManagementTemplate>" +
      "<rm:TemplateID>cf5cf348-a8d7-40d5-91ef-a600b88a395d</rm:TemplateID><rm:TemplateName>Do " +
      "Not Forward</rm:TemplateName><rm:TemplateDescription>Recipients can read this message, but not " +
      "forward, print or copy " +
      "it.</rm:TemplateDescription></rm:RightsManagementTemplate></rm:RightsManagementTemplates></Get>" +
      "</RightsManagementInformation>",
  }),
];

function userFacts(version: ProtocolVersion): string {
  const addresses = "<SMTPAddress>pat@contoso.com</SMTPAddress>";
  const early = `<EmailAddresses>${addresses}</EmailAddresses>`;
  const late =
    "<Accounts><Account><AccountId>1</AccountId><UserDisplayName>Pat " +
    "Green</UserDisplayName>" +
    `<EmailAddresses>${addresses}<PrimarySmtpAddress>pat@contoso.com</PrimarySmtpAddress>` +
    "</EmailAddresses></Account></Accounts>";
  return isFrom(version, "14.1") ? late : early;
}

const provision = ({
  inside,
  ...source
}: AccountSource & { readonly inside: (version: ProtocolVersion) => string }): Template =>
  template({
    group: "Account",
    command: "Provision",
    section: "MS-ASPROV 2.2.2.44",
    versions: ALL,
    write: (version) => `<Provision xmlns="Provision">${inside(version)}</Provision>`,
    ...source,
  });

/** 2.5 has its policies as WAP provisioning XML, later versions as elements [MS-ASPROV 2.2.2.43]. */
const policyType = (version: ProtocolVersion): string =>
  `<PolicyType>${isFrom(version, "12.0") ? "MS-EAS-Provisioning-WBXML" : "MS-WAP-Provisioning-XML"}</PolicyType>`;

const policies = (version: ProtocolVersion, inside: string): string =>
  `<Policies><Policy>${policyType(version)}${inside}</Policy></Policies>`;

function policyData(version: ProtocolVersion): string {
  const document =
    "<DevicePasswordEnabled>1</DevicePasswordEnabled>" +
    "<AlphanumericDevicePasswordRequired>0</AlphanumericDevicePasswordRequired>" +
    "<PasswordRecoveryEnabled>0</PasswordRecoveryEnabled>" +
    from(version, "12.1", "<RequireStorageCardEncryption>0</RequireStorageCardEncryption>") +
    "<AttachmentsEnabled>1</AttachmentsEnabled><MinDevicePasswordLength>6</MinDevicePasswordLength>" +
    "<MaxInactivityTimeDeviceLock>300</MaxInactivityTimeDeviceLock>" +
    "<MaxDevicePasswordFailedAttempts>8</MaxDevicePasswordFailedAttempts>" +
    "<AllowSimpleDevicePassword>0</AllowSimpleDevicePassword>" +
    from(
      version,
      "12.1",
      "<AllowCamera>1</AllowCamera><AllowTextMessaging>1</AllowTextMessaging><AllowBrowser>1</AllowBrowser>",
    );
  return isFrom(version, "12.0")
    ? `<Data><EASProvisionDoc>${document}</EASProvisionDoc></Data>`
    : `<Data>${escaped('<wap-provisioningdoc><characteristic type="SecurityPolicy"><parm name="4131" value="0"/></characteristic></wap-provisioningdoc>')}</Data>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const DEVICE =
  "<settings:DeviceInformation><settings:Set><settings:Model>Contoso " +
  "One</settings:Model><settings:OS>Contoso OS " +
  "4</settings:OS></settings:Set></settings:DeviceInformation>";

const provisionTemplates: readonly Template[] = [
  provision({
    id: "provision",
    title: "Provision: ask for the policy",
    direction: "request",
    purpose: "First phase: asks for the security policy; from 14.1 with what the device is.",
    inside: (version) => from(version, "14.1", DEVICE) + policies(version, ""),
  }),
  provision({
    id: "provision-answer",
    title: "Provision: the policy",
    direction: "response",
    purpose: "First phase: brings the policy and a key for the time being.",
    inside: (version) =>
      from(
        version,
        "14.1",
        "<settings:DeviceInformation><settings:Status>1</settings:Status></settings:DeviceInformation>",
      ) +
      `<Status>1</Status>${policies(version, `<Status>1</Status><PolicyKey>1307199584</PolicyKey>${policyData(version)}`)}`,
  }),
  provision({
    id: "provision-acknowledge",
    title: "Provision: acknowledge the policy",
    direction: "request",
    purpose: "Second phase: says that the device applies the policy.",
    inside: (version) => policies(version, "<PolicyKey>1307199584</PolicyKey><Status>1</Status>"),
  }),
  provision({
    id: "provision-acknowledge-answer",
    title: "Provision: the final key",
    direction: "response",
    purpose: "Second phase: gives the key that every later request carries.",
    inside: (version) =>
      `<Status>1</Status>${policies(version, "<Status>1</Status><PolicyKey>3942919513</PolicyKey>")}`,
  }),
  provision({
    id: "remote-wipe",
    title: "Provision: RemoteWipe",
    direction: "response",
    purpose: "Tells the device to wipe itself.",
    inside: () => "<Status>1</Status><RemoteWipe/>",
  }),
  provision({
    id: "remote-wipe-acknowledge",
    title: "Provision: acknowledge RemoteWipe",
    direction: "request",
    purpose: "Says that the device wipes itself, or with Status 2 that it failed.",
    inside: () => "<RemoteWipe><Status>1</Status></RemoteWipe>",
  }),
  provision({
    id: "account-wipe",
    title: "Provision: AccountOnlyRemoteWipe",
    direction: "response",
    versions: FROM_16_1,
    purpose: "Tells the device to delete the account and its data alone.",
    inside: () => "<Status>1</Status><AccountOnlyRemoteWipe/>",
  }),
];

/** What holds for account and device: settings, policies, waiting. */
export const accountTemplates: readonly Template[] = [...settingsTemplates, ...provisionTemplates];
