import { nodeAtByte } from "../document/locate";
import { elementName } from "../document/notation/names";
import type { LinkedDocument } from "../document/open";
import { ATTRIBUTE_BIT, CONTENT_BIT } from "../wbxml/globalToken";
import { endOf, isElement, kindOf, pageOf, parentOf, startOf, TokenKind, tokenAt } from "../wbxml/tokenTable";
import { type BytePart, findBytePart } from "./byteParts";
import { tokenName } from "./tokenName";

/** What a byte is called: `role`, `element` and `page`, put together, are "tag To, code page 2 Email". */
export interface ByteName {
  /** What the byte is, up to the name of its element: "tag ", "text of ", "SWITCH_PAGE". */
  readonly role: string;
  /** The element that it belongs to; "" if there is none, or none is meant. */
  readonly element: string;
  /** The code page in effect and its namespace; "" in the header, where there is none. */
  readonly page: string;
}

/** What is said of the parts of a token, where it is more than the name of the token. */
const ROLES: Readonly<Record<number, Partial<Record<BytePart, string>>>> = {
  [TokenKind.InlineString]: { content: "text", terminator: "end of the text" },
  [TokenKind.TableString]: { number: "index of STR_T" },
  [TokenKind.LiteralTag]: { number: "index of LITERAL" },
  [TokenKind.SwitchPage]: { number: "number of the code page" },
  [TokenKind.Opaque]: { number: "length of OPAQUE" },
};

const PARTS: Readonly<Record<BytePart, string>> = {
  token: "",
  number: "number of ",
  content: "content of ",
  terminator: "end of ",
};

const HEADER: ReadonlySet<number> = new Set([
  TokenKind.Version,
  TokenKind.PublicId,
  TokenKind.Charset,
  TokenKind.StringTableLength,
  TokenKind.StringTable,
]);
/** What is told without the element that it is in. */
const ALONE: ReadonlySet<number> = new Set([TokenKind.SwitchPage, TokenKind.Malformed]);

/** What the byte at an offset is called, in a token that it belongs to. */
export function nameByte(document: LinkedDocument, token: number, offset: number): ByteName {
  return namePart(document, token, findBytePart(document.tree.tokens, token, offset));
}

function namePart(document: LinkedDocument, token: number, part: BytePart): ByteName {
  const { tokens } = document.tree;
  const kind = kindOf(tokens, token);
  if (HEADER.has(kind)) return { role: tokenName(kind), element: "", page: "" };
  const role = ROLES[kind]?.[part] ?? `${kind === TokenKind.Malformed ? "" : PARTS[part]}${tokenName(kind)}`;
  const element = ALONE.has(kind) ? "" : nameElement(document, token);
  const namesTag = isElement(tokens, token) && part === "token";
  const joint = element === "" ? "" : namesTag ? " " : isOwn(kind, part) ? " of " : " in ";
  return { role: `${role}${joint}`, element, page: namePage(document, pageOf(tokens, token)) };
}

/** Whether a part is all that its element has of the kind: its text, its END. */
function isOwn(kind: number, part: BytePart): boolean {
  return kind === TokenKind.End || (kind === TokenKind.InlineString && part === "content");
}

/** The element that a token is, is in, or closes. */
function nameElement(document: LinkedDocument, token: number): string {
  const { tokens } = document.tree;
  const element = isElement(tokens, token)
    ? token
    : kindOf(tokens, token) === TokenKind.End
      ? nodeAtByte(document, startOf(tokens, token))
      : parentOf(tokens, token);
  return isElement(tokens, element) ? elementName(document, element) : "";
}

function namePage({ codeSpace }: LinkedDocument, page: number): string {
  const namespace = codeSpace.page(page)?.namespace;
  return namespace === undefined ? `code page ${page}` : `code page ${page} ${namespace}`;
}

/** What the flags of a tag say, in words: "with content", "without content, with attributes". */
function nameFlags(byte: number): string {
  const content = (byte & CONTENT_BIT) === 0 ? "without content" : "with content";
  return (byte & ATTRIBUTE_BIT) === 0 ? content : `${content}, with attributes`;
}

/** Each byte from `start` to `end` in words: its part of its token, its element, its page, its flags. */
export function listByteNames(document: LinkedDocument, start: number, end: number): readonly string[] {
  const { tokens } = document.tree;
  const names: string[] = [];
  let token = tokenAt(tokens, start);
  let known: { readonly token: number; readonly part: BytePart; readonly name: string } | undefined;
  for (let at = start; at < end; at++) {
    while (endOf(tokens, token) <= at && token + 1 < tokens.count) token++;
    const part = findBytePart(tokens, token, at);
    if (known?.token !== token || known.part !== part)
      known = { token, part, name: sayPart(document, token, part) };
    names.push(known.name);
  }
  return names;
}

function sayPart(document: LinkedDocument, token: number, part: BytePart): string {
  const { tokens } = document.tree;
  const { role, element, page } = namePart(document, token, part);
  const isTag = isElement(tokens, token) && part === "token";
  const flags = isTag ? nameFlags(document.bytes[startOf(tokens, token)] ?? 0) : "";
  return [`${role}${element}`, page, flags].filter((words) => words !== "").join(", ");
}
