import type { ChangeEvent } from "react";
import type { FolderKind } from "../../eas/folderKinds";
import type { Product } from "../../eas/products";
import { protocolVersions } from "../../eas/versions";
import type { ChosenContext, FactSource } from "../../session/messageContext";
import type { Editing } from "../../store/editing";
import { type OpenCapture, useChosenContext, useInspector } from "../../store/inspector";
import { findKnownFolder, useExchange } from "../../store/session";
import { useEasFacts } from "./useEasFacts";
import { useMessageContext } from "./useMessageContext";
import "./context.css";

const FOLDERS: Options<FolderKind> = [
  ["unknown", "Folder unknown"],
  ["inbox", "Inbox"],
  ["outbox", "Outbox"],
  ["sent", "Sent Items"],
  ["drafts", "Drafts"],
  ["user-mail", "Other mail folder"],
  ["calendar", "Calendar"],
  ["contacts", "Contacts"],
  ["tasks", "Tasks"],
  ["notes", "Notes"],
];

const PRODUCTS: Options<Product> = [
  ["unknown", "Server unknown"],
  ["exchange2010", "Exchange 2010"],
  ["exchange2010sp1", "Exchange 2010 SP1"],
  ["exchange2013", "Exchange 2013"],
  ["exchange2016", "Exchange 2016"],
  ["exchange2019", "Exchange 2019"],
  ["exchangeSE", "Exchange Server SE"],
  ["exchangeOnline", "Exchange Online"],
  ["other", "Another server"],
];

const DIRECTIONS = { request: "Request", response: "Response" } as const;

const WHY: Readonly<Record<FactSource, string>> = {
  chosen: "set by you",
  HTTP: "from HTTP",
  elements: "from the payload",
  unknown: "unknown",
};

/**
 * The command, direction, version, folder and server of the message, where each value comes from, and
 * controls to change them. Each change lints the payload again.
 */
export function ContextBar({ editing, open }: { readonly editing: Editing; readonly open: OpenCapture }) {
  const chosen = useChosenContext();
  const setContext = useInspector((state) => state.setContext);
  const easFacts = useEasFacts();
  const context = useMessageContext(open);
  const exchange = useExchange(open);
  if (easFacts === undefined || context === undefined) return null;
  const { command, direction, directionFrom, version, versionFrom } = context;
  const directions: Options<ChosenContext["direction"]> = [
    ["auto", describeKnown("Direction", direction && DIRECTIONS[direction], directionFrom)],
    ["request", DIRECTIONS.request],
    ["response", DIRECTIONS.response],
  ];
  const versions: Options<ChosenContext["version"]> = [
    ["auto", describeKnown("Version", version, versionFrom)],
    ...protocolVersions.map((name) => [name, name] as const),
  ];
  const folders: Options<FolderKind> = FOLDERS.map(([kind, title]) =>
    kind === "unknown" ? [kind, describeFolder(findKnownFolder(exchange)) ?? title] : [kind, title],
  );
  return (
    <section className="context-bar" aria-label="Context">
      <strong>{command ?? "Command unknown"}</strong>
      <Choice
        label="Direction"
        value={chosen.direction}
        options={directions}
        onChoose={(value) => setContext({ direction: value })}
      />
      <Choice
        label="Protocol version"
        value={chosen.version}
        options={versions}
        onChoose={(value) => setContext({ version: value })}
      />
      <Choice
        label="Folder"
        value={chosen.folder}
        options={folders}
        onChoose={(folder) => setContext({ folder })}
      />
      <Choice
        label="Server"
        value={chosen.product}
        options={PRODUCTS}
        onChoose={(product) => setContext({ product })}
      />
      <span className="context-versions">
        {versionsInWords(easFacts.inferContext(editing.document).versions)}
      </span>
    </section>
  );
}

/** What is known without a choice by the user, and where it comes from. */
function describeKnown(what: string, value: string | undefined, source: FactSource): string {
  return value === undefined || source === "chosen" ? `${what} unknown` : `${value} · ${WHY[source]}`;
}

/** "Inbox · from FolderSync #5", with the name that the folder has on the server if it differs. */
function describeFolder(folder: ReturnType<typeof findKnownFolder>): string | undefined {
  if (folder === undefined) return undefined;
  const title = FOLDERS.find(([kind]) => kind === folder.kind)?.[1] ?? folder.kind;
  const named = folder.name === undefined || folder.name === title ? title : `${title} “${folder.name}”`;
  return folder.from === undefined
    ? named
    : `${named} · from ${folder.from.command} #${folder.from.exchange}`;
}

function versionsInWords(versions: readonly string[]): string {
  const [lowest] = versions;
  if (lowest === undefined) return "No single version defines all its elements";
  const highest = versions.at(-1);
  return highest === "16.1"
    ? `Requires ${lowest} or later`
    : `Requires ${lowest === highest ? lowest : `${lowest} to ${highest ?? ""}`}; Exchange Online uses 16.1`;
}

/** The values of a choice, and the titles shown for them. */
type Options<T extends string> = readonly (readonly [T, string])[];

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: Options<T>;
  readonly onChoose: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  const choose = (event: ChangeEvent<HTMLSelectElement>): void => {
    const option = options[event.target.selectedIndex];
    if (option !== undefined) onChoose(option[0]);
  };
  return (
    <select className="context-choice" aria-label={label} title={label} value={value} onChange={choose}>
      {options.map(([name, title]) => (
        <option key={name} value={name}>
          {title}
        </option>
      ))}
    </select>
  );
}
