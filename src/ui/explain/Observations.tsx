import type { ReactNode } from "react";
import type { Observation } from "../../lint/rule";
import type { Exchange } from "../../session/conversations";
import { type OpenCapture, useCurrent, useInspector } from "../../store/inspector";
import { useLintResult } from "../../store/linting";
import { getIdentity } from "../../store/openState";
import { type Session, useSession } from "../../store/session";
import type { SentDiagnostic } from "../../worker/lintMessages";
import { showCaptureInPage } from "../kit/showCapture";
import { splitObservation } from "./splitObservation";

interface Props {
  readonly observations: readonly Observation[] | undefined;
}

/** What else the messages show about a finding, with links to the exchanges that it names. */
export function Observations({ observations }: Props) {
  if (observations === undefined || observations.length === 0) return null;
  return (
    <section className="observations" aria-label="Seen here">
      <h4>Seen here</h4>
      <ObservationList observations={observations} />
    </section>
  );
}

/** What else the messages show, without a heading. */
export function ObservationList({ observations }: { readonly observations: readonly Observation[] }) {
  return (
    <ul className="observation-list">
      {observations.map((observation, index) => (
        <li key={index}>
          <ObservationText observation={observation} />
        </li>
      ))}
    </ul>
  );
}

/** A sentence in which each "#8" leads to that exchange; one that names none leads to its own place. */
function ObservationText({ observation }: { readonly observation: Observation }) {
  const open = useCurrent();
  const session = useSession();
  const { text, messageIndex, range } = observation;
  const exchanges = listExchanges(session, open);
  const parts = splitObservation(text, new Set(exchanges.keys()));
  if (parts.every(({ exchange }) => exchange === undefined))
    return messageIndex === undefined ? (
      text
    ) : (
      <Link onPress={() => void goTo(messageIndex, range)}>{text}</Link>
    );
  return parts.map((part, index) => {
    const exchange = part.exchange === undefined ? undefined : exchanges.get(part.exchange);
    if (exchange === undefined) return part.text;
    const isOwn = messageIndex !== undefined && isIn(exchange, messageIndex);
    const target = isOwn ? messageIndex : findMessage(exchange, part.isReturned);
    return (
      <Link key={index} onPress={() => void goTo(target, isOwn ? range : undefined)}>
        {part.text}
      </Link>
    );
  });
}

interface LinkProps {
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Link({ onPress, children }: LinkProps) {
  return (
    <button type="button" className="link-button" onClick={onPress}>
      {children}
    </button>
  );
}

const NO_EXCHANGES: ReadonlyMap<string, Exchange> = new Map();
const byName = new WeakMap<object, ReadonlyMap<string, Exchange>>();

/** The exchanges of the conversation of a capture, by their names. */
function listExchanges(
  { conversations, captures }: Session,
  open: OpenCapture | undefined,
): ReadonlyMap<string, Exchange> {
  if (open === undefined) return NO_EXCHANGES;
  const index = captures.findIndex((one) => getIdentity(one) === getIdentity(open));
  const own = conversations.find(({ exchanges }) => exchanges.some((one) => isIn(one, index)));
  if (own === undefined) return NO_EXCHANGES;
  const known = byName.get(own) ?? new Map(own.exchanges.map((exchange) => [exchange.name, exchange]));
  byName.set(own, known);
  return known;
}

function isIn({ request, response }: Exchange, index: number): boolean {
  return index >= 0 && (request === index || response === index);
}

function findMessage({ request, response }: Exchange, isReturned: boolean): number | undefined {
  return isReturned ? (response ?? request) : (request ?? response);
}

/** Shows a message, and selects its bytes there. */
async function goTo(index: number | undefined, range: Observation["range"]): Promise<void> {
  const { captures, current, select } = useInspector.getState();
  if (index === undefined || captures[index] === undefined) return;
  if (index !== current) await showCaptureInPage(index);
  if (range !== undefined) select(range, "problems");
}

/**
 * What is seen about the failure at a byte of the payload that is shown, in the latest result of the rules.
 */
export function useFailureObservations(at: number): readonly Observation[] | undefined {
  return useFailure(({ range }) => at >= range.start && at < range.end)?.observations;
}

/** The first failure that the payload which is shown, or its HTTP status, reports. */
export function useShownFailure(): SentDiagnostic | undefined {
  return useFailure(isAny);
}

function isAny(): boolean {
  return true;
}

function useFailure(test: (failure: SentDiagnostic) => boolean): SentDiagnostic | undefined {
  return useShownDiagnostics().find((one) => one.severity === "failure" && test(one));
}

const NO_DIAGNOSTICS: readonly SentDiagnostic[] = [];

/** What the rules report about the capture that is shown. */
export function useShownDiagnostics(): readonly SentDiagnostic[] {
  const open = useCurrent();
  return useLintResult(({ result }) =>
    result !== undefined && open !== undefined && getIdentity(result.open) === getIdentity(open)
      ? result.diagnostics
      : NO_DIAGNOSTICS,
  );
}
