import type { languages } from "./monaco";

/**
 * How the editor tells apart what is coloured: tags, attributes, text, and opaque data. What is not
 * well-formed is coloured as far as it goes.
 */
export const xmlTokens: languages.IMonarchLanguage = {
  defaultToken: "text",
  tokenizer: {
    root: [
      [/<!--/, "comment", "@comment"],
      [/<!\[CDATA\[/, "delimiter", "@cdata"],
      [/<\?/, "delimiter", "@instruction"],
      [/<\/?/, "delimiter", "@tag"],
      [/&[^;\s<]*;?/, "entity"],
      [/[^<&]+/, "text"],
    ],
    comment: [
      [/-->/, "comment", "@pop"],
      [/[^-]+|-/, "comment"],
    ],
    cdata: [
      [/\]\]>/, "delimiter", "@pop"],
      [/[^\]]+|\]/, "text"],
    ],
    instruction: [
      [/\?>/, "delimiter", "@pop"],
      [/opaque\b/, "attribute.name", "@opaque"],
      [/[^\s?]+|\s+|\?/, "attribute.name"],
    ],
    opaque: [
      [/\?>/, { token: "delimiter", next: "@popall" }],
      [/[^?]+|\?/, "opaque"],
    ],
    tag: [
      [/\/?>/, "delimiter", "@pop"],
      [/"[^"]*"?|'[^']*'?/, "attribute.value"],
      [/[\w.:-]+(?=\s*=)/, "attribute.name"],
      [/=/, "attribute.name"],
      [/\s+/, "text"],
      [/(?=<)/, { token: "text", next: "@pop" }],
      [/[^\s=/<>"']+|\//, "tag"],
    ],
  },
};

/** `languages.IndentAction.IndentOutdent`; this file does not import Monaco, so that it can be tested. */
const INDENT_OUTDENT = 2;

const PAIRS = [
  { open: "<", close: ">" },
  { open: '"', close: '"' },
  { open: "'", close: "'" },
];

/** What the editor pairs, surrounds and comments out. */
export const xmlConfiguration: languages.LanguageConfiguration = {
  comments: { blockComment: ["<!--", "-->"] },
  brackets: [["<", ">"]],
  autoClosingPairs: PAIRS,
  surroundingPairs: PAIRS,
  onEnterRules: [
    // between the tags of an element: a line of its own for its content
    { beforeText: /<[\w.:-][^<>]*>$/, afterText: /^<\//, action: { indentAction: INDENT_OUTDENT } },
  ],
};
