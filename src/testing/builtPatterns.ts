import type { BuiltPattern, Pattern } from "./patterns";

/** A place that builds a regular expression, and patterns as it builds them, or why none are checked. */
interface Built extends BuiltPattern {
  readonly examples: readonly string[];
  readonly flags?: string;
  readonly reason?: string;
}

const GUID = "[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}";
const LOWER_GUID = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";

/** All places of src that build a regular expression from other than the source of a literal. */
export const builtPatterns: readonly Built[] = [
  {
    file: "find/matcher.ts",
    code: "term.source, `${term.flags}g`",
    examples: [],
    reason: "the pattern that the person typed, checked when it is read",
  },
  {
    file: "find/patternTerm.ts",
    code: "source, flags",
    examples: [],
    reason: "the pattern that the person typed; the search runs in a worker that can be ended",
  },
  {
    file: "find/valueTest.ts",
    code: 'text.replace(/[\\\\^$.*+?()[\\]{}|/]/g, "\\\\$&"), `iu${flags}`',
    examples: ["a\\.b\\*c"],
    flags: "iu",
  },
  {
    file: "eas/values/identifiers.ts",
    code: '`^\\\\{(?=[^}]*[a-f])(${GUID.replaceAll("A-F", "")})\\\\}(\\\\d+)$`, "d"',
    examples: [`^\\{(?=[^}]*[a-f])(${LOWER_GUID})\\}(\\d+)$`],
  },
  {
    file: "eas/values/identifiers.ts",
    code: '`^\\\\{(${GUID})\\\\}(\\\\d+)$`, "d"',
    examples: [`^\\{(${GUID})\\}(\\d+)$`],
  },
  { file: "eas/values/identifiers.ts", code: '`^(${GUID})$`, "d"', examples: [`^(${GUID})$`] },
  { file: "eas/values/identifiers.ts", code: '`^(${GUID}):(.+)$`, "d"', examples: [`^(${GUID}):(.+)$`] },
  {
    file: "formats/files/burp.ts",
    code: "`<${name}(?:\\\\s[^<>]*)?>`",
    examples: ["<request(?:\\s[^<>]*)?>"],
  },
  {
    file: "formats/files/burp.ts",
    code: '`\\\\]\\\\]>\\\\s*</${name}>`, "g"',
    examples: ["\\]\\]>\\s*</request>"],
  },
  { file: "formats/files/burp.ts", code: '`</${name}>`, "g"', examples: ["</request>"] },
  {
    file: "formats/text/escaped.ts",
    code: '`${marker}[0-9A-Fa-f]{2}`, "g"',
    examples: ["%[0-9A-Fa-f]{2}", "=[0-9A-Fa-f]{2}"],
  },
  {
    file: "lint/rules/sms/conversationRule.ts",
    code: "`<email2:${name}>.*</email2:${name}>`",
    examples: [],
    reason: "an example of a rule, whose text is in the source",
  },
];

/** The examples as patterns to check. */
export const buildable: readonly Pattern[] = builtPatterns.flatMap(({ file, examples, flags = "" }) =>
  examples.map((source) => ({ source, flags, files: [file] })),
);
