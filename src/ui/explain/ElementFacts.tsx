import type { ReactNode } from "react";
import type { ElementHere } from "../../assist/explain";
import type { ElementEntry } from "../../eas/catalogue";
import type { ElementValue, Place, SpecReference } from "../../eas/elements/element";
import { type ProtocolVersion, protocolVersions } from "../../eas/versions";
import { joinClasses } from "../kit/joinClasses";

interface Props {
  readonly element: ElementEntry;
  /** The values that it can have at the selected place, if they depend on it. */
  readonly values: readonly ElementValue[] | undefined;
  readonly here: ElementHere | undefined;
  readonly version: ProtocolVersion | undefined;
}

/** Where an element is used and by whom, how often, its values and versions, and where to read more. */
export function ElementFacts({ element, values, here, version }: Props) {
  const { places, versions, spec, sms } = element;
  const all = values ?? element.values ?? [];
  const section = sms && { document: "MS-ASMS", section: sms.section };
  return (
    <dl className="facts">
      {places.length > 0 && (
        <>
          <Fact label="Used in">
            <UsedIn places={places} />
          </Fact>
          <Fact label="Sent by">{writeSenders(places)}</Fact>
          <Fact label="How often">
            <HowOften places={places} here={here} />
          </Fact>
        </>
      )}
      {all.length > 0 && (
        <Fact label="Values">
          <Values values={all} isOpen={here === undefined} />
        </Fact>
      )}
      <Fact label="Versions">
        <Versions versions={versions} current={version} />
        {sms !== undefined && <span className="facts-note">For SMS: 14.0 or later</span>}
      </Fact>
      <Fact label="Read more">
        {[...(section === undefined ? [] : [section]), ...spec].map((one) => (
          <SpecLink key={`${one.document} ${one.section}`} reference={one} />
        ))}
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const MAX_COMMANDS = 4;

function UsedIn({ places }: { readonly places: readonly Place[] }) {
  const commands = [...new Set(places.map(({ command }) => command))];
  if (commands.length <= MAX_COMMANDS) return commands.join(", ");
  return (
    <details>
      <summary>{commands.length} commands</summary>
      {commands.join(", ")}
    </details>
  );
}

function writeSenders(places: readonly Place[]): string {
  const directions = new Set(places.map(({ direction }) => direction));
  if (directions.size === 2) return "Client and server";
  return directions.has("request") ? "Client" : "Server";
}

/** "0 or 1", "exactly 1", "any number". */
function writeTimes({ min, max }: Place): string {
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? "any number" : `${min} or more`;
  if (min === max) return `exactly ${min}`;
  return min === 0 && max === 1 ? "0 or 1" : `${min} to ${max}`;
}

interface HowOftenProps {
  readonly places: readonly Place[];
  readonly here: ElementHere | undefined;
}

function HowOften({ places, here }: HowOftenProps) {
  const own = places.filter(
    ({ command, direction, parent }) =>
      here !== undefined &&
      parent === here.parent &&
      command === (here.command ?? command) &&
      direction === (here.direction ?? direction),
  );
  const counts = [...new Set(own.map(writeTimes))];
  return (
    <>
      {counts.length > 0 && `${counts.join(" or ")} in ${here?.parent?.replace(/^.*:/, "") ?? "a message"}`}
      <details>
        <summary>{counts.length > 0 ? "Elsewhere" : `In ${places.length} places`}</summary>
        <Places places={places} />
      </details>
    </>
  );
}

function Places({ places }: { readonly places: readonly Place[] }) {
  return (
    <table className="doc-places">
      <tbody>
        {places.map((place, index) => (
          <tr key={index}>
            <td>
              {place.command} {place.direction}
            </td>
            <td>{place.parent ?? "root"}</td>
            <td>{writeTimes(place)}</td>
            <td>
              {[place.classes?.join(", "), place.when, place.versions && `in ${place.versions.join(", ")}`]
                .filter(Boolean)
                .join("; ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A table of values and their meanings, which can be folded. */
function Values({ values, isOpen }: { readonly values: readonly ElementValue[]; readonly isOpen: boolean }) {
  return (
    <details open={isOpen}>
      <summary>{values.length === 1 ? "1 value" : `All ${values.length} values`}</summary>
      <table className="doc-values">
        <tbody>
          {values.map(({ value, name, meaning, versions }) => (
            <tr key={value}>
              <th scope="row">{value}</th>
              <td>
                {name !== undefined && <b>{name}: </b>}
                {meaning}
                {versions !== undefined && <span className="doc-facts"> {versions.join(", ")}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

interface VersionsProps {
  readonly versions: readonly ProtocolVersion[];
  readonly current: ProtocolVersion | undefined;
}

/** All protocol versions: that of the message marked, those without the element struck through. */
function Versions({ versions, current }: VersionsProps) {
  return (
    <ul className="version-chips">
      {protocolVersions.map((version) => {
        const isIn = versions.includes(version);
        return (
          <li
            key={version}
            className={joinClasses("version-chip", { "is-barred": !isIn, "is-current": version === current })}
            aria-current={version === current ? "true" : undefined}
          >
            {version}
            {!isIn && <span className="visually-hidden">, not in this version</span>}
          </li>
        );
      })}
    </ul>
  );
}

const SPECIFICATIONS = "https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols";

/** A link to a published document. It opens in a new tab, which learns nothing about this page. */
function SpecLink({ reference: { document, section } }: { readonly reference: SpecReference }) {
  const href = `${SPECIFICATIONS}/${document.toLowerCase()}/`;
  return (
    <a className="spec-link" href={href} target="_blank" rel="noreferrer noopener">
      {document} {section}
    </a>
  );
}
