import { writeFindingCount } from "./describeFinding";
import type { Finding } from "./listFindings";

/** Tells screen readers how many problems there are, whenever that changes. */
export function ProblemsStatus({ findings }: { readonly findings: readonly Finding[] | undefined }) {
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {findings === undefined ? "" : writeFindingCount(findings)}
    </div>
  );
}
