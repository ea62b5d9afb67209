import { later } from "../kit/load/later";

/** The panes. Whatever opens a payload waits for them, so that nothing is drawn in between. */
export const Workspace = later(() => import("./Workspace"), { name: "The payload" });

/** The Explain pane, loaded with the catalogue, which is large. */
export const ExplainPane = later(() => import("../explain/ExplainPane"), {
  name: "The explanation",
  loading: <p className="explain-loading">Loading the specification…</p>,
});
