import type { TextRange } from "../bytes/range";

/**
 * The ways in which a text can fail to be well-formed XML [XML 1.0, XMLNS]. The list is closed, except that
 * the last code covers any other message of the parser.
 */
export type XmlProblemCode =
  | "no-root"
  | "several-roots"
  | "text-outside-root"
  | "mismatched-tag"
  | "unclosed-tag"
  | "unexpected-end"
  | "unbound-prefix"
  | "duplicate-attribute"
  | "attribute-syntax"
  | "undefined-entity"
  | "character-not-allowed"
  | "cdata-end-in-text"
  | "declaration-syntax"
  | "name-syntax"
  | "comment-syntax"
  | "not-well-formed";

/** The most violations of well-formedness that are reported of one text. */
export const MOST_PROBLEMS = 1000;

/** An error or a remark about a text, with its place. Only an `error` prevents encoding. */
export interface TextProblem<Code extends string> {
  readonly code: Code;
  readonly severity: "error" | "warning" | "info";
  /** What is wrong, why, and what to do. */
  readonly message: string;
  readonly range: TextRange;
}

/** A violation of well-formedness, which must be reported according to MS-ASMS 2.2 and [XML] section 5. */
export type XmlProblem = TextProblem<XmlProblemCode>;

interface Known {
  readonly says: RegExp;
  readonly code: XmlProblemCode;
  readonly message: (detail: string) => string;
}

/** Parser message → our code and text. `detail` is the name that the parser quotes, if any. */
const KNOWN: readonly Known[] = [
  {
    says: /^document must contain a root/,
    code: "no-root",
    message: () => "There is no element here. A payload must have one root element, such as <Sync>.",
  },
  {
    says: /^documents may contain only one root/,
    code: "several-roots",
    message: () => "This is a second root element. XML allows exactly one: put the others inside it.",
  },
  {
    says: /^text data outside of root/,
    code: "text-outside-root",
    message: () => "There is text outside the root element. Move it inside, or remove it.",
  },
  {
    says: /^unmatched closing tag: (.*)\.$/,
    code: "mismatched-tag",
    message: (name) => `</${name}> closes an element that is not open. Correct its name, or remove it.`,
  },
  {
    says: /^unexpected close tag(?: over (.*))?\.$/,
    code: "mismatched-tag",
    message: (name) =>
      `<${name}> is still open at this closing tag. Add </${name}> before it, or correct one of the two ` +
      "tags.",
  },
  {
    says: /^unclosed tag: (.*)$/,
    code: "unclosed-tag",
    message: (name) => `<${name}> is never closed. Add </${name}> where it should end.`,
  },
  {
    says: /^unexpected end/,
    code: "unexpected-end",
    message: () => "The text ends inside this construct. Complete it, or remove it.",
  },
  {
    says: /^unbound namespace prefix: "(.*)"\.$/,
    code: "unbound-prefix",
    message: (prefix) => `The prefix ${prefix} is not declared. Add xmlns:${prefix}="…" to the root element.`,
  },
  {
    says: /^duplicate attribute: (.*)\.$/,
    code: "duplicate-attribute",
    message: (name) => `The attribute ${name} appears twice in one tag. Remove one of them.`,
  },
  {
    says: /^disallowed character in attribute value/,
    code: "attribute-syntax",
    message: () => "An attribute value can't contain <. Write &lt; instead.",
  },
  {
    says: /attribute|between attributes/,
    code: "attribute-syntax",
    message: () => 'An attribute must have the form name="value", with white space before it.',
  },
  {
    says: /entity/,
    code: "undefined-entity",
    message: () =>
      "This entity doesn't exist. Write a bare & as &amp;. XML defines only lt, gt, amp, apos, quot and " +
      "&#x…;.",
  },
  {
    says: /^disallowed character\.?$/,
    code: "character-not-allowed",
    message: () => "XML can't contain this character. Write it by its code point instead: <?char U+0001?>.",
  },
  {
    says: /"]]>" is disallowed/,
    code: "cdata-end-in-text",
    message: () => "Text can't contain ]]>. Write ]]&gt; instead.",
  },
  {
    says: /declaration|name\/value pairs|expected (the name|one of)|value must|must match|before root|^value required/i,
    code: "declaration-syntax",
    message: () =>
      'The XML declaration must be <?xml version="1.0" encoding="utf-8"?> at the very start. It can also ' +
      "be omitted.",
  },
  {
    says: /tag name|closing tag|malformed name|forward-slash|empty close|processing instruction/,
    code: "name-syntax",
    message: () =>
      "This is not a tag. A name must start with a letter or an underscore, with no space after the <.",
  },
  {
    says: /comment/,
    code: "comment-syntax",
    message: () => "A comment must have the form <!-- … --> with no -- inside.",
  },
];

/** The problem for a parser message about a range of the text. */
export function xmlProblem(said: string, range: TextRange): XmlProblem {
  for (const { says, code, message } of KNOWN) {
    const match = says.exec(said);
    if (match !== null) return { code, severity: "error", message: message(match[1] ?? ""), range };
  }
  return {
    code: "not-well-formed",
    severity: "error",
    message: `The XML is not well-formed: ${said}`,
    range,
  };
}
