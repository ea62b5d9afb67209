import { ledgers } from "../../lint/ledgers/ledgers";
import type { Ledger, Statement } from "../../lint/ledgers/statement";
import type { Rule, RuleExample } from "../../lint/rule";
import { rules } from "../../lint/rules";

/** The rules whose id, title or reason contains all words of the query, in their order. */
export function ruleHits(query: string): readonly Rule[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  return rules.filter(({ id, title, why }) =>
    words.every((word) => `${id} ${title} ${why}`.toLowerCase().includes(word)),
  );
}

const SEVERITIES: Readonly<Record<Rule["severity"], string>> = {
  failure: "Failure",
  error: "Error",
  warning: "Warning",
  info: "Note",
};

/** What a rule checks, why, and examples of payloads. */
export function RulePage({ rule: { id, title, severity, why, spec, examples } }: { readonly rule: Rule }) {
  return (
    <article className="doc">
      <h3>{id}</h3>
      <p className="doc-facts">
        {SEVERITIES[severity]} · {spec.document} {spec.section}
      </p>
      <p>
        <strong>{title}.</strong> {why}
      </p>
      {examples.map((example) => (
        <Example key={example.title} example={example} />
      ))}
    </article>
  );
}

function Example({ example: { title, messages, finds } }: { readonly example: RuleExample }) {
  return (
    <details>
      <summary>
        {finds.length === 0 ? "Passes" : "Reported"}: {title}
      </summary>
      {messages.map((message, index) => (
        <pre key={index} className="doc-example">
          {typeof message === "string" ? message : (message.xml ?? message.hex)}
        </pre>
      ))}
    </details>
  );
}

/** Every statement of the documents that have a ledger, and the rules that check it. */
export function CoveragePage() {
  return (
    <article className="doc">
      {ledgers.map((ledger) => (
        <LedgerTable key={ledger.document} ledger={ledger} />
      ))}
    </article>
  );
}

function LedgerTable({ ledger: { document, statements } }: { readonly ledger: Ledger }) {
  return (
    <>
      <h3>{document}, statement by statement</h3>
      <table className="doc-values">
        <tbody>
          {statements.map((statement) => (
            <StatementRow key={statement.id} statement={statement} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function StatementRow({
  statement: { section, statement, level, scope, reason, rules: ids },
}: {
  readonly statement: Statement;
}) {
  return (
    <tr>
      <th scope="row">{section}</th>
      <td>
        {statement}
        <span className="doc-facts">
          {" "}
          {level} ·{" "}
          {scope === "not-on-wire"
            ? `not visible on the wire: ${reason ?? ""}`
            : `${scope}: ${ids.join(", ")}`}
        </span>
      </td>
    </tr>
  );
}
