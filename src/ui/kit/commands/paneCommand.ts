/** Something that the menu of a pane does with its content. */
export interface PaneCommand {
  readonly title: string;
  /** Whether it can be run now. If omitted, it always can. */
  readonly isEnabled?: () => boolean;
  readonly run: () => void;
}
