/** A pane: its name in the code, its title, and where it stands on a page that is wide enough for all. */
interface PaneFacts {
  readonly name: string;
  readonly title: string;
  /** What it is called in a sentence. */
  readonly noun: string;
  /** Beside all others, or in one of their two rows. */
  readonly place: "beside" | "upper" | "lower";
  /** How much of that it takes until the user resizes it. */
  readonly share: `${number}%`;
}

/** All panes, in the order of their tabs. They can be hidden. */
export const panes = [
  { name: "captures", title: "Captures", noun: "captures", place: "beside", share: "18%" },
  { name: "tree", title: "Tree", noun: "tree", place: "upper", share: "32%" },
  { name: "xml", title: "XML", noun: "XML", place: "upper", share: "42%" },
  { name: "explain", title: "Explain", noun: "Explain", place: "upper", share: "26%" },
  { name: "bytes", title: "Bytes", noun: "bytes", place: "lower", share: "66%" },
  { name: "problems", title: "Problems", noun: "problems", place: "lower", share: "34%" },
] as const satisfies readonly PaneFacts[];

/** One of the panes. */
export type Pane = (typeof panes)[number];

/** The name of a pane. */
export type PaneName = Pane["name"];
