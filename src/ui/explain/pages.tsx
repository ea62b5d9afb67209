import type { ReactNode } from "react";
import type { ElementEntry } from "../../eas/catalogue";
import type { Command } from "../../eas/commands";
import type {
  ElementValue,
  Limits,
  Meaning,
  Place,
  SmsRole,
  SpecReference,
} from "../../eas/elements/element";
import type { StatusEntry } from "../../eas/statuses/statuses";

/** What the specification says about an element; `meaning` is its meaning at the selected place. */
export function ElementPage({
  element,
  meaning,
}: {
  readonly element: ElementEntry;
  readonly meaning: Meaning | undefined;
}) {
  const { summary, meanings, versions, places, values, sms, spec, deprecated } = element;
  const others = meanings.filter((other) => other !== meaning);
  return (
    <article className="doc">
      <h3>{element.key}</h3>
      <p className="doc-facts">{joinFacts(element)}</p>
      <p>{summary}</p>
      {meaning !== undefined && <MeaningLine meaning={meaning} isHere />}
      {deprecated !== undefined && <p className="doc-deprecated">{deprecated}</p>}
      <Values values={meaning?.values ?? values ?? []} />
      {sms !== undefined && <Sms sms={sms} />}
      {others.length > 0 && (
        <details>
          <summary>Other meanings</summary>
          {others.map((other) => (
            <MeaningLine key={other.where} meaning={other} isHere={false} />
          ))}
        </details>
      )}
      <Places places={places} />
      <p className="doc-facts">Protocol versions {versions.join(", ")}</p>
      <Spec references={spec} />
    </article>
  );
}

function joinFacts({ dataType, limits, opaque }: ElementEntry): string {
  return [dataType, ...limitWords(limits), opaque ? "OPAQUE" : ""].filter((word) => word !== "").join(" · ");
}

function limitWords({ min, max, minLength, maxLength }: Limits): string[] {
  const range = min === undefined && max === undefined ? "" : `${min ?? "…"} to ${max ?? "…"}`;
  const length =
    minLength === undefined && maxLength === undefined
      ? ""
      : `length ${minLength === undefined ? "at most" : `${minLength} to`} ${maxLength ?? "…"}`;
  return [range, length];
}

function MeaningLine({
  meaning: { where, text },
  isHere,
}: {
  readonly meaning: Meaning;
  readonly isHere: boolean;
}) {
  return (
    <p>
      <strong>{isHere ? `Here, ${where}:` : `${where}:`}</strong> {text}
    </p>
  );
}

/** A table of values and their meanings. */
function Values({ values }: { readonly values: readonly ElementValue[] }) {
  if (values.length === 0) return null;
  return (
    <table className="doc-values">
      <caption>Values</caption>
      <tbody>
        {values.map(({ value, name, meaning, versions }) => (
          <tr key={value}>
            <th scope="row">{value}</th>
            <td>
              {name !== undefined && <strong>{name}: </strong>}
              {meaning}
              {versions !== undefined && <span className="doc-facts"> {versions.join(", ")}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sms({ sms }: { readonly sms: SmsRole }) {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["Format", sms.format],
    ["Example", sms.example],
    ["Client", sms.client],
    ["Server", sms.server],
    ["Products", sms.products],
  ];
  return (
    <section className="doc-sms">
      <h4>In SMS (MS-ASMS {sms.section})</h4>
      <p>{sms.role}</p>
      <dl>
        {rows.map(([term, text]) => text !== undefined && <Definition key={term} term={term} text={text} />)}
      </dl>
    </section>
  );
}

function Definition({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  );
}

function times({ min, max }: Place): string {
  const most = max === Number.POSITIVE_INFINITY ? "n" : String(max);
  return `${min}…${most}`;
}

function Places({ places }: { readonly places: readonly Place[] }) {
  if (places.length === 0) return null;
  return (
    <details>
      <summary>Where it is allowed ({places.length})</summary>
      <table className="doc-places">
        <tbody>
          {places.map((place, index) => (
            <tr key={index}>
              <td>
                {place.command} {place.direction}
              </td>
              <td>{place.parent ?? "root"}</td>
              <td>{times(place)}</td>
              <td>
                {[place.classes?.join(", "), place.when, place.versions && `in ${place.versions.join(", ")}`]
                  .filter(Boolean)
                  .join("; ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Links to the published documents. They open in a new tab, which learns nothing about this page. */
function Spec({ references }: { readonly references: readonly SpecReference[] }) {
  return (
    <p className="doc-facts">
      {references.map(({ document, section }) => (
        <SpecLink key={`${document} ${section}`} document={document}>
          {document} {section}
        </SpecLink>
      ))}
    </p>
  );
}

const SPECIFICATIONS = "https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols";

function SpecLink({ document, children }: { readonly document: string; readonly children: ReactNode }) {
  const href = `${SPECIFICATIONS}/${document.toLowerCase()}/`;
  return (
    <a className="spec-link" href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

/** What a command is for. */
export function CommandPage({ command }: { readonly command: Command }) {
  const { name, number, request, response, since, until, summary } = command;
  return (
    <article className="doc">
      <h3>{name}</h3>
      <p className="doc-facts">
        Command {number} · versions {since} to {until ?? "16.1"}
      </p>
      <p>{summary}</p>
      <p className="doc-facts">
        Request: {request ?? "no WBXML"} · Response: {response ?? "no WBXML"}
      </p>
    </article>
  );
}

/** What a status means, its cause, and what to do. */
export function StatusPage({
  command,
  status,
  children,
}: {
  readonly command: string;
  readonly status: StatusEntry;
  /** What to show after the meaning. */
  readonly children?: ReactNode;
}) {
  const { value, name, meaning, scope, cause, resolution, spec } = status;
  return (
    <section className="doc">
      <h3>
        {command} Status {value}: {name}
      </h3>
      <p>{meaning}</p>
      {children}
      <dl>
        <Definition term="Cause" text={cause} />
        <Definition term="What to do" text={resolution} />
        <Definition term="Scope" text={scope} />
      </dl>
      <Spec references={[spec]} />
    </section>
  );
}
