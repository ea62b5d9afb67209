import type { Template } from "../../craft/templates/template";
import { type ProtocolVersion, protocolVersions } from "../../eas/versions";

/** What the servers speak that have text messages, and what today's speak. */
const USUAL = { sms: "14.1", other: "16.1" } as const;

/**
 * The version that a template is shown for: the one wanted, else the usual one, where it can't carry that the
 * nearest that it can.
 */
export function versionFor(
  { versions, group }: Template,
  wanted: ProtocolVersion | undefined,
): ProtocolVersion {
  const version = wanted ?? (group === "SMS" ? USUAL.sms : USUAL.other);
  if (versions.includes(version)) return version;
  const place = (one: ProtocolVersion): number =>
    Math.abs(protocolVersions.indexOf(one) - protocolVersions.indexOf(version));
  return versions.toSorted((a, b) => place(a) - place(b))[0] ?? version;
}
