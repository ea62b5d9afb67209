import { Button } from "react-aria-components";
import type { Capture, HttpFacts, InputProblem } from "../../formats/format";
import { download } from "../kit/download";

/**
 * What is known about the open capture besides its payload: its HTTP line, headers and problems, and the
 * parts of a multipart body.
 */
export function CaptureFacts({
  capture,
  withProblems,
}: {
  readonly capture: Capture;
  readonly withProblems: boolean;
}) {
  const { http, parts = [], problems, version } = capture;
  if (http === undefined && parts.length === 0 && problems.length === 0) return null;
  return (
    <section className="facts" aria-label="Message">
      {http !== undefined && <HttpLine http={http} version={version} />}
      {withProblems && problems.map((problem, index) => <Problem key={index} problem={problem} />)}
      {parts.length > 0 && <Parts parts={parts} />}
    </section>
  );
}

function HttpLine({ http, version }: { readonly http: HttpFacts; readonly version: string | undefined }) {
  const line =
    http.method === undefined
      ? `HTTP ${http.status ?? ""} ${http.reason ?? ""}`
      : `${http.method} ${http.url ?? ""}`;
  return (
    <details>
      <summary>
        {line}
        {version !== undefined && ` · version ${version}`}
      </summary>
      <table className="headers">
        <tbody>
          {http.headers.map(([name, value], index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Problem({ problem: { severity, message } }: { readonly problem: InputProblem }) {
  return <p className={`input-problem is-${severity}`}>{message}</p>;
}

/** The parts, which `ItemOperations:Part` counts from 1; part 0 is the payload itself. */
function Parts({ parts }: { readonly parts: readonly Uint8Array[] }) {
  return (
    <p className="parts">
      Multipart body:{" "}
      {parts.map((part, index) => (
        <Button key={index} className="link-button" onPress={() => download(part, `part-${index + 1}.bin`)}>
          Save part {index + 1} ({part.length.toLocaleString("en")} bytes)
        </Button>
      ))}
    </p>
  );
}
