import { type ClipboardEvent, useEffect, useMemo, useState } from "react";
import {
  Autocomplete,
  Header,
  Input,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
} from "react-aria-components";
import type { DocHit } from "../../assist/searchDocs";
import type { Conversation } from "../../session/conversations";
import { useInspector } from "../../store/inspector";
import { typeQuery } from "../../store/searching";
import { useSession } from "../../store/session";
import { addressOf, openPage } from "../explain/pageHistory";
import { readTextIntoPage } from "../input/readIntoPage";
import { keysText } from "../kit/commands/keys";
import { PageDialog } from "../kit/dialog/PageDialog";
import { laterCode } from "../kit/load/laterCode";
import { parsePastedHex } from "../kit/pastedHex";
import { showCaptureInPage } from "../kit/showCapture";
import { findCommands, findExchanges, nameDocKind, splitWords } from "./omniboxHits";
import "./omnibox.css";

/** What is chosen in the list: closes the omnibox and then does what it stands for. */
interface Choice {
  readonly id: string;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

interface ChoiceSection {
  readonly title: string;
  readonly choices: readonly Choice[];
}

/** Finds commands, exchanges and documentation by words, and opens what is pasted into it. */
export default function OmniboxDialog() {
  const [query, setQuery] = useState("");
  const sections = useSections(query);
  return (
    <PageDialog title="Search and commands" size="omnibox">
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField className="omnibox-field" aria-label="Search, run a command, or paste" autoFocus>
          <Input placeholder="Search, run a command, or paste…" onPaste={openPasted} />
        </SearchField>
        <Menu
          className="menu omnibox-list"
          aria-label="Results"
          renderEmptyState={() => <p className="omnibox-none">Nothing found.</p>}
        >
          {sections.map(({ title, choices }) => (
            <MenuSection key={title} aria-label={title}>
              <Header className="menu-heading">{title}</Header>
              {choices.map((choice) => (
                <ChoiceItem key={choice.id} choice={choice} />
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Autocomplete>
    </PageDialog>
  );
}

function ChoiceItem({ choice: { id, title, hint, keys, run } }: { readonly choice: Choice }) {
  const choose = (): void => {
    useInspector.getState().openDialog(undefined);
    run();
  };
  return (
    <MenuItem id={id} className="menu-item" textValue={`${title} ${hint ?? ""}`} onAction={choose}>
      <span>{title}</span>
      {hint !== undefined && <span className="menu-hint">{hint}</span>}
      {keys !== undefined && <Keyboard className="menu-hint">{keysText(keys)}</Keyboard>}
    </MenuItem>
  );
}

function useSections(query: string): readonly ChoiceSection[] {
  const conversations = useSession((session) => session.conversations);
  const docs = useDocs(query);
  const words = useMemo(() => splitWords(query), [query]);
  return useMemo(() => listSections(query, words, conversations, docs), [query, words, conversations, docs]);
}

function listSections(
  query: string,
  words: readonly string[],
  conversations: readonly Conversation[],
  docs: readonly DocHit[],
): readonly ChoiceSection[] {
  const state = useInspector.getState();
  const sections: readonly ChoiceSection[] = [
    ...listPayload(query),
    ...findCommands(words, state).map(({ title, hits }) => ({ title, choices: hits })),
    { title: "Exchanges", choices: findExchanges(words, conversations).map(chooseExchange) },
    { title: "Documentation", choices: docs.map(chooseDoc) },
    { title: "In what is open", choices: listSearch(query) },
  ];
  return sections.filter(({ choices }) => choices.length > 0);
}

const MAX_DOCS = 12;
const documentation = laterCode(() => import("../../assist/searchDocs"));
const NO_DOCS: readonly DocHit[] = [];

/** What the documentation has for a query, once its code is loaded. */
function useDocs(query: string): readonly DocHit[] {
  const [docs, setDocs] = useState(NO_DOCS);
  useEffect(() => {
    let isCurrent = true;
    documentation.run(({ searchDocs }) => {
      if (isCurrent) setDocs(searchDocs(query).slice(0, MAX_DOCS));
    });
    return () => {
      isCurrent = false;
    };
  }, [query]);
  return docs;
}

/** A hit of the documentation; several can have one title, so that its place tells it apart. */
function chooseDoc(hit: DocHit, index: number): Choice {
  return {
    id: `documentation ${index}`,
    title: hit.title,
    hint: nameDocKind(hit),
    run: () => openPage(addressOf(hit)),
  };
}

function chooseExchange({ exchange, title }: ReturnType<typeof findExchanges>[number]): Choice {
  const index = exchange.response ?? exchange.request ?? 0;
  return { id: `exchange ${index}`, title, run: () => void showCaptureInPage(index) };
}

const MIN_BYTES = 4;

/** A payload that was typed as hexadecimal digits. */
function listPayload(query: string): readonly ChoiceSection[] {
  const bytes = parsePastedHex(query);
  if (bytes === undefined || bytes.length < MIN_BYTES) return [];
  const open: Choice = {
    id: "open typed",
    title: `Open ${bytes.length} bytes as a payload`,
    run: () => void readTextIntoPage(query),
  };
  return [{ title: "Paste", choices: [open] }];
}

function listSearch(query: string): readonly Choice[] {
  if (query.trim() === "" || useInspector.getState().captures.length === 0) return [];
  const find = (): void => {
    typeQuery(query);
    useInspector.getState().openDialog("search");
  };
  return [
    {
      id: "search for",
      title: `Find “${query}”`,
      hint: "in values, text and bytes",
      keys: "Mod+F",
      run: find,
    },
  ];
}

/** Opens a text that was pasted if it cannot be meant as words: several lines, or a payload in hex. */
function openPasted(event: ClipboardEvent): void {
  const text = event.clipboardData.getData("text/plain");
  const bytes = parsePastedHex(text);
  if (!text.trim().includes("\n") && (bytes?.length ?? 0) < MIN_BYTES) return;
  event.preventDefault();
  useInspector.getState().openDialog(undefined);
  void readTextIntoPage(text);
}
