/** A code page of the tag code space: its number, its XML namespace and its usual prefix. */
export interface CodePage {
  readonly page: number;
  readonly namespace: string;
  readonly prefix: string;
}

/** A tag of a code space. `retired`: the token appears in old traffic, but no current table assigns it. */
export interface CodeSpaceTag {
  readonly page: number;
  /** Identity, 0x05 to 0x3F. */
  readonly token: number;
  readonly name: string;
  readonly retired?: true;
}

/** A tag found by its XML name. `as` says how the name matched if it was not the tag's own name. */
export interface FoundTag extends CodeSpaceTag {
  readonly as?: "alias" | "other-case";
}

/** The number of tags that a code space can have: 256 pages of 64 identities. Tag numbers are below it. */
export const TAG_NUMBERS = 256 * 64;

/** A tag as one number for lookups: its page and its identity (0x05 to 0x3F) combined. */
export function tagNumber(page: number, identity: number): number {
  return page * 64 + identity;
}

/**
 * Gives the tokens of a WBXML language their names. The codec does not know any language; the caller passes
 * one in.
 */
export interface CodeSpace {
  readonly pages: readonly CodePage[];
  /** The page with a number; `undefined` if the language has no such page. */
  readonly page: (page: number) => CodePage | undefined;
  /** The page for an XML namespace, in any spelling that the language uses. */
  readonly pageOf: (namespace: string) => CodePage | undefined;
  /** The tag for a page and an identity; `undefined` if the language assigns none. */
  readonly tag: (page: number, token: number) => CodeSpaceTag | undefined;
  /** The tag for an XML name on a page; `undefined` if no tag has that name or alias. */
  readonly find: (page: number, name: string) => FoundTag | undefined;
}
