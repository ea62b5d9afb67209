import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { templates } from "../../craft/templates/templates";
import type { Capture } from "../../formats/format";
import { type ChosenContext, nothingChosen } from "../../session/messageContext";
import { editXml, startEditing } from "../../store/editing";
import { type OpenCapture, useInspector } from "../../store/inspector";
import { lintShown } from "../../store/linting";
import { decode, encode } from "../../testing/codec";
import type { KeyedMessage, LintRequest } from "../../worker/lintMessages";
import { versionFor } from "../craft/version";
import { exportForms } from "../export/exportForms";
import { toSharedPayload } from "../export/sharing";
import { findShortMeaning, nameShownFile, readContext, readShownContext, readTitle } from "./easFacts";

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
function toKeyedMessage(captures: readonly OpenCapture[], index: number): KeyedMessage {
  lintShown(captures, 0);
  const message = requests.at(-1)?.changes.find(([at]) => at === index)?.[1];
  if (message === undefined) throw new Error("The rules were not asked");
  return message;
}

const template = templates.find(({ id }) => id === "folder-sync");

describe("the context of the message that is shown", () => {
  it("falls back on its elements", () => {
    expect(readContext(opened())).toMatchObject({
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
    expect(readContext(text)).toMatchObject({ command: "Ping", version: "14.0" });
    const chosen: ChosenContext = { ...nothingChosen, version: "12.0" };
    expect(readContext({ ...text, context: chosen }).version).toBe("12.0");
    expect(readContext(undefined).version).toBeUndefined();
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
    const open = { ...opened(http), context: { ...nothingChosen, version } };
    useInspector.setState({ captures: [open], current: 0 });
    const editing = startEditing(encode(FOLDER_SYNC).bytes);
    const vector = exportForms.find(({ id }) => id === "vector");
    const text = vector?.text({ editing, open }, { query: "captured", credentials: false });
    const facts: unknown = JSON.parse(text?.kind === "text" ? text.text : "");
    expect(readShownContext().version).toBe(expected);
    expect(toKeyedMessage([open], 0).version).toBe(expected);
    expect(toSharedPayload(editing, open, undefined).version).toBe(expected);
    expect(facts).toEqual(
      expect.objectContaining({ name: "FolderSync response", ...(expected && { version: expected }) }),
    );
    expect(template && versionFor(template, readShownContext().version)).toBe(expected ?? "16.1");
  });

  it("use the same direction and command", () => {
    const context = { ...nothingChosen, direction: "request" } as const;
    const open = { ...opened({ command: "FolderSync", direction: "response" }), context };
    const editing = startEditing(encode(FOLDER_SYNC).bytes);
    const expected = { command: "FolderSync", direction: "request" };
    expect(readContext(open)).toMatchObject(expected);
    expect(toKeyedMessage([open], 0)).toMatchObject(expected);
    expect(toSharedPayload(editing, open, undefined)).toMatchObject(expected);
  });

  it("omit what only the elements give: a link and the worker have the elements", () => {
    const open = opened();
    const editing = startEditing(encode(FOLDER_SYNC).bytes);
    expect(toSharedPayload(editing, open, undefined)).toEqual({
      label: "FolderSync response",
      bytes: editing.document.bytes,
    });
    const { key: _key, facts: _facts, ...facts } = toKeyedMessage([open], 0);
    expect(facts).toEqual({ folder: "unknown", product: "unknown" });
  });

  it("use what was chosen for a message, and nothing that was chosen for another", () => {
    const context: ChosenContext = {
      direction: "request",
      version: "14.0",
      folder: "inbox",
      product: "exchange2010",
    };
    const other = opened({ direction: "response", version: "16.1" });
    expect(toKeyedMessage([{ ...opened(), context }, other], 1)).toMatchObject({
      direction: "response",
      version: "16.1",
      folder: "unknown",
      product: "unknown",
    });
  });
});

describe("the title of a capture", () => {
  const unshown = (facts: Partial<Capture>): OpenCapture => ({ ...opened(facts), content: undefined });

  it("comes from its elements, even if it was never shown and is short", () => {
    expect(readTitle(unshown({}))).toBe("FolderSync response");
    const { bytes } = encode(FOLDER_SYNC);
    const long = new Uint8Array(70_000);
    long.set(bytes);
    expect(readTitle(unshown({ payload: long }))).toBe("x");
    expect(readTitle(unshown({ contentType: "text/html" }))).toBe("x");
  });

  it("follows what is chosen and what is edited", () => {
    const context = { ...nothingChosen, direction: "request" } as const;
    expect(readTitle({ ...opened(), context })).toBe("FolderSync request");
    expect(readTitle({ ...opened({ command: "Sync", direction: "response" }), context })).toBe(
      "Sync request",
    );
    const open = opened();
    const ping = editXml(startEditing(encode(FOLDER_SYNC).bytes), '<Ping xmlns="Ping"/>', 0);
    expect(readTitle({ ...open, content: { kind: "payload", editing: ping } })).toBe("Ping");
  });

  it("is the name of its file, numbered if another has it", () => {
    useInspector.setState({ captures: [opened(), unshown({}), opened()], current: 2 });
    expect(nameShownFile()).toBe("FolderSync-response-3");
    useInspector.setState({ captures: [] });
    expect(nameShownFile()).toBe("payload");
  });
});

describe("the name of a status", () => {
  it("is that of the command from HTTP, in preference to the one from the elements", () => {
    const document = decode(encode(FOLDER_SYNC).bytes);
    const status = document.tree.children(document.tree.roots()[0] ?? -1)[0] ?? -1;
    const own = findShortMeaning(document, status);
    expect(own).toBeDefined();
    expect(findShortMeaning(document, status, { command: "FolderSync" })).toBe(own);
    expect(findShortMeaning(document, status, { command: "Ping" })).not.toBe(own);
  });
});
