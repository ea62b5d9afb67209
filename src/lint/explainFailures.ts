import { bisect } from "../bytes/bisect";
import { groupBy } from "../bytes/groupBy";
import type { ByteRange } from "../bytes/range";
import { readConversation } from "../session/conversation";
import { nodeRange } from "../wbxml/tokenTable";
import { observeFailure, observeHttpFailure } from "./facts/failures/observe";
import { findAnsweredPart } from "./facts/failures/operation";
import { groupViews } from "./groupViews";
import type { Diagnostic, Observation } from "./rule";
import type { MessageView } from "./view";

/** At most this many errors are linked to one failure, and failures to one error. */
const MAX_LINKS = 3;

/**
 * Adds to each failure what its conversation shows about it. Where the status can be due to the request, and
 * the rules report an error in the part of the request that it answers, the two are linked both ways.
 */
export function explainFailures(
  found: readonly Diagnostic[],
  views: readonly MessageView[],
): readonly Diagnostic[] {
  const failures = found.filter(({ severity, omitted }) => severity === "failure" && omitted === undefined);
  if (failures.length === 0) return found;
  const byIndex = new Map(views.map((view) => [view.index, view]));
  const added = new Map<Diagnostic, Observation[]>();
  const add = (diagnostic: Diagnostic, observations: readonly Observation[]): void => {
    added.set(diagnostic, [...(added.get(diagnostic) ?? []), ...observations]);
  };
  const errors = found.filter(({ severity, omitted }) => severity === "error" && omitted === undefined);
  const errorsOf = groupBy(errors, ({ messageIndex }) => messageIndex);
  for (const failure of failures) {
    const view = byIndex.get(failure.messageIndex);
    if (view === undefined) continue;
    const members = groupViews(views).get(view.conversation) ?? [];
    const place = { view, failure, members };
    add(failure, observe(place));
    const { request } = readConversation(members).exchangeOf(view) ?? {};
    if (request === undefined || failure.status?.blamesRequest !== true) continue;
    const part = findAnsweredRange(view, failure, request);
    const causes = (errorsOf.get(request.index) ?? [])
      .filter(({ range }) => part !== undefined && range.start >= part.start && range.end <= part.end)
      .slice(0, MAX_LINKS);
    add(failure, causes.map(describeCause));
    for (const cause of causes)
      if ((added.get(cause)?.length ?? 0) < MAX_LINKS) add(cause, [describeAnswer(failure)]);
  }
  return found.map((diagnostic) => withObservations(diagnostic, added.get(diagnostic)));
}

interface Place {
  readonly view: MessageView;
  readonly failure: Diagnostic;
  readonly members: readonly MessageView[];
}

function observe({ view, failure, members }: Place): readonly Observation[] {
  const conversation = readConversation(members);
  const { status } = failure;
  if (status === undefined) return [];
  const place = { view, value: status.value, conversation };
  return failure.rule === "http/failed"
    ? observeHttpFailure(place)
    : observeFailure({ ...place, node: findNode(view, failure) });
}

/** The element that a diagnostic is about, or -1. */
function findNode(view: MessageView, { element, range }: Diagnostic): number {
  const { tokens } = view.document.tree;
  const nodes = element === undefined ? [] : view.all(element);
  const startOfNode = (index: number): number => nodeRange(tokens, nodes[index] ?? 0).start;
  const index = bisect(nodes.length, (at) => startOfNode(at) >= range.start);
  return index < nodes.length && startOfNode(index) === range.start ? (nodes[index] ?? -1) : -1;
}

/** The bytes of the request that a failure answers; `undefined` if the request does not have that part. */
function findAnsweredRange(
  view: MessageView,
  failure: Diagnostic,
  request: MessageView,
): ByteRange | undefined {
  const { tokens } = request.document.tree;
  const node = findNode(view, failure);
  const part = node < 0 || request.root < 0 ? "all" : findAnsweredPart(view, node, request);
  if (part === "all") return { start: 0, end: tokens.bytes.length };
  return part === undefined ? undefined : nodeRange(tokens, part);
}

function describeCause({ message, messageIndex, range }: Diagnostic): Observation {
  return { text: `The request has an error that can be the reason: ${message}`, messageIndex, range };
}

function describeAnswer({ status, messageIndex, range }: Diagnostic): Observation {
  const name = status === undefined ? "a failure" : `Status ${status.value} (${status.name})`;
  return { text: `The server answered with ${name}.`, messageIndex, range };
}

/** A copy with observations. Its text range stays a getter, because to read it renders the whole text. */
function withObservations(
  diagnostic: Diagnostic,
  observations: readonly Observation[] | undefined,
): Diagnostic {
  if (observations === undefined || observations.length === 0) return diagnostic;
  const all = [...(diagnostic.observations ?? []), ...observations];
  const copy = Object.create(Object.prototype, Object.getOwnPropertyDescriptors(diagnostic)) as Diagnostic;
  return Object.defineProperty(copy, "observations", { value: all, enumerable: true });
}
