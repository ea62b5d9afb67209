import { spec } from "../../../eas/elements/element";
import type { ProtocolVersion } from "../../../eas/versions";
import { listPlaces, listVersionsInside } from "../../../session/versionNeed";
import { findElementSpec } from "../../facts/schema/elementSpec";
import { rememberByHolder } from "../../facts/schema/values";
import type { Rule } from "../../rule";

function formatVersions(versions: readonly ProtocolVersion[]): string {
  const [first] = versions;
  const last = versions.at(-1);
  if (first === undefined) return "no version";
  return first === last ? `version ${first}` : `versions ${first} to ${last}`;
}

/** An element that is not available there in the message's protocol version. */
export const wrongVersion: Rule = {
  id: "schema/wrong-version",
  title: "Element not available in this protocol version",
  severity: "error",
  spec: spec("MS-ASWBXML 2.1.2.1"),
  why:
    "A peer that uses another version does not know the element. Servers reject the request or skip " +
    "the element.",
  messages: {
    element:
      "{element} is available in {span}, but this message uses {version}. Remove it, or use another " +
      "version.",
  },
  chooseCheck: (entry, view) => {
    const { version } = view;
    if (entry === undefined || version === undefined) return undefined;
    const isKnownEverywhere = listPlaces(view, entry).every(
      ({ versions }) => versions?.includes(version) ?? true,
    );
    if (isKnownEverywhere && entry.versions.includes(version)) return undefined;
    const versionsOf = rememberByHolder(view, (holder) => listVersionsInside(view, holder, entry));
    return (node, _, report) => {
      const versions = versionsOf(node);
      if (versions.length === 0 || versions.includes(version)) return;
      const data = { element: entry.key, span: formatVersions(versions), version };
      report(node, "element", { data, spec: findElementSpec(view, view.parent(node), entry) });
    };
  },
  examples: [
    {
      title: "an element of the version",
      messages: [{ xml: '<Sync xmlns="AirSync"><Wait>5</Wait></Sync>', version: "12.1" }],
      finds: [],
    },
    {
      title: "an element of a later version",
      messages: [
        { xml: '<Sync xmlns="AirSync"><HeartbeatInterval>300</HeartbeatInterval></Sync>', version: "12.1" },
      ],
      finds: ["element"],
    },
    {
      title: "no known version",
      messages: ['<Sync xmlns="AirSync"><HeartbeatInterval>300</HeartbeatInterval></Sync>'],
      finds: [],
    },
  ],
};
