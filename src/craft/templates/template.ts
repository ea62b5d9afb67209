import { encodeXml } from "../../document/encode";
import { openDocument } from "../../document/open";
import { isEncodable } from "../../document/problem";
import { easCodeSpace } from "../../eas/codeSpace";
import type { Direction } from "../../eas/direction";
import { type ProtocolVersion, protocolVersions } from "../../eas/versions";

/** Under which heading the list of templates shows one: the SMS class, or what a command is about. */
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

/** A message to begin with, for one command and direction. */
export interface Template {
  /** Stable name in kebab-case. */
  readonly id: string;
  /** Its own name; no two are alike. */
  readonly title: string;
  readonly group: TemplateGroup;
  /** "Sync"; a name of `commands`. */
  readonly command: string;
  readonly direction: Direction;
  /** The class of item it carries ("SMS", "Email", "Calendar" …), where it carries one. */
  readonly itemClass?: string;
  /** One sentence on what it is for. */
  readonly purpose: string;
  /** Document and section that define it. */
  readonly section: string;
  /** The protocol versions that can carry it, oldest first. */
  readonly versions: readonly ProtocolVersion[];
  /** The message as XML in the project's notation; `undefined` for a version that can't carry it. */
  readonly xml: (version: ProtocolVersion) => string | undefined;
}

/**
 * A template as its file states it: the message for each version it claims, prefixes usual and undeclared,
 * layout free.
 */
export interface TemplateSource extends Omit<Template, "xml"> {
  readonly write: (version: ProtocolVersion) => string;
}

/**
 * A template whose XML is laid out, declares its namespaces, and is there for the versions it claims alone.
 */
export function template({ write, ...facts }: TemplateSource): Template {
  return {
    ...facts,
    xml: (version) => (facts.versions.includes(version) ? laidOut(write(version)) : undefined),
  };
}

/**
 * The XML that the payload of a text gives. A text that gives none is a fault of its template, and thrown.
 */
function laidOut(text: string): string {
  const { bytes, problems } = encodeXml(text, easCodeSpace);
  if (!isEncodable(problems)) throw new Error(problems.map(({ message }) => message).join(" "));
  return openDocument(bytes, easCodeSpace).xml;
}

/** Whether a version is another or later. */
export function isFrom(version: ProtocolVersion, first: ProtocolVersion): boolean {
  return protocolVersions.indexOf(version) >= protocolVersions.indexOf(first);
}

/** A text that is there from a version on. */
export function from(version: ProtocolVersion, first: ProtocolVersion, text: string): string {
  return isFrom(version, first) ? text : "";
}

/** A text that is there before a version. */
export function before(version: ProtocolVersion, first: ProtocolVersion, text: string): string {
  return isFrom(version, first) ? "" : text;
}
