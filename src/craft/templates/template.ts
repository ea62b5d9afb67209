import { encodeXml } from "../../document/encode";
import { openDocument } from "../../document/open";
import { isEncodable } from "../../document/problem";
import { easCodeSpace } from "../../eas/codeSpace";
import type { Direction } from "../../eas/direction";
import { type ProtocolVersion, protocolVersions } from "../../eas/versions";

/** The heading under which the list shows a template: the SMS class, or the subject of a command. */
export const templateGroups = [
  "SMS",
  "Sync",
  "Folders",
  "Sending",
  "Items",
  "Searches",
  "Meetings",
  "Account",
  "People",
] as const;

/** One of the headings. */
export type TemplateGroup = (typeof templateGroups)[number];

/** A message to start from, for one command and direction. */
export interface Template {
  /** Stable name in kebab-case. */
  readonly id: string;
  /** Its title; unique. */
  readonly title: string;
  readonly group: TemplateGroup;
  /** "Sync"; a name of `commands`. */
  readonly command: string;
  readonly direction: Direction;
  /** The class of item it contains ("SMS", "Email", "Calendar" …), if any. */
  readonly itemClass?: string;
  /** One sentence on what it is for. */
  readonly purpose: string;
  /** The document and section that define it. */
  readonly section: string;
  /** The protocol versions that support it, oldest first. */
  readonly versions: readonly ProtocolVersion[];
  /** The message as XML in the project's notation; `undefined` for a version that does not support it. */
  readonly xml: (version: ProtocolVersion) => string | undefined;
}

/**
 * A template as its file defines it: the message for each version, with the usual prefixes undeclared and in
 * any layout.
 */
export interface TemplateSource extends Omit<Template, "xml"> {
  readonly write: (version: ProtocolVersion) => string;
}

/**
 * Defines a template. Its XML is laid out, declares its namespaces, and exists only for the versions it
 * supports.
 */
export function defineTemplate({ write, ...facts }: TemplateSource): Template {
  return {
    ...facts,
    xml: (version) => (facts.versions.includes(version) ? layOut(write(version)) : undefined),
  };
}

/**
 * Lays out an XML text as the page does. Throws if the text cannot be encoded, which is an error in the
 * template.
 */
function layOut(text: string): string {
  const { bytes, problems } = encodeXml(text, easCodeSpace);
  if (!isEncodable(problems)) throw new Error(problems.map(({ message }) => message).join(" "));
  return openDocument(bytes, easCodeSpace).xml;
}

/** Whether a version is the given one or later. */
export function isAtLeast(version: ProtocolVersion, first: ProtocolVersion): boolean {
  return protocolVersions.indexOf(version) >= protocolVersions.indexOf(first);
}

/** The text from a version on; "" before it. */
export function ifFrom(version: ProtocolVersion, first: ProtocolVersion, text: string): string {
  return isAtLeast(version, first) ? text : "";
}

/** The text before a version; "" from it on. */
export function ifBefore(version: ProtocolVersion, first: ProtocolVersion, text: string): string {
  return isAtLeast(version, first) ? "" : text;
}
