import type { ReactNode } from "react";
import type { ElementHere } from "../../assist/explain";
import type { ElementEntry } from "../../eas/catalogue";
import type { Command } from "../../eas/commands";
import type { Limits, Meaning, SmsRole } from "../../eas/elements/element";
import type { ProtocolVersion } from "../../eas/versions";
import { ElementFacts } from "./ElementFacts";

interface ElementProps {
  readonly element: ElementEntry;
  /** Its meaning at the selected place. */
  readonly meaning?: Meaning | undefined;
  /** Where it is selected; missing for a page that was searched for. */
  readonly here?: ElementHere | undefined;
  /** The protocol version of the message. */
  readonly version?: ProtocolVersion | undefined;
}

/** What an element is here, in an SMS item, and in general; then the facts about it. */
export function ElementPage({ element, meaning, here, version }: ElementProps) {
  const { namespace, name, summary, meanings, sms, deprecated } = element;
  const others = meanings.filter((other) => other !== meaning);
  const isInSms = here?.itemClass === "SMS";
  const isMeaningOfSms = meaning?.itemClass === "SMS";
  return (
    <article className="doc">
      <h3 className="doc-name">
        <span className="doc-namespace">{namespace}:</span>
        {name} <span className="doc-type">{joinFacts(element)}</span>
      </h3>
      {isInSms && <HereInSms sms={isMeaningOfSms ? undefined : sms} meaning={meaning} />}
      {!isInSms && meaning !== undefined && (
        <Section title={`Here, ${meaning.where}`}>
          <p>{meaning.text}</p>
        </Section>
      )}
      {sms !== undefined && <Sms sms={sms} withFormat={!isInSms || isMeaningOfSms} />}
      <Section title="In general">
        <p>{summary}</p>
        {deprecated !== undefined && <p className="doc-deprecated">{deprecated}</p>}
        {others.length > 0 && <OtherMeanings meanings={others} />}
      </Section>
      <ElementFacts element={element} values={meaning?.values} here={here} version={version} />
    </article>
  );
}

function joinFacts({ dataType, limits, opaque }: ElementEntry): string {
  return [dataType, ...limitWords(limits), opaque ? "OPAQUE" : ""].filter((word) => word !== "").join(" · ");
}

function limitWords({ min, max, minLength, maxLength }: Limits): string[] {
  const length = writeLimits(minLength, maxLength);
  return [writeLimits(min, max), length === "" ? "" : `length ${length}`];
}

/** "0 to 8", "up to 32,768", "1 or more". */
function writeLimits(min: number | undefined, max: number | undefined): string {
  const [least, most] = [min?.toLocaleString("en"), max?.toLocaleString("en")];
  if (least === undefined) return most === undefined ? "" : `up to ${most}`;
  return most === undefined ? `${least} or more` : `${least} to ${most}`;
}

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ title, children }: SectionProps) {
  return (
    <section className="doc-section">
      <h4>{title}</h4>
      {children}
    </section>
  );
}

/** What the element means in an SMS item, and how its value is written. */
function HereInSms({
  sms,
  meaning,
}: {
  readonly sms: SmsRole | undefined;
  readonly meaning: Meaning | undefined;
}) {
  if (sms?.format === undefined && meaning === undefined) return null;
  return (
    <Section title="Here, in an SMS item">
      {meaning !== undefined && <p>{meaning.text}</p>}
      {sms !== undefined && <Format sms={sms} />}
    </Section>
  );
}

function Format({ sms: { format, example } }: { readonly sms: SmsRole }) {
  return (
    <>
      {format !== undefined && <p>{format}</p>}
      {example !== undefined && (
        <p>
          For example <code className="doc-wire">{example}</code>
        </p>
      )}
    </>
  );
}

function Sms({ sms, withFormat }: { readonly sms: SmsRole; readonly withFormat: boolean }) {
  const { section, role, client, server, products } = sms;
  return (
    <Section title={`MS-ASMS ${section}`}>
      <p>{role}</p>
      {withFormat && <Format sms={sms} />}
      <p>
        <b>Client:</b> {client}
      </p>
      <p>
        <b>Server:</b> {server}
      </p>
      {products !== undefined && (
        <p>
          <b>Products:</b> {products}
        </p>
      )}
    </Section>
  );
}

function OtherMeanings({ meanings }: { readonly meanings: readonly Meaning[] }) {
  return (
    <details>
      <summary>Other meanings</summary>
      {meanings.map(({ where, text }) => (
        <p key={where}>
          <b>{where.charAt(0).toUpperCase() + where.slice(1)}:</b> {text}
        </p>
      ))}
    </details>
  );
}

/** What a command is for. */
export function CommandPage({ command }: { readonly command: Command }) {
  const { name, number, request, response, since, until, summary } = command;
  return (
    <article className="doc">
      <h3 className="doc-name">
        {name}{" "}
        <span className="doc-type">
          Command {number} · versions {since} to {until ?? "16.1"}
        </span>
      </h3>
      <p>{summary}</p>
      <p className="doc-facts">
        Request: {request ?? "no WBXML"} · Response: {response ?? "no WBXML"}
      </p>
    </article>
  );
}
