import { describe, expect, it } from "vitest";
import { elements } from "../eas/catalogue";
import { findHttpFailure, httpStatuses } from "../eas/httpStatus";
import { isCommandStatus, listStatuses, type StatusEntry } from "../eas/statuses/statuses";
import { lint } from "./lint";
import { lintCaptures } from "./lintCaptures";
import type { Diagnostic } from "./rule";

/** A place of a Status in a response. */
interface StatusPlace {
  readonly command: string;
  readonly parent: string;
  readonly namespace: string;
}

const places = elements()
  .filter(isCommandStatus)
  .flatMap((element) => element.places.map((place) => ({ ...place, namespace: element.namespace })))
  .flatMap(({ command, parent, direction, namespace }): StatusPlace[] =>
    direction === "response" && command !== undefined && parent !== undefined
      ? [{ command, parent, namespace }]
      : [],
  );

function writeStatus({ parent, namespace }: StatusPlace, value: number | string): string {
  const [parentNamespace = "", name = ""] = parent.split(":");
  return `<${name} xmlns="${parentNamespace}" xmlns:s="${namespace}"><s:Status>${value}</s:Status></${name}>`;
}

function findFailures(place: StatusPlace, value: number | string): readonly Diagnostic[] {
  const found = lint([{ xml: writeStatus(place, value), command: place.command, direction: "response" }]);
  return found.filter(({ severity }) => severity === "failure");
}

const tell = ({ rule, status }: Diagnostic): string =>
  `${rule} ${status?.command} ${status?.value} ${status?.name}`;

const listEntries = (place: StatusPlace): readonly StatusEntry[] =>
  listStatuses({ ...place, direction: "response" });

describe("status/failed", () => {
  it.each(places)("tells each failure of $command in $parent once, and nothing else", (place) => {
    for (const { value, name, outcome } of listEntries(place)) {
      const expected = outcome === "failure" ? [`status/failed ${place.command} ${value} ${name}`] : [];
      expect(findFailures(place, value).map(tell), String(value)).toEqual(expected);
    }
  });

  it("covers every command with a Status", () => {
    expect(new Set(places.map(({ command }) => command)).size).toBeGreaterThan(15);
    expect(places.length).toBeGreaterThan(40);
  });

  it.each(places)("tells a number that is not defined for $command in $parent", (place) => {
    expect(findFailures(place, 99).map(tell)).toEqual([`status/failed ${place.command} 99 Unknown`]);
  });

  const collection = { command: "Sync", parent: "AirSync:Collection", namespace: "AirSync" };

  it("says what leads to the value and what to do about it, in the section of its table", () => {
    const entry = listEntries(collection).find(({ value }) => value === 3);
    const [failure] = findFailures(collection, 3);
    expect(failure).toMatchObject({ element: "AirSync:Status", spec: entry?.spec });
    expect(failure?.message).toContain(entry?.meaning);
    expect(failure?.why).toBe(`${entry?.cause} ${entry?.resolution}`);
  });

  it.each([
    [" 3 ", ["status/failed Sync 3 InvalidSyncKey"]],
    ["\n142\t", ["status/failed Sync 142 DeviceNotProvisioned"]],
    ["1", []],
    ["0", []],
    ["", []],
    ["no", []],
    ["-3", []],
    ["300", []],
  ])("reads %j", (value, expected) => {
    expect(findFailures(collection, value).map(tell)).toEqual(expected);
  });

  it("does not take the state of a flag for the Status of a command", () => {
    const flag =
      '<Sync xmlns="AirSync" xmlns:e="Email"><Collections><Collection><SyncKey>2</SyncKey>' +
      "<CollectionId>5</CollectionId><Status>1</Status><Commands><Change><ServerId>5:1</ServerId>" +
      "<ApplicationData><e:Flag><e:Status>2</e:Status></e:Flag></ApplicationData></Change></Commands>" +
      "</Collection></Collections></Sync>";
    expect(lint([{ xml: flag }]).filter(({ severity }) => severity === "failure")).toEqual([]);
  });

  it.each(["request", undefined] as const)("reports no Status of a client (direction %s)", (direction) => {
    const acknowledge = (status: string): string =>
      '<Provision xmlns="Provision"><Policies><Policy><PolicyType>MS-EAS-Provisioning-WBXML</PolicyType>' +
      `<PolicyKey>1</PolicyKey><Status>${status}</Status></Policy></Policies></Provision>`;
    const wipe = '<Provision xmlns="Provision"><RemoteWipe><Status>2</Status></RemoteWipe></Provision>';
    for (const xml of [...["2", "3", "4"].map(acknowledge), wipe]) {
      const found = lint([{ xml, ...(direction && { direction }) }]);
      expect(found.filter(({ severity }) => severity === "failure")).toEqual([]);
    }
  });
});

describe("http/failed", () => {
  const answer = (httpStatus: number, direction: "request" | "response" = "response") =>
    lint([{ bytes: new Uint8Array(0), command: "Sync", direction, httpStatus }]);

  it.each(httpStatuses.filter(({ code }) => code >= 300))(
    "is the one finding about an empty response with $code",
    ({ code, name }) => {
      expect(answer(code).map(tell)).toEqual([`http/failed Sync ${code} ${name}`]);
    },
  );

  it.each([
    [418, "Client Error"],
    [399, "Redirection"],
    [599, "Server Error"],
  ])("describes %i by its class", (code, name) => {
    expect(answer(code).map(tell)).toEqual([`http/failed Sync ${code} ${name}`]);
  });

  it.each([100, 200, 204, 299, 600, 0])("does not report %i", (code) => {
    expect(answer(code).filter(({ severity }) => severity === "failure")).toEqual([]);
    expect(findHttpFailure(code)).toBeUndefined();
  });

  it("is the one finding about a response that is a page and not a payload", () => {
    const payload = new TextEncoder().encode("<html>Access denied</html>");
    const http = { status: 403, headers: [] };
    const page = { label: "1", direction: "response", command: "Ping", contentType: "text/html" } as const;
    const found = lintCaptures([{ ...page, payload, http, origin: {}, problems: [] }]);
    expect(found.map(tell)).toEqual(["http/failed Ping 403 Forbidden"]);
  });

  it("is told of a request too, as in a log, and leaves the other findings as they are", () => {
    expect(answer(500, "request").map(({ rule }) => rule)).toEqual(["wbxml/empty-body", "http/failed"]);
    const xml = '<Ping xmlns="Ping"><Status>8</Status></Ping>';
    const found = lint([{ xml, direction: "response", httpStatus: 503 }]);
    expect(found.map(tell).toSorted()).toEqual([
      "http/failed Ping 503 Service Unavailable",
      "status/failed Ping 8 ServerError",
    ]);
  });
});
