import { create } from "zustand";
import type { DocHit } from "../../assist/searchDocs";
import { useInspector } from "../../store/inspector";
import type { PaneName } from "../../store/panes";

/** A page of the documentation, by what it is about. */
export type PageAddress =
  | { readonly kind: "element"; readonly key: string }
  | { readonly kind: "command"; readonly name: string }
  | {
      readonly kind: "status";
      readonly command: string;
      readonly value: number;
      /** The parent of the Status, if the value has a meaning of its own there. */
      readonly parent?: string | undefined;
    }
  | { readonly kind: "rule"; readonly id: string }
  | { readonly kind: "coverage" };

/** What Explain shows: a page, or without one what is selected; and the way there. */
export interface PageHistory {
  readonly page: PageAddress | undefined;
  /** The pages before it, nearest last; `undefined` stands for what is selected. */
  readonly back: readonly (PageAddress | undefined)[];
  /** The pages that one has gone back from, nearest last. */
  readonly forward: readonly (PageAddress | undefined)[];
  /** Whether the field for a search is there. */
  readonly isSearching: boolean;
  /** What is searched for. */
  readonly query: string;
}

/** What Explain shows, and where Back and Forward lead. */
export const usePageHistory = create<PageHistory>()(() => ({
  page: undefined,
  back: [],
  forward: [],
  isSearching: false,
  query: "",
}));

const MAX_PAGES = 100;

/** The page that a result of the search leads to. */
export function addressOf(hit: DocHit): PageAddress {
  switch (hit.kind) {
    case "element":
      return { kind: "element", key: hit.element.key };
    case "command":
      return { kind: "command", name: hit.command.name };
    case "status":
      return { kind: "status", command: hit.command, value: hit.status.value, parent: hit.status.element };
  }
}

/** Shows a page in Explain, which it opens if it is hidden. */
export function openPage(page: PageAddress): void {
  usePageHistory.setState(({ page: last, back }) => ({
    page,
    back: [...back, last].slice(-MAX_PAGES),
    forward: [],
    isSearching: false,
    query: "",
  }));
  revealPane("explain");
}

function revealPane(pane: PaneName): void {
  const { folded, setFolded, showPane } = useInspector.getState();
  if (folded.has(pane)) setFolded(new Set([...folded].filter((name) => name !== pane)));
  showPane(pane);
}

/** Shows what is selected. The page that was shown can be gone back to. */
export function showSelected(): void {
  usePageHistory.setState(({ page, back }) =>
    page === undefined ? {} : { page: undefined, back: [...back, page].slice(-MAX_PAGES), forward: [] },
  );
}

/** Goes back to the page before, if there is one. */
export function goToPageBefore(): void {
  usePageHistory.setState(({ page, back, forward }) =>
    back.length === 0
      ? {}
      : { page: back.at(-1), back: back.slice(0, -1), forward: [...forward, page], isSearching: false },
  );
}

/** Goes forward to the page that one went back from, if there is one. */
export function goToPageAfter(): void {
  usePageHistory.setState(({ page, back, forward }) =>
    forward.length === 0
      ? {}
      : { page: forward.at(-1), back: [...back, page], forward: forward.slice(0, -1), isSearching: false },
  );
}

/** Opens the field for a search, or closes it and forgets the search. */
export function setSearching(isSearching: boolean): void {
  usePageHistory.setState({ isSearching, query: "" });
}
