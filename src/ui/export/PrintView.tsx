import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { writeFirstLines } from "../../document/notation/lines";
import { type OpenCapture, useCurrent } from "../../store/inspector";
import { useLintResult } from "../../store/linting";
import { textAtHand } from "../../store/textAtHand";
import { useMessageContext } from "../context/useMessageContext";
import { useTitle } from "../context/useTitle";
import { rowText } from "../kit/rowText";
import { collectFindings } from "../problems/collectFindings";
import type { Finding } from "../problems/listFindings";
import "./print.css";

/**
 * What is shown, laid out for paper: all of it, in black on white. It is rendered just before the browser
 * prints, and removed afterwards.
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

const MAX_FINDINGS = 1_000;
const MAX_ROWS = 10_000;
const MAX_TEXT = 1_000_000;

function Paper({ open }: { readonly open: OpenCapture }) {
  const context = useMessageContext(open);
  const { title } = useTitle(open);
  const { result, failure } = useLintResult();
  if (open.content?.kind !== "payload") {
    return (
      <article className="paper">
        <h1>{title}</h1>
        <PaperText {...cutText(open.content?.text ?? "")} />
      </article>
    );
  }
  const { editing } = open.content;
  const findings = collectFindings(editing, result, failure) ?? [];
  const text = textAtHand(editing);
  const size = `${editing.document.bytes.length.toLocaleString("en")} bytes`;
  return (
    <article className="paper">
      <h1>{title}</h1>
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
      <PaperFindings findings={findings} />
      <h2>Tree</h2>
      <PaperTree open={open} />
      <h2>XML</h2>
      <PaperText {...(text === undefined ? writeFirstLines(editing.document, MAX_TEXT) : cutText(text))} />
    </article>
  );
}

interface PrintedText {
  readonly text: string;
  readonly isWhole: boolean;
}

function cutText(text: string): PrintedText {
  return { text: text.slice(0, MAX_TEXT), isWhole: text.length <= MAX_TEXT };
}

function PaperText({ text, isWhole }: PrintedText) {
  return (
    <>
      <pre>{text}</pre>
      {!isWhole && (
        <p>
          Only the first {MAX_TEXT.toLocaleString("en")} characters are printed: browsers take very long to
          print more. A file has all of it.
        </p>
      )}
    </>
  );
}

function PaperFindings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return <p>No problems found.</p>;
  return (
    <ul>
      {findings.slice(0, MAX_FINDINGS).map(({ code, severity, message, spec }, index) => (
        <li key={index}>
          {severity}: {message} ({code}
          {spec === undefined ? "" : `, ${spec.document} ${spec.section}`})
        </li>
      ))}
      {findings.length > MAX_FINDINGS && (
        <li>{(findings.length - MAX_FINDINGS).toLocaleString("en")} more problems are not printed.</li>
      )}
    </ul>
  );
}

function PaperTree({ open }: { readonly open: OpenCapture }) {
  if (open.content?.kind !== "payload") return null;
  const { document } = open.content.editing;
  const { nodes, depths } = document.rows();
  const lines = Array.from(nodes.subarray(0, MAX_ROWS), (node, index) => {
    const { name, value } = rowText(document, node);
    return `${"  ".repeat(Math.min(depths[index] ?? 0, 40))}${name}${value === "" ? "" : ` = ${value}`}`;
  });
  return (
    <>
      <pre>{lines.join("\n")}</pre>
      {nodes.length > MAX_ROWS && (
        <p>{(nodes.length - MAX_ROWS).toLocaleString("en")} more rows of the tree are not printed.</p>
      )}
    </>
  );
}
