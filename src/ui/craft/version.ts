import type { Template } from "../../craft/templates/template";
import { type ProtocolVersion, protocolVersions } from "../../eas/versions";

/** The usual protocol version of servers with text messages, and of today's servers. */
const USUAL = { sms: "14.1", other: "16.1" } as const;

/**
 * The version that a template is shown for: the wanted one, or else the usual one; if the template does not
 * have it, the nearest that it has.
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
