/** A pane: its name in the code, its title, and where it stands on a page that is wide enough for all. */
interface PaneFacts {
  readonly name: string;
  readonly title: string;
  /** What it is called in a sentence. */
  readonly noun: string;
  /** The column at the left, one of the two rows of the centre, or the column at the right. */
  readonly place: "session" | "upper" | "lower" | "aside";
}

/** All panes, in the order in which F6 goes through them. They can be hidden. */
export const panes = [
  { name: "captures", title: "Session", noun: "session", place: "session" },
  { name: "tree", title: "Tree", noun: "tree", place: "upper" },
  { name: "xml", title: "XML", noun: "XML", place: "upper" },
  { name: "bytes", title: "Bytes", noun: "bytes", place: "lower" },
  { name: "problems", title: "Problems", noun: "problems", place: "aside" },
  { name: "explain", title: "Explain", noun: "Explain", place: "aside" },
] as const satisfies readonly PaneFacts[];

/** One of the panes. */
export type Pane = (typeof panes)[number];

/** The name of a pane. */
export type PaneName = Pane["name"];

/** What the second pane of the centre shows: one tab for each. */
export const views = [
  { name: "xml", title: "XML" },
  { name: "body", title: "Body" },
  { name: "http", title: "HTTP" },
  { name: "compare", title: "Compare" },
] as const;

/** The name of a tab of the second pane. */
export type ViewName = (typeof views)[number]["name"];
