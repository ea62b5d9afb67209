/** The protocol versions of EAS [MS-ASHTTP 2.2.1.1.1.1.1], oldest first. */
export const protocolVersions = ["2.5", "12.0", "12.1", "14.0", "14.1", "16.0", "16.1"] as const;

/** A protocol version, as the MS-ASProtocolVersion header writes it. */
export type ProtocolVersion = (typeof protocolVersions)[number];

const span = (first: ProtocolVersion, last: ProtocolVersion): readonly ProtocolVersion[] =>
  protocolVersions.slice(protocolVersions.indexOf(first), protocolVersions.indexOf(last) + 1);

/** Versions 2.5 to 16.1. */
export const ALL = span("2.5", "16.1");

/** Version 2.5 only. */
export const ONLY_2_5 = span("2.5", "2.5");

/** Versions 2.5 to 12.1. */
export const TO_12_1 = span("2.5", "12.1");

/** Versions 2.5 to 14.1. */
export const TO_14_1 = span("2.5", "14.1");

/** Versions 12.0 to 16.1. */
export const FROM_12_0 = span("12.0", "16.1");

/** Versions 12.1 to 16.1. */
export const FROM_12_1 = span("12.1", "16.1");

/** Versions 14.0 to 16.1. */
export const FROM_14_0 = span("14.0", "16.1");

/** Versions 14.1 to 16.1. */
export const FROM_14_1 = span("14.1", "16.1");

/** Versions 16.0 to 16.1. */
export const FROM_16_0 = span("16.0", "16.1");

/** Version 16.1 only. */
export const FROM_16_1 = span("16.1", "16.1");

/** Whether a text is a protocol version, as written in the header. */
export function isProtocolVersion(text: string): text is ProtocolVersion {
  return protocolVersions.some((version) => version === text);
}
