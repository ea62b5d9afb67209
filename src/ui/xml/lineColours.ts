/** What a part of a line is coloured as; the same kinds as in the editor. */
export type LineKind = "delimiter" | "tag" | "attribute" | "text" | "opaque";

/** A part of a line in one colour. */
export interface LinePart {
  readonly kind: LineKind;
  readonly part: string;
}

const OPAQUE = /^<\?opaque [^?]*\?>$/;
/** Opaque data, a tag, or what is between them. */
const PARTS = /<\?opaque [^?]*\?>|<[^<>]*>?|[^<]+/g;
/** Inside a tag: its ends, values with their quotes, attributes with their `=`, names, spaces. */
const IN_TAG = /<[/?!]?|[/?]?>|"[^"]*"?|'[^']*'?|[\w.:-]+\s*=|[^\s<>"'=/?]+|\s+|[=/?]/g;

/** Takes a line of XML that the page has written apart, by what is coloured. Nothing of it is left out. */
export function colourLine(line: string): readonly LinePart[] {
  return (line.match(PARTS) ?? []).flatMap((part): readonly LinePart[] => {
    if (!part.startsWith("<")) return [{ kind: "text", part }];
    if (!OPAQUE.test(part)) return colourTag(part);
    return [
      { kind: "delimiter", part: "<?" },
      { kind: "attribute", part: "opaque " },
      { kind: "opaque", part: part.slice(9, -2) },
      { kind: "delimiter", part: "?>" },
    ];
  });
}

function colourTag(tag: string): readonly LinePart[] {
  return (tag.match(IN_TAG) ?? []).map((part) => ({ kind: kindInTag(part), part }));
}

function kindInTag(part: string): LineKind {
  if (/^["']/.test(part)) return "text";
  if (/^[<>/?]/.test(part)) return "delimiter";
  return part.endsWith("=") ? "attribute" : "tag";
}
