/**
 * Tokens that no current table assigns but that old traffic contains, by code page: `[token, name]`. They
 * belong to protocol versions older than the published ones.
 */
export const retiredTags: Readonly<Record<number, readonly (readonly [token: number, name: string])[]>> = {
  0: [
    [0x11, "Version"],
    [0x1a, "RTFTruncation"],
    [0x1f, "NotifyGUID"],
  ],
  1: [[0x3b, "CompressedRTF"]],
  2: [[0x0b, "AttRemoved"]],
  3: [
    [0x05, "Notify"],
    [0x06, "Notification"],
    [0x07, "Version"],
    [0x08, "Lifetime"],
    [0x09, "DeviceInfo"],
    [0x0a, "Enable"],
    [0x0b, "Folder"],
    [0x0c, "ServerId"],
    [0x0d, "DeviceAddress"],
    [0x0e, "ValidCarrierProfiles"],
    [0x0f, "CarrierProfile"],
    [0x10, "Status"],
    [0x11, "Responses"],
    [0x12, "Devices"],
    [0x13, "Device"],
    [0x14, "Id"],
    [0x15, "Expiry"],
    [0x16, "NotifyGUID"],
    [0x17, "DeviceFriendlyName"],
  ],
  4: [
    [0x10, "CompressedRTF"],
    [0x2b, "Attachment"],
    [0x2c, "Attachments"],
    [0x2d, "AttName"],
    [0x2e, "AttSize"],
    [0x2f, "AttOid"],
    [0x30, "AttMethod"],
    [0x31, "AttRemoved"],
    [0x32, "DisplayName"],
  ],
  6: [
    [0x06, "Version"],
    [0x0b, "DateTime"],
  ],
  7: [
    [0x0b, "Response"],
    [0x0d, "ContentClass"],
    [0x18, "Version"],
  ],
  8: [[0x0d, "Version"]],
  9: [[0x21, "CompressedRTF"]],
  13: [[0x06, "AutdState"]],
  14: [[0x12, "DocumentBrowseEnabled"]],
  15: [
    [0x06, "Stores"],
    [0x1c, "Schema"],
    [0x1d, "Supported"],
  ],
  21: [[0x0a, "Type"]],
};
