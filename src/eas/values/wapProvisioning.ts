import {
  formatCount,
  problem,
  row,
  shorten,
  type ValueProblem,
  type ValueReading,
  type ValueRow,
} from "./reading";

interface XmlTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly kind: "open" | "close" | "empty";
  readonly from: number;
  readonly to: number;
}

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }),
);

function decodeEntities(value: string): string {
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES.get(name) ?? whole);
}

function parseAttributes(text: string): ReadonlyMap<string, string> {
  const pairs = Array.from(
    text.matchAll(/(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g),
    ([, name = "", double = "", single = double]) => [name, decodeEntities(single)] as const,
  );
  return new Map(pairs);
}

function parseTags(text: string): XmlTag[] {
  return Array.from(
    text.matchAll(/<(\/?)([A-Za-z][\w-]*)((?![\w-])[^<>]*)>/g),
    ({ 0: whole, 1: slash, 2: name = "", 3: rest = "", index }): XmlTag => {
      const kind = slash === "/" ? "close" : rest.endsWith("/") ? "empty" : "open";
      return { name, attributes: parseAttributes(rest), kind, from: index, to: index + whole.length };
    },
  );
}

/** How many of the enclosing characteristics to name. */
const MAX_DEPTH = 6;

/** Whether a text is a WAP provisioning document, judging by its root element. */
export function isWapProvisioning(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<wap-provisioningdoc\b/i.test(text.slice(0, 2000));
}

/**
 * Reads a WAP provisioning document (OMA Provisioning Content), as used for policies in protocol version 2.5
 * [MS-ASPROV 2.2.2.41]. Lists its characteristics and parameters, and applies nothing. Problems:
 * "wap-provisioning-nesting" (a characteristic that is not closed, or closed twice), "not-wap-provisioning".
 */
export function readWapProvisioning(text: string): ValueReading {
  const rows: ValueRow[] = [];
  const problems: ValueProblem[] = [];
  const path: string[] = [];
  for (const { name, attributes, kind, from, to } of parseTags(text)) {
    const place = { text: { from, to } };
    if (name === "characteristic" && kind === "close" && path.pop() === undefined) {
      problems.push(problem("wap-provisioning-nesting", "There is no open characteristic to close.", place));
    }
    if (name === "characteristic" && kind === "open") path.push(attributes.get("type") ?? "?");
    if (name === "parm")
      rows.push(
        row(
          [...path.slice(-MAX_DEPTH), attributes.get("name") ?? "?"].join(" / "),
          shorten(attributes.get("value") ?? "(no value)", 200),
          place,
        ),
      );
  }
  if (path.length > 0)
    problems.push(
      problem("wap-provisioning-nesting", `${path.slice(-MAX_DEPTH).join(" / ")} is not closed.`, {
        text: { from: text.length, to: text.length },
      }),
    );
  if (!isWapProvisioning(text))
    problems.push(
      problem("not-wap-provisioning", "The root is not wap-provisioningdoc.", {
        text: { from: 0, to: text.length },
      }),
    );
  return {
    kind: "wap-provisioning",
    title: "WAP provisioning",
    summary: formatCount(rows.length, "parameter"),
    rows,
    problems,
  };
}
