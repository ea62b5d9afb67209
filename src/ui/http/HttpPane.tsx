import { Copy, Download } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { Capture, HttpFacts, InputProblem } from "../../formats/format";
import { copyText } from "../kit/copyText";
import { download } from "../kit/download";
import { Icon } from "../kit/icons/Icon";
import { SeverityIcon } from "../kit/icons/SeverityIcon";
import { type Fact, readQueryFacts, writeFirstLine, writeHeaders, writeTiming } from "./httpFacts";
import "./http.css";

/**
 * What came with the capture that is shown besides its payload: its request or status line, the query
 * decoded, headers and timing, what was wrong with the input, and the other parts of a multipart body. The
 * pane around it is the region "HTTP".
 */
export function HttpPane({ capture }: { readonly capture: Capture | undefined }) {
  const { http, parts = [], problems = [] } = capture ?? {};
  const timing = capture === undefined ? [] : writeTiming(capture);
  return (
    <div className="http-pane">
      {http === undefined && <p className="http-empty">This payload came without HTTP.</p>}
      {problems.length > 0 && <Problems problems={problems} />}
      {http !== undefined && <Message http={http} />}
      {timing.length > 0 && (
        <Part title="Timing">
          <Facts facts={timing} />
        </Part>
      )}
      {parts.length > 0 && <Parts parts={parts} />}
    </div>
  );
}

function Message({ http }: { readonly http: HttpFacts }) {
  const line = writeFirstLine(http);
  const query = readQueryFacts(http);
  return (
    <>
      {line !== "" && (
        <Part title={http.method === undefined ? "Status" : "Request line"} copies={line}>
          <p className="http-line">{line}</p>
        </Part>
      )}
      {query !== undefined && (
        <Part title={query.form === "base64" ? "Query, decoded from base64" : "Query"}>
          <Facts facts={query.facts} />
          <Problems problems={query.problems} />
        </Part>
      )}
      {http.headers.length > 0 && (
        <Part title="Headers" copies={writeHeaders(http)}>
          <Facts facts={http.headers} />
        </Part>
      )}
    </>
  );
}

interface PartProps {
  readonly title: string;
  /** The text that its button copies; it has no button without one. */
  readonly copies?: string;
  readonly children: ReactNode;
}

function Part({ title, copies, children }: PartProps) {
  return (
    <section className="http-part" aria-label={title}>
      <header className="http-head">
        <h3>{title}</h3>
        {copies !== undefined && (
          <Button
            className="icon-button is-small"
            aria-label={`Copy: ${title}`}
            onPress={() => void copyText(title, copies)}
          >
            <Icon of={Copy} />
          </Button>
        )}
      </header>
      {children}
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <table className="http-facts">
      <tbody>
        {facts.map(([name, value], index) => (
          <tr key={index}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Problems({
  problems,
}: {
  readonly problems: readonly Pick<InputProblem, "severity" | "message">[];
}) {
  return (
    <ul className="http-problems">
      {problems.map(({ severity, message }, index) => (
        <li key={index}>
          <SeverityIcon severity={severity} />
          <span className="visually-hidden">{severity}: </span>
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
}

/** The parts, which `ItemOperations:Part` counts from 1; part 0 is the payload itself. */
function Parts({ parts }: { readonly parts: readonly Uint8Array[] }) {
  return (
    <Part title="Parts of the multipart body">
      <ul className="http-parts">
        {parts.map((part, index) => (
          <li key={index}>
            <span>
              Part {index + 1}, {part.length.toLocaleString("en")} bytes
            </span>
            <Button
              className="button is-small"
              aria-label={`Save part ${index + 1}`}
              onPress={() => download(part, `part-${index + 1}.bin`)}
            >
              <Icon of={Download} /> Save
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}
