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
      [/(?=<)/, { token: "text", next: "@pop" }],
      [/[^\s=/<>"']+|[\s=/"']/, { token: "tag", switchTo: "@attributes" }],
    ],
    attributes: [
      [/\/?>/, "delimiter", "@pop"],
      [/"[^"]*"?|'[^']*'?/, "attribute.value"],
      [/\s+/, "text"],
      [/(?=<)/, { token: "text", next: "@pop" }],
      [/[^\s=/<>"']+|[=/]/, "attribute.name"],
    ],
  },
};

const PAIRS = [
  { open: "<", close: ">" },
  { open: '"', close: '"' },
  { open: "'", close: "'" },
];

/**
 * What the editor pairs, surrounds and comments out; `indentAction` is what Enter does between the tags of an
 * element. This file does not import Monaco, so that it can be tested.
 */
export function configureXml(indentAction: languages.IndentAction): languages.LanguageConfiguration {
  return {
    comments: { blockComment: ["<!--", "-->"] },
    brackets: [["<", ">"]],
    autoClosingPairs: PAIRS,
    surroundingPairs: PAIRS,
    onEnterRules: [{ beforeText: /<[\w.:-][^<>]*>$/, afterText: /^<\//, action: { indentAction } }],
  };
}
