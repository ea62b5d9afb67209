import type { ByteRange, TextRange } from "../bytes/range";
import { findTextOfBytes } from "../document/locate";
import { nodeRange, type TokenTable, tokenRange } from "../wbxml/tokenTable";
import type { Details, Diagnostic, Report, Rule, Severity } from "./rule";
import type { MessageView } from "./view";

/**
 * At most this many findings of one rule in one message are listed. A broken megabyte can have millions,
 * which no one can read and which need gigabytes.
 */
const MAX_PER_RULE = 1000;
/** At most this many findings of all rules and messages together are listed. */
const MAX_LISTED = 100_000;

/** The most severe comes first. */
const SEVERITIES: readonly Severity[] = ["failure", "error", "warning", "info"];

/** What one rule has found in one message, and the finding that stands for those that are not listed. */
interface Found {
  count: number;
  omitted: number;
  worst: Severity;
  first: Diagnostic | undefined;
}

/** Collects findings within bounds, and counts those beyond. */
export interface FindingList {
  /** The function through which a rule reports about a message: the same one for the same two. */
  readonly reportOf: (rule: Rule, view: MessageView) => Report;
  /** All that were found. One finding for each rule and message says how many more there are, if any. */
  readonly list: () => readonly Diagnostic[];
}

/** Makes a list that is filled by the rules. */
export function makeFindingList(): FindingList {
  const listed: Diagnostic[] = [];
  const all: Found[] = [];
  const reports = new Map<MessageView, Map<Rule, Report>>();
  const makeReport = (rule: Rule, view: MessageView): Report => {
    const found: Found = { count: 0, omitted: 0, worst: "info", first: undefined };
    all.push(found);
    return (node, messageId, details = {}) => {
      found.count++;
      if (found.count <= MAX_PER_RULE && listed.length < MAX_LISTED)
        listed.push(makeDiagnostic(rule, view, node, messageId, details));
      else {
        found.omitted += details.count ?? 1;
        found.worst = worse(found.worst, details.severity ?? rule.severity);
        found.first ??= makeDiagnostic(rule, view, node, messageId, details);
      }
    };
  };
  const reportOf = (rule: Rule, view: MessageView): Report => {
    const ofView = reports.get(view) ?? new Map<Rule, Report>();
    reports.set(view, ofView);
    const report = ofView.get(rule) ?? makeReport(rule, view);
    ofView.set(rule, report);
    return report;
  };
  return { reportOf, list: () => [...listed, ...all.flatMap(countOmitted)] };
}

function worse(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b) ? a : b;
}

/** The finding that says how many are not listed; it is at the first of them. */
function countOmitted({ first, omitted, worst }: Found): readonly Diagnostic[] {
  if (first === undefined) return [];
  const { rule, why, spec, range, element, messageIndex } = first;
  const more = omitted === 1 ? "1 more finding" : `${omitted.toLocaleString("en")} more findings`;
  const message = `Not listed: ${more} of this rule in this message, from here on.`;
  return [
    {
      rule,
      severity: worst,
      message,
      why,
      spec,
      range,
      get textRange() {
        return first.textRange;
      },
      ...(element !== undefined && { element }),
      messageIndex,
      fixes: [],
      omitted,
    },
  ];
}

/** The bytes to highlight for a node: all of a leaf element, but only the tag of a container. */
function chooseRange(tokens: TokenTable, view: MessageView, node: number): ByteRange {
  if (node < 0) return { start: 0, end: tokens.bytes.length };
  return view.children(node).length > 0 ? tokenRange(tokens, node) : nodeRange(tokens, node);
}

/** Where bytes are in the text of a message: in all of it, if the document's text is another one. */
function locateText(view: MessageView, range: ByteRange): TextRange {
  return view.hasOtherText ? { from: 0, to: view.xml.length } : findTextOfBytes(view.document, range);
}

/** The fixes of a finding; those that edit the document's text only if it is the text of the message. */
function pickFixes(view: MessageView, { fixes = [] }: Details): Diagnostic["fixes"] {
  return fixes.length > 0 && view.hasOtherText ? fixes.filter((fix) => !("edits" in fix)) : fixes;
}

function makeDiagnostic(
  rule: Rule,
  view: MessageView,
  node: number,
  messageId: string,
  details: Details,
): Diagnostic {
  const { tokens } = view.document.tree;
  const range = details.range ?? chooseRange(tokens, view, node);
  const element = node < 0 ? undefined : view.key(node);
  const template = rule.messages[messageId];
  if (template === undefined) throw new Error(`Rule ${rule.id} has no message ${messageId}`);
  return {
    rule: rule.id,
    severity: details.severity ?? rule.severity,
    message: template.replace(/\{(\w+)\}/g, (_, name: string) => details.data?.[name] ?? ""),
    why: details.why ?? rule.why,
    spec: details.spec ?? rule.spec,
    range,
    get textRange() {
      return details.textRange ?? locateText(view, range);
    },
    ...(element !== undefined && { element }),
    messageIndex: view.index,
    fixes: pickFixes(view, details),
    ...(details.status !== undefined && { status: details.status }),
    ...(details.observations !== undefined && { observations: details.observations }),
  };
}
