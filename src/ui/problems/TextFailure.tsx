import type { OpenCapture } from "../../store/inspector";
import { Observations } from "../explain/Observations";
import { SeverityIcon } from "../kit/icons/SeverityIcon";
import { useTextFindings } from "./useFindings";

/** What failed, above a body that is not a payload, such as the error page of a proxy. */
export function TextFailure({ open }: { readonly open: OpenCapture }) {
  const findings = useTextFindings(open) ?? [];
  return findings.map(({ severity, message, why, spec, observations }, index) => (
    <section key={index} className={`text-failure problem is-${severity}`} aria-label="Failure">
      <p>
        <SeverityIcon severity={severity} /> <strong>{message}</strong>
      </p>
      <p>{why}</p>
      <Observations observations={observations} />
      <p className="doc-facts">
        {spec.document} {spec.section}
      </p>
    </section>
  ));
}
