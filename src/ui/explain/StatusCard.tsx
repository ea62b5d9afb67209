import { CircleCheck, CircleMinus } from "lucide-react";
import { findHttpFailure } from "../../eas/httpStatus";
import type { StatusEntry } from "../../eas/statuses/statuses";
import type { Observation } from "../../lint/rule";
import type { SentDiagnostic } from "../../worker/lintMessages";
import { Card, CardRow } from "./Card";
import { ObservationList } from "./Observations";

interface StatusProps {
  readonly status: StatusEntry;
  /** Where it was returned: "Sync, Inbox". */
  readonly where: string | undefined;
  readonly observations?: readonly Observation[] | undefined;
}

/** A Status: what it means, its cause, what the other messages show about it, and what to do. */
export function StatusCard({ status, where, observations }: StatusProps) {
  const { value, name, meaning, outcome, cause, resolution } = status;
  return (
    <Card
      tone={outcome === "failure" ? "failure" : "neutral"}
      icon={outcome === "success" ? CircleCheck : CircleMinus}
      title={`${value} · ${name}`}
      aside={where}
    >
      <CardRow label="Meaning">{meaning}</CardRow>
      {outcome !== "success" && <CardRow label="Cause">{cause}</CardRow>}
      <SeenHere observations={observations} />
      {outcome !== "success" && <CardRow label="What to do">{resolution}</CardRow>}
    </Card>
  );
}

function SeenHere({ observations }: { readonly observations: readonly Observation[] | undefined }) {
  if (observations === undefined || observations.length === 0) return null;
  return (
    <CardRow label="Seen here">
      <ObservationList observations={observations} />
    </CardRow>
  );
}

/** A failure that the rules report, of HTTP or of a number that no table lists. */
export function FailureCard({ failure }: { readonly failure: SentDiagnostic }) {
  const { rule, status, message, why, observations } = failure;
  const http = rule === "http/failed" && status !== undefined ? findHttpFailure(status.value) : undefined;
  return (
    <Card
      tone="failure"
      icon={CircleMinus}
      title={status === undefined ? "Failed" : `${status.value} · ${status.name}`}
      aside={status?.command}
      label="Failure"
    >
      <CardRow label="Meaning">{http?.meaning ?? message}</CardRow>
      {http?.causes !== undefined && <CardRow label="Cause">{http.causes}</CardRow>}
      <SeenHere observations={observations} />
      <CardRow label="What to do">{http?.advice ?? why}</CardRow>
    </Card>
  );
}
