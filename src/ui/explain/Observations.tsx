import type { Observation } from "../../lint/rule";
import { useCurrent, useInspector } from "../../store/inspector";
import { useLintResult } from "../../store/linting";
import { getIdentity } from "../../store/openState";
import type { SentDiagnostic } from "../../worker/lintMessages";
import { showCaptureInPage } from "../kit/showCapture";

/** What else the messages show about a finding; each links to its place, if it has one. */
export function Observations({
  observations,
}: {
  readonly observations: readonly Observation[] | undefined;
}) {
  if (observations === undefined || observations.length === 0) return null;
  return (
    <section className="observations" aria-label="Seen here">
      <h4>Seen here</h4>
      <ul>
        {observations.map((observation, index) => (
          <li key={index}>
            {observation.messageIndex === undefined ? (
              observation.text
            ) : (
              <button type="button" className="link-button" onClick={() => void goTo(observation)}>
                {observation.text}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Shows the message of an observation, and selects its bytes there. */
async function goTo({ messageIndex, range }: Observation): Promise<void> {
  const { captures, current, select } = useInspector.getState();
  if (messageIndex === undefined || captures[messageIndex] === undefined) return;
  if (messageIndex !== current) await showCaptureInPage(messageIndex);
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
  const open = useCurrent();
  return useLintResult(({ result }) => {
    if (result === undefined || open === undefined) return undefined;
    if (getIdentity(result.open) !== getIdentity(open)) return undefined;
    return result.diagnostics.find((one) => one.severity === "failure" && test(one));
  });
}
