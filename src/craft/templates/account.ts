import { ALL, FROM_12_0, FROM_14_1, FROM_16_1, type ProtocolVersion } from "../../eas/versions";
import { defineTemplate, ifFrom, isAtLeast, type Template, type TemplateSource } from "./template";

type AccountSource = Pick<TemplateSource, "id" | "title" | "purpose" | "direction"> & Partial<TemplateSource>;

const defineSettingsTemplate = ({
  inside,
  ...source
}: AccountSource & { readonly inside: string }): Template =>
  defineTemplate({
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
  defineSettingsTemplate({
    id: "oof-get",
    title: "Settings: get the automatic replies",
    direction: "request",
    purpose: "Asks for the automatic replies as plain text.",
    inside: "<Oof><Get><BodyType>Text</BodyType></Get></Oof>",
  }),
  defineSettingsTemplate({
    id: "oof-get-answer",
    title: "Settings: the automatic replies",
    direction: "response",
    purpose: "Returns the automatic replies for colleagues and others.",
    inside: `<Status>1</Status><Oof><Status>1</Status><Get>${OOF_TIMES}${OOF_MESSAGES}</Get></Oof>`,
  }),
  defineSettingsTemplate({
    id: "oof-set",
    title: "Settings: set the automatic replies",
    direction: "request",
    purpose: "Turns on automatic replies for a week.",
    inside: `<Oof><Set>${OOF_TIMES}${OOF_MESSAGES}</Set></Oof>`,
  }),
  defineSettingsTemplate({
    id: "device-information",
    title: "Settings: DeviceInformation",
    direction: "request",
    purpose: "Tells the server what kind of device this is; from 14.1 on, Provision can contain it too.",
    inside: "",
    write: (version) =>
      `<Settings xmlns="Settings"><DeviceInformation><Set><Model>Contoso ` +
      "One</Model><IMEI>490154203237518</IMEI><FriendlyName>Pat's phone</FriendlyName><OS>Contoso OS " +
      "4</OS><OSLanguage>English</OSLanguage>" +
      `<PhoneNumber>+14255550143</PhoneNumber>${ifFrom(version, "12.1", "<UserAgent>Contoso/4.0</UserAgent>")}${ifFrom(version, "14.0", "<MobileOperator>Fabrikam Mobile</MobileOperator>")}</Set>` +
      "</DeviceInformation></Settings>",
  }),
  defineSettingsTemplate({
    id: "device-information-answer",
    title: "Settings: DeviceInformation accepted",
    direction: "response",
    purpose: "Confirms that the server stored the device information.",
    inside: "<Status>1</Status><DeviceInformation><Status>1</Status></DeviceInformation>",
  }),
  defineSettingsTemplate({
    id: "user-information",
    title: "Settings: UserInformation",
    direction: "request",
    purpose: "Asks for the user's addresses and accounts.",
    inside: "<UserInformation><Get/></UserInformation>",
  }),
  defineSettingsTemplate({
    id: "user-information-answer",
    title: "Settings: the user's addresses",
    direction: "response",
    purpose: "Returns the user's addresses, by account from 14.1 on.",
    inside: "",
    write: (version) =>
      "<Settings " +
      `xmlns="Settings"><Status>1</Status><UserInformation><Status>1</Status>` +
      `<Get>${writeUserFacts(version)}</Get></UserInformation></Settings>`,
  }),
  defineSettingsTemplate({
    id: "device-password",
    title: "Settings: DevicePassword",
    direction: "request",
    purpose: "Stores the recovery password of the device on the server.",
    inside: "<DevicePassword><Set><Password>1234-5678</Password></Set></DevicePassword>",
  }),
  defineSettingsTemplate({
    id: "rights-management",
    title: "Settings: RightsManagementInformation",
    direction: "request",
    versions: FROM_14_1,
    purpose: "Asks for the templates for protected mail.",
    inside: "<RightsManagementInformation><Get/></RightsManagementInformation>",
  }),
  defineSettingsTemplate({
    id: "rights-management-answer",
    title: "Settings: templates for protected mail",
    direction: "response",
    versions: FROM_14_1,
    purpose: "Lists the templates available for protecting mail.",
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

function writeUserFacts(version: ProtocolVersion): string {
  const addresses = "<SMTPAddress>pat@contoso.com</SMTPAddress>";
  const early = `<EmailAddresses>${addresses}</EmailAddresses>`;
  const late =
    "<Accounts><Account><AccountId>1</AccountId><UserDisplayName>Pat " +
    "Green</UserDisplayName>" +
    `<EmailAddresses>${addresses}<PrimarySmtpAddress>pat@contoso.com</PrimarySmtpAddress>` +
    "</EmailAddresses></Account></Accounts>";
  return isAtLeast(version, "14.1") ? late : early;
}

const defineProvisionTemplate = ({
  inside,
  ...source
}: AccountSource & { readonly inside: (version: ProtocolVersion) => string }): Template =>
  defineTemplate({
    group: "Account",
    command: "Provision",
    section: "MS-ASPROV 2.2.2.44",
    versions: ALL,
    write: (version) => `<Provision xmlns="Provision">${inside(version)}</Provision>`,
    ...source,
  });

/** Policies are WAP provisioning XML in 2.5 and elements in later versions [MS-ASPROV 2.2.2.43]. */
const writePolicyType = (version: ProtocolVersion): string =>
  `<PolicyType>${isAtLeast(version, "12.0") ? "MS-EAS-Provisioning-WBXML" : "MS-WAP-Provisioning-XML"}</PolicyType>`;

const writePolicies = (version: ProtocolVersion, inside: string): string =>
  `<Policies><Policy>${writePolicyType(version)}${inside}</Policy></Policies>`;

function writePolicyData(version: ProtocolVersion): string {
  const document =
    "<DevicePasswordEnabled>1</DevicePasswordEnabled>" +
    "<AlphanumericDevicePasswordRequired>0</AlphanumericDevicePasswordRequired>" +
    "<PasswordRecoveryEnabled>0</PasswordRecoveryEnabled>" +
    ifFrom(version, "12.1", "<RequireStorageCardEncryption>0</RequireStorageCardEncryption>") +
    "<AttachmentsEnabled>1</AttachmentsEnabled><MinDevicePasswordLength>6</MinDevicePasswordLength>" +
    "<MaxInactivityTimeDeviceLock>300</MaxInactivityTimeDeviceLock>" +
    "<MaxDevicePasswordFailedAttempts>8</MaxDevicePasswordFailedAttempts>" +
    "<AllowSimpleDevicePassword>0</AllowSimpleDevicePassword>" +
    ifFrom(
      version,
      "12.1",
      "<AllowCamera>1</AllowCamera><AllowTextMessaging>1</AllowTextMessaging><AllowBrowser>1</AllowBrowser>",
    );
  return isAtLeast(version, "12.0")
    ? `<Data><EASProvisionDoc>${document}</EASProvisionDoc></Data>`
    : `<Data>${escapeXml('<wap-provisioningdoc><characteristic type="SecurityPolicy"><parm name="4131" value="0"/></characteristic></wap-provisioningdoc>')}</Data>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const DEVICE =
  "<settings:DeviceInformation><settings:Set><settings:Model>Contoso " +
  "One</settings:Model><settings:OS>Contoso OS " +
  "4</settings:OS></settings:Set></settings:DeviceInformation>";

const provisionTemplates: readonly Template[] = [
  defineProvisionTemplate({
    id: "provision",
    title: "Provision: ask for the policy",
    direction: "request",
    purpose: "First phase: asks for the security policy; from 14.1 on, with the device information.",
    inside: (version) => ifFrom(version, "14.1", DEVICE) + writePolicies(version, ""),
  }),
  defineProvisionTemplate({
    id: "provision-answer",
    title: "Provision: the policy",
    direction: "response",
    purpose: "First phase: returns the policy and a temporary key.",
    inside: (version) =>
      ifFrom(
        version,
        "14.1",
        "<settings:DeviceInformation><settings:Status>1</settings:Status></settings:DeviceInformation>",
      ) +
      `<Status>1</Status>${writePolicies(version, `<Status>1</Status><PolicyKey>1307199584</PolicyKey>${writePolicyData(version)}`)}`,
  }),
  defineProvisionTemplate({
    id: "provision-acknowledge",
    title: "Provision: acknowledge the policy",
    direction: "request",
    purpose: "Second phase: confirms that the device applies the policy.",
    inside: (version) => writePolicies(version, "<PolicyKey>1307199584</PolicyKey><Status>1</Status>"),
  }),
  defineProvisionTemplate({
    id: "provision-acknowledge-answer",
    title: "Provision: the final key",
    direction: "response",
    purpose: "Second phase: returns the key to send with every later request.",
    inside: (version) =>
      `<Status>1</Status>${writePolicies(version, "<Status>1</Status><PolicyKey>3942919513</PolicyKey>")}`,
  }),
  defineProvisionTemplate({
    id: "remote-wipe",
    title: "Provision: RemoteWipe",
    direction: "response",
    purpose: "Tells the device to wipe itself.",
    inside: () => "<Status>1</Status><RemoteWipe/>",
  }),
  defineProvisionTemplate({
    id: "remote-wipe-acknowledge",
    title: "Provision: acknowledge RemoteWipe",
    direction: "request",
    purpose: "Confirms that the device is wiping itself, or with Status 2 that it failed.",
    inside: () => "<RemoteWipe><Status>1</Status></RemoteWipe>",
  }),
  defineProvisionTemplate({
    id: "account-wipe",
    title: "Provision: AccountOnlyRemoteWipe",
    direction: "response",
    versions: FROM_16_1,
    purpose: "Tells the device to delete only the account and its data.",
    inside: () => "<Status>1</Status><AccountOnlyRemoteWipe/>",
  }),
];

/** Templates for account and device: settings and policies. */
export const accountTemplates: readonly Template[] = [...settingsTemplates, ...provisionTemplates];
