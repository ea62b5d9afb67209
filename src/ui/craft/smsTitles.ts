/**
 * The SMS templates that have their own menu command: id and title. The templates themselves are loaded when
 * first used; a test checks that this list matches them.
 */
export const smsTitles: readonly (readonly [id: string, title: string])[] = [
  ["sms-add", "SMS: Sync Add by the client"],
  ["sms-add-answer", "SMS: Sync Add, answered by the server"],
  ["sms-change-read", "SMS: Sync Change, read"],
  ["sms-change-flag", "SMS: Sync Change, flag"],
  ["sms-delete", "SMS: Sync Delete by the client"],
  ["sms-delete-from-server", "SMS: Sync Delete by the server"],
  ["sms-change-from-server", "SMS: Sync Change by the server"],
  ["sms-two-options", "SMS: Sync with two Options, SMS and Email"],
  ["sms-outbox-heartbeat", "SMS: Sync of the Outbox with HeartbeatInterval"],
  ["sms-outbox-wait", "SMS: Sync of the Outbox with Wait"],
  ["sms-outbox-add", "SMS: Sync Add into the Outbox by the server"],
  ["sms-estimate", "SMS: GetItemEstimate"],
  ["sms-outbound-off", "SMS: Settings, disable outbound SMS"],
  ["sms-outbound-device", "SMS: Settings, enable outbound SMS with full device information"],
  ["sms-outbound-refused", "SMS: Settings, outbound SMS rejected"],
];
