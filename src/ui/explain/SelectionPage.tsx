import { useMemo } from "react";
import { type ElementHere, type Explanation, explain } from "../../assist/explain";
import { getFolderClass } from "../../assist/placeContext";
import { listChoices, type ValueChoices } from "../../assist/valueChoices";
import type { LinkedDocument } from "../../document/open";
import { isCommandStatus } from "../../eas/statuses/statuses";
import { inferContext } from "../../session/context";
import type { MessageContext } from "../../session/messageContext";
import { type OpenCapture, useCurrent, useInspector } from "../../store/inspector";
import { useExchange } from "../../store/session";
import type { SentDiagnostic } from "../../worker/lintMessages";
import { readContext } from "../context/easFacts";
import type { Tone } from "./Card";
import { useFailureObservations, useShownDiagnostics, useShownFailure } from "./Observations";
import { PartView } from "./PartView";
import { openPage } from "./pageHistory";
import { ElementPage } from "./pages";
import { FailureCard, StatusCard } from "./StatusCard";
import { ValueCard } from "./ValueCard";

interface Props {
  readonly document: LinkedDocument | undefined;
}

/** What is selected: its value first, then its element. Without a selection, the payload as a whole. */
export function SelectionPage({ document }: Props) {
  const at = useInspector(({ selection }) => selection?.range.start ?? -1);
  const open = useCurrent();
  const exchange = useExchangeOf(open);
  const context = useMemo(() => readContext(open, exchange), [open, exchange]);
  const explanation = useMemo(
    () => (at < 0 || document === undefined ? undefined : explain(document, at, context)),
    [document, at, context],
  );
  if (document === undefined || explanation === undefined)
    return <PayloadPage document={document} context={context} />;
  const { element, meaning, here, token } = explanation;
  return (
    <>
      <SelectedValue document={document} at={at} explanation={explanation} context={context} />
      {element === undefined ? (
        <p className="explain-none">{token}: not an EAS element.</p>
      ) : (
        <ElementPage element={element} meaning={meaning} here={here} version={context.version} />
      )}
    </>
  );
}

interface SelectedProps {
  readonly document: LinkedDocument;
  readonly at: number;
  readonly explanation: Explanation;
  readonly context: MessageContext;
}

function SelectedValue({ document, at, explanation, context }: SelectedProps) {
  const { element, here, value, byteRange } = explanation;
  const open = useCurrent();
  const where = useWhere(open, here, context);
  const observations = useFailureObservations(at);
  const diagnostics = useShownDiagnostics();
  const choices = useMemo(() => findChoices(explanation, context), [explanation, context]);
  const parts = open?.capture?.parts ?? [];
  const unknown = diagnostics.find(({ severity, range, status }) => {
    return severity === "failure" && status !== undefined && at >= range.start && at < range.end;
  });
  if (value === undefined) return null;
  if (value.status !== undefined)
    return <StatusCard status={value.status} where={where} observations={observations} />;
  if (unknown !== undefined) return <FailureCard failure={unknown} />;
  return (
    <>
      <ValueCard
        value={value}
        bytes={document.bytes}
        choices={choices}
        tone={findTone(diagnostics, byteRange)}
      />
      {element?.key === "ItemOperations:Part" && parts.length > 0 && (
        <PartView number={Number(value.text)} parts={parts} />
      )}
    </>
  );
}

/** "Sync, Inbox": the command, and the name of the folder if it is known. */
function useWhere(
  open: OpenCapture | undefined,
  here: ElementHere | undefined,
  { command = here?.command }: MessageContext,
): string | undefined {
  const exchange = useExchangeOf(open);
  const folder = exchange?.folders.find(({ id }) => id === here?.collectionId)?.name;
  const words = [command, folder].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(", ");
}

const NOTHING_OPEN: OpenCapture = { label: "", capture: undefined, content: undefined };

function useExchangeOf(open: OpenCapture | undefined) {
  return useExchange(open ?? NOTHING_OPEN);
}

/** The values that the element can have here; those of a Status are told by its own card. */
function findChoices(
  { element, here }: Explanation,
  { command, direction, version, folder }: MessageContext,
): ValueChoices | undefined {
  if (element === undefined || here === undefined || isCommandStatus(element)) return undefined;
  const choices = listChoices(element, here.parent, {
    command: here.command ?? command,
    direction: here.direction ?? direction,
    version,
    itemClass: here.itemClass ?? getFolderClass(folder),
  });
  return choices.choices.length > 0 ? choices : undefined;
}

/** The worst that the rules report about a range. */
function findTone(diagnostics: readonly SentDiagnostic[], range: Explanation["byteRange"]): Tone {
  const severities = new Set(
    diagnostics
      .filter((one) => one.range.start >= range.start && one.range.end <= range.end)
      .map(({ severity }) => severity),
  );
  return (["error", "warning"] as const).find((severity) => severities.has(severity)) ?? "neutral";
}

/** A description of the payload as a whole, or of what failed instead of one. */
function PayloadPage({
  document,
  context: { command, direction },
}: {
  readonly document: LinkedDocument | undefined;
  readonly context: MessageContext;
}) {
  const failure = useShownFailure();
  return (
    <>
      {failure !== undefined && <FailureCard failure={failure} />}
      <div className="explain-none">
        {document !== undefined && command !== undefined && (
          <p>
            {command}
            {direction === undefined ? "" : ` ${direction}`}
            {describeVersions(document)}
          </p>
        )}
        {document !== undefined && <p>Select an element, a value or a byte to see its explanation.</p>}
        <p>
          <button type="button" className="link-button" onClick={() => openPage({ kind: "coverage" })}>
            How MS-ASMS is checked, statement by statement
          </button>
        </p>
      </div>
    </>
  );
}

function describeVersions(document: LinkedDocument): string {
  const [lowest] = inferContext(document).versions;
  return lowest === undefined
    ? "; no single protocol version defines all its elements."
    : `, protocol version ${lowest} or later.`;
}
