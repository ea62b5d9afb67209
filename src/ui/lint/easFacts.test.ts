import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { templates } from "../../craft/templates/templates";
import type { Capture } from "../../formats/format";
import { type ChosenContext, nothingChosen } from "../../session/messageContext";
import { startEditing } from "../../store/editing";
import { type OpenCapture, useInspector } from "../../store/inspector";
import { lintShown } from "../../store/linting";
import { decode, encode } from "../../testing/codec";
import type { KeyedMessage, LintRequest } from "../../worker/lintMessages";
import { versionFor } from "../craft/version";
import { readContext, readShownContext, statusName } from "../lint/easFacts";
import { exportForms } from "../out/exportForms";
import { toSharedPayload } from "../out/sharing";

const requests: LintRequest[] = [];
let answer: ((event: { readonly data: unknown }) => void) | undefined;

/** Collects the requests to the rules, in place of the worker that would answer them. */
class ListeningWorker {
  addEventListener(name: string, listener: (event: { readonly data: unknown }) => void): void {
    if (name === "message") answer = listener;
  }
  postMessage(request: LintRequest): void {
    requests.push(request);
    answer?.({ data: { kind: "findings", id: request.id, diagnostics: [], omitted: [] } });
  }
}

beforeEach(() => {
  requests.length = 0;
  vi.stubGlobal("Worker", ListeningWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const FOLDER_SYNC = '<FolderSync xmlns="FolderHierarchy"><Status>1</Status></FolderSync>';

function opened(http: Partial<Capture> = {}, xml = FOLDER_SYNC): OpenCapture {
  const { bytes } = encode(xml);
  const capture: Capture = {
    label: "x",
    direction: undefined,
    payload: bytes,
    origin: {},
    problems: [],
    ...http,
  };
  return { label: "x", capture, content: { kind: "payload", editing: startEditing(bytes) } };
}

/** What the rules receive about the capture at an index while another one is shown. */
function toKeyedMessage(
  captures: readonly OpenCapture[],
  index: number,
  chosen: ChosenContext,
): KeyedMessage {
  lintShown(captures, 0, chosen);
  const message = requests.at(-1)?.changes.find(([at]) => at === index)?.[1];
  if (message === undefined) throw new Error("The rules were not asked");
  return message;
}

const template = templates.find(({ id }) => id === "folder-sync");

describe("the context of the message that is shown", () => {
  it("falls back on its elements", () => {
    expect(readContext(opened(), nothingChosen)).toMatchObject({
      command: "FolderSync",
      commandFrom: "elements",
      direction: "response",
      directionFrom: "elements",
      versionFrom: "unknown",
    });
  });

  it("is the choice and the HTTP values, if there is no payload", () => {
    const text: OpenCapture = {
      ...opened({ command: "Ping", version: "14.0" }),
      content: { kind: "text", text: "x" },
    };
    expect(readContext(text, nothingChosen)).toMatchObject({ command: "Ping", version: "14.0" });
    expect(readContext(undefined, { ...nothingChosen, version: "12.0" }).version).toBe("12.0");
  });
});

describe("the rules, a template, an export and a link", () => {
  it.each([
    ["chosen", { version: "14.1" }, "12.1", "12.1"],
    ["of HTTP", { version: "14.1" }, "auto", "14.1"],
    ["that is none", { version: "99" }, "auto", undefined],
    ["that is none, and another chosen", { version: "99" }, "16.0", "16.0"],
    ["that is not known", {}, "auto", undefined],
  ] as const)("go by the same version: one %s", (_what, http, version, expected) => {
    const open = opened(http);
    const chosen = { ...nothingChosen, version };
    useInspector.setState({ captures: [open], current: 0, context: chosen });
    const editing = startEditing(encode(FOLDER_SYNC).bytes);
    const vector = exportForms.find(({ id }) => id === "vector");
    const facts: unknown = JSON.parse(
      vector?.preview({ editing, open, chosen }, { query: "captured", credentials: false }) ?? "",
    );
    expect(readShownContext().version).toBe(expected);
    expect(toKeyedMessage([open], 0, chosen).version).toBe(expected);
    expect(toSharedPayload(editing, open, chosen, undefined).version).toBe(expected);
    expect(facts).toEqual(expect.objectContaining({ name: "x", ...(expected && { version: expected }) }));
    expect(template && versionFor(template, readShownContext().version)).toBe(expected ?? "16.1");
  });

  it("use the same direction and command", () => {
    const open = opened({ command: "FolderSync", direction: "response" });
    const chosen = { ...nothingChosen, direction: "request" } as const;
    const editing = startEditing(encode(FOLDER_SYNC).bytes);
    const expected = { command: "FolderSync", direction: "request" };
    expect(readContext(open, chosen)).toMatchObject(expected);
    expect(toKeyedMessage([open], 0, chosen)).toMatchObject(expected);
    expect(toSharedPayload(editing, open, chosen, undefined)).toMatchObject(expected);
  });

  it("omit what only the elements give: a link and the worker have the elements", () => {
    const open = opened();
    const editing = startEditing(encode(FOLDER_SYNC).bytes);
    expect(toSharedPayload(editing, open, nothingChosen, undefined)).toEqual({
      label: "x",
      bytes: editing.document.bytes,
    });
    const { key: _key, facts: _facts, ...facts } = toKeyedMessage([open], 0, nothingChosen);
    expect(facts).toEqual({ folder: "unknown", product: "unknown" });
  });

  it("use the choices for the message that is shown alone", () => {
    const chosen: ChosenContext = {
      direction: "request",
      version: "14.0",
      folder: "inbox",
      product: "exchange2010",
    };
    const other = toKeyedMessage([opened(), opened({ direction: "response", version: "16.1" })], 1, chosen);
    expect(other).toMatchObject({
      direction: "response",
      version: "16.1",
      folder: "unknown",
      product: "unknown",
    });
  });
});

describe("the name of a status", () => {
  it("is that of the command from HTTP, in preference to the one from the elements", () => {
    const document = decode(encode(FOLDER_SYNC).bytes);
    const status = document.tree.children(document.tree.roots()[0] ?? -1)[0] ?? -1;
    const own = statusName(document, status, "9");
    expect(own).toBeDefined();
    expect(statusName(document, status, "9", { command: "FolderSync" })).toBe(own);
    expect(statusName(document, status, "9", { command: "Ping" })).not.toBe(own);
  });
});
