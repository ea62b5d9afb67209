import { spec } from "../../../eas/elements/element";
import { findElementSpec } from "../../facts/schema/elementSpec";
import { describeExpected, fitsType, hasValue, readValue } from "../../facts/schema/values";
import type { Rule } from "../../rule";

/** A value that is not in the list of its element's values. */
export const notListed: Rule = {
  id: "schema/not-listed",
  title: "Value not in the list of allowed values",
  severity: "error",
  spec: spec("MS-ASCMD 2.2.3"),
  why:
    "Only the listed values are allowed. A server responds to any other value with a protocol error, " +
    "and a client can't interpret it.",
  messages: {
    value: "{value} is not a valid value of {element}. Valid values: {values}.",
    version: "The value {value} of {element} is not available in protocol version {version}.",
  },
  chooseCheck: (entry, view) => {
    if (entry === undefined || !hasValue(entry)) return undefined;
    if (entry.values === undefined && entry.meanings.every(({ values }) => values === undefined))
      return undefined;
    const { at, always } = describeExpected(view, entry);
    if (always?.isClosed === false) return undefined;
    return (node, _, report) => {
      const { values, texts, isClosed, type } = at(node);
      const text = isClosed ? readValue(view, node) : undefined;
      if (text === undefined || texts.has(text) || !fitsType(text, type)) return;
      const known = values.filter(
        ({ value }) => value === text || (type !== "enumeration" && Number(value) === Number(text)),
      );
      if (known.some(({ value }) => texts.has(value))) return;
      const listed = [...new Set(values.map(({ value }) => value))].join(", ");
      const data = { element: entry.key, value: text, values: listed, version: view.version };
      const where = findElementSpec(view, view.parent(node), entry);
      // a client ignores a name it does not know
      const isNameOfServer = type === "string" && view.direction === "response";
      if (known.length === 0)
        report(node, "value", { data, spec: where, ...(isNameOfServer && { severity: "warning" }) });
      else report(node, "version", { data, spec: where, severity: "warning" });
    };
  },
  examples: [
    {
      title: "a body type that exists",
      messages: [
        '<Sync xmlns="AirSync" ' +
          'xmlns:b="AirSyncBase"><Collections><Collection><SyncKey>1</SyncKey>' +
          "<CollectionId>5</CollectionId><Options><b:BodyPreference><b:Type>2</b:Type>" +
          "</b:BodyPreference></Options></Collection></Collections></Sync>",
      ],
      finds: [],
    },
    {
      title: "a body type that does not exist",
      messages: [
        '<Sync xmlns="AirSync" ' +
          'xmlns:b="AirSyncBase"><Collections><Collection><SyncKey>1</SyncKey>' +
          "<CollectionId>5</CollectionId><Options><b:BodyPreference><b:Type>9</b:Type>" +
          "</b:BodyPreference></Options></Collection></Collections></Sync>",
      ],
      finds: ["value"],
    },
    {
      title: "a class that does not exist, in Sync and in Ping",
      messages: [
        "<Sync " +
          'xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId>' +
          "<Options><Class>Mail</Class></Options></Collection></Collections></Sync>",
        '<Ping xmlns="Ping"><Folders><Folder><Id>5</Id><Class>SMS</Class></Folder></Folders></Ping>',
      ],
      finds: ["value", "value"],
    },
    {
      title: "a value from a later version",
      messages: [
        {
          xml:
            '<Sync xmlns="AirSync" ' +
            'xmlns:c="Calendar"><Collections><Collection><SyncKey>1</SyncKey>' +
            "<CollectionId>5</CollectionId><Status>1</Status><Commands><Add><ServerId>5:1</ServerId>" +
            "<ApplicationData><c:BusyStatus>4</c:BusyStatus></ApplicationData></Add></Commands>" +
            "</Collection></Collections></Sync>",
          version: "14.1",
        },
      ],
      finds: ["version"],
    },
  ],
};
