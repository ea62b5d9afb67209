import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { type OpenCapture, useCurrent } from "../../store/inspector";
import { useJudged } from "../../store/judging";
import { useMessageContext } from "../context/useMessageContext";
import type { ListedProblem } from "../problems/listProblems";
import { problemsOf } from "../problems/problemsOf";
import { rowText, treeRows } from "../tree/rows";
import "./print.css";

/**
 * What is shown, as paper needs it: whole, in black on white. It is made when the browser is about to print
 * and goes when it has.
 */
export default function PrintView() {
  const open = useCurrent();
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting && open !== undefined ? <Paper open={open} /> : null;
}

const MOST_ROWS = 20_000;
const MOST_TEXT = 2_000_000;

function Paper({ open }: { readonly open: OpenCapture }) {
  const context = useMessageContext(open);
  const { judged, failure } = useJudged();
  if (open.content?.kind !== "payload") {
    return (
      <article className="paper">
        <h1>{open.label}</h1>
        <pre>{open.content?.text}</pre>
      </article>
    );
  }
  const { editing } = open.content;
  const problems = problemsOf(editing, judged, failure) ?? [];
  const xml = editing.text();
  const size = `${editing.document.bytes.length.toLocaleString("en")} bytes`;
  return (
    <article className="paper">
      <h1>{open.label}</h1>
      <p>
        {[
          context?.command,
          context?.direction,
          context?.version,
          size,
          editing.undo.length > 0 ? "edited" : undefined,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <h2>Problems</h2>
      <PaperProblems problems={problems} />
      <h2>Tree</h2>
      <PaperTree open={open} />
      <h2>XML</h2>
      <pre>{xml.slice(0, MOST_TEXT)}</pre>
      {xml.length > MOST_TEXT && (
        <p>
          The XML goes on for {(xml.length - MOST_TEXT).toLocaleString("en")} characters that are not printed.
        </p>
      )}
    </article>
  );
}

function PaperProblems({ problems }: { readonly problems: readonly ListedProblem[] }) {
  if (problems.length === 0) return <p>None found.</p>;
  return (
    <ul>
      {problems.map(({ code, severity, message, spec }, index) => (
        <li key={index}>
          {severity}: {message} ({code}
          {spec === undefined ? "" : `, ${spec.document} ${spec.section}`})
        </li>
      ))}
    </ul>
  );
}

const NOTHING_CLOSED: ReadonlySet<number> = new Set();

function PaperTree({ open }: { readonly open: OpenCapture }) {
  if (open.content?.kind !== "payload") return null;
  const { document } = open.content.editing;
  const { nodes, depths } = treeRows(document, NOTHING_CLOSED);
  const lines = Array.from(nodes.subarray(0, MOST_ROWS), (node, index) => {
    const { name, value } = rowText(document, node);
    return `${"  ".repeat(Math.min(depths[index] ?? 0, 40))}${name}${value === "" ? "" : ` = ${value}`}`;
  });
  return (
    <>
      <pre>{lines.join("\n")}</pre>
      {nodes.length > MOST_ROWS && (
        <p>
          The tree goes on for {(nodes.length - MOST_ROWS).toLocaleString("en")} rows that are not printed.
        </p>
      )}
    </>
  );
}
