/**
 * A code page of the tag code space: its number, the XML namespace it stands for and the prefix it is written
 * with.
 */
export interface CodePage {
  readonly page: number;
  readonly namespace: string;
  readonly prefix: string;
}

/** A tag of a code space. `retired`: no current table assigns the token, old traffic holds it. */
export interface CodeSpaceTag {
  readonly page: number;
  /** Identity, 0x05 to 0x3F. */
  readonly token: number;
  readonly name: string;
  readonly retired?: true;
}

/** A tag looked up by its XML name; `as` says how, where the name was not the tag's own. */
export interface FoundTag extends CodeSpaceTag {
  readonly as?: "alias" | "other-case";
}

/** How many tags a code space may have: 256 pages of 64 identities. Tag numbers are smaller. */
export const TAG_NUMBERS = 256 * 64;

/** A tag as one number, to look it up by: its page and its identity (0x05 to 0x3F) in one. */
export function tagNumber(page: number, identity: number): number {
  return page * 64 + identity;
}

/** What gives the tokens of a WBXML language their names. The codec knows no language: it is handed one. */
export interface CodeSpace {
  readonly pages: readonly CodePage[];
  /** The page of a number; `undefined` where the language has none. */
  readonly page: (page: number) => CodePage | undefined;
  /** The page of an XML namespace, in any spelling the language is written with. */
  readonly pageOf: (namespace: string) => CodePage | undefined;
  /** The tag of a page and an identity; `undefined` where the language assigns none. */
  readonly tag: (page: number, token: number) => CodeSpaceTag | undefined;
  /** The tag of an XML name on a page; `undefined` where there is none by that name or an alias. */
  readonly find: (page: number, name: string) => FoundTag | undefined;
}
