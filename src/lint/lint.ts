import { type ElementEntry, findElementByTagNumber } from "../eas/catalogue";
import { TAG_NUMBERS } from "../wbxml/codeSpace";
import { kindOf, TokenKind } from "../wbxml/tokenTable";
import { tagNumberAt } from "../wbxml/tree";
import { explainFailures } from "./explainFailures";
import { type FindingList, makeFindingList } from "./findingList";
import { groupViews } from "./groupViews";
import type { LintContext, Message } from "./message";
import type { Applies, Check, Diagnostic, Report, Rule } from "./rule";
import { rules } from "./rules";
import { type MessageView, viewMessage } from "./view";

const { Tag, LiteralTag } = TokenKind; // local names for the loops over all tokens

/**
 * Lints messages and returns all findings, ordered by message and position. Messages of different
 * conversations are judged apart. Walks each message once and calls each rule for the elements it asks for.
 * At most 1,000 findings of a rule in a message, and 100,000 together, are listed; findings with `omitted`
 * say how many more there are. Total: accepts any bytes and any XML; throws a `TypeError` for a message that
 * has neither.
 */
export function lint(messages: readonly Message[], context: Partial<LintContext> = {}): Diagnostic[] {
  messages.forEach(({ bytes, xml }, index) => {
    if (bytes === undefined && xml === undefined)
      throw new TypeError(`Message ${index} has neither bytes nor xml.`);
  });
  return lintViews(messages.map((message, index) => viewMessage(message, index, context)));
}

/** Like `lint`, for messages that are already open. `some` are the rules to run: all of them by default. */
export function lintViews(views: readonly MessageView[], some: readonly Rule[] = rules): Diagnostic[] {
  const found = makeFindingList();
  for (const view of views) checkMessage(view, found, some);
  checkSession(views, found, some);
  return combineFindings(found.list(), views);
}

/**
 * The findings about messages together: without echoes, failures explained by what the messages show, ordered
 * by message and position.
 */
export function combineFindings(found: readonly Diagnostic[], views: readonly MessageView[]): Diagnostic[] {
  return explainFailures(dropEchoes(found), views).toSorted(
    (a, b) => a.messageIndex - b.messageIndex || a.range.start - b.range.start,
  );
}

/**
 * Drops the errors of schema rules that an error at the same element states again with its reason
 * (`Rule.restates`). Every other finding stays, whatever else is reported at its element.
 */
export function dropEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const restated = new Set(
    diagnostics
      .filter(({ severity }) => severity === "error")
      .flatMap((one) => (restatedBy.get(one.rule) ?? []).map((rule) => formatPlace(one, rule))),
  );
  return restated.size === 0
    ? diagnostics
    : diagnostics.filter((one) => !canEcho(one) || !restated.has(formatPlace(one, one.rule)));
}

const restatedBy = new Map(rules.map(({ id, restates }) => [id, restates]));

function formatPlace({ messageIndex, range }: Diagnostic, rule: string): string {
  return `${messageIndex} ${range.start} ${rule}`;
}

function canEcho({ severity, omitted }: Diagnostic): boolean {
  return omitted === undefined && severity === "error";
}

/** Runs the rules that look at several messages together, for each conversation on its own. */
export function checkSession(
  views: readonly MessageView[],
  found: FindingList,
  some: readonly Rule[] = rules,
): void {
  for (const conversation of groupViews(views).values()) {
    for (const rule of some) {
      rule.session?.(conversation, (view, node, messageId, details) =>
        found.reportOf(rule, view)(node, messageId, details),
      );
    }
  }
}

/** The findings about one message on its own. `some` are the rules to run: all of them by default. */
export function lintMessage(view: MessageView, some: readonly Rule[] = rules): readonly Diagnostic[] {
  const found = makeFindingList();
  checkMessage(view, found, some);
  return found.list();
}

/** Runs the rules that look at one message on its own. */
export function checkMessage(view: MessageView, found: FindingList, some: readonly Rule[] = rules): void {
  const active = some.filter(({ applies }) => appliesTo(applies, view));
  const reports = new Map(active.map((rule) => [rule, found.reportOf(rule, view)]));
  for (const [rule, report] of reports) rule.message?.(view, report);
  walk(view, reports);
}

/** Whether a rule applies to a message. Unknown facts about the message do not exclude it. */
function appliesTo({ commands, direction, versions }: Applies = {}, view: MessageView): boolean {
  if (commands !== undefined && view.command !== undefined && !commands.includes(view.command)) return false;
  if (direction !== undefined && view.direction !== undefined && direction !== view.direction) return false;
  return versions === undefined || view.version === undefined || versions.includes(view.version);
}

/** A check, and the function through which its rule reports. */
interface Visit {
  readonly check: Check;
  readonly report: Report;
}

/** The rules' checks by what they apply to: a kind of token, all elements, or elements with a certain key. */
interface Checks {
  readonly byKind: readonly (readonly Visit[] | undefined)[];
  /** By tag number, the checks for that kind of element; made when the first such element is reached. */
  readonly ofNumber: (number: number) => readonly Visit[];
}

/** The number for elements that the string table names: greater than any tag number. */
const LITERAL = TAG_NUMBERS;

function gatherChecks(view: MessageView, reports: ReadonlyMap<Rule, Report>): Checks {
  const byKind = Array.from({ length: 256 }, (): Visit[] | undefined => undefined);
  const byKey = new Map<string | undefined, Visit[]>();
  const ofAll: ((entry: ElementEntry | undefined) => Visit | undefined)[] = [];
  for (const [rule, report] of reports) {
    const visit = (check: Check | undefined): Visit | undefined => check && { check, report };
    for (const [kind, check] of Object.entries(rule.tokens ?? {}))
      (byKind[Number(kind)] ??= []).push({ check, report });
    for (const [key, check] of Object.entries(rule.elements ?? {})) {
      if (key === "*") ofAll.push(() => ({ check, report }));
      else byKey.set(key, [...(byKey.get(key) ?? []), { check, report }]);
    }
    const { chooseCheck } = rule;
    if (chooseCheck !== undefined) ofAll.push((entry) => visit(chooseCheck(entry, view)));
  }
  const ofNumber = (number: number): readonly Visit[] => {
    const entry = findElementByTagNumber(number);
    const made = ofAll.map((make) => make(entry)).filter((visit) => visit !== undefined);
    return [...made, ...(byKey.get(entry?.key) ?? [])];
  };
  return { byKind, ofNumber };
}

function walk(view: MessageView, reports: ReadonlyMap<Rule, Report>): void {
  const { tokens } = view.document.tree;
  const { byKind, ofNumber } = gatherChecks(view, reports);
  const byTag = new Map<number, readonly Visit[]>(); // a message has few kinds of elements
  for (let token = 0; token < tokens.count; token++) {
    const one = kindOf(tokens, token);
    const ofKind = byKind[one];
    if (ofKind !== undefined) visitAll(ofKind, token, view);
    if (one !== Tag && one !== LiteralTag) continue;
    const number = one === LiteralTag ? LITERAL : tagNumberAt(tokens, token);
    let ofTag = byTag.get(number);
    if (ofTag === undefined) byTag.set(number, (ofTag = ofNumber(number)));
    if (ofTag.length > 0) visitAll(ofTag, token, view);
  }
}

function visitAll(visits: readonly Visit[], token: number, view: MessageView): void {
  for (const { check, report } of visits) check(token, view, report);
}
