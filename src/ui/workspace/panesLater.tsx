import { later } from "../later";

/** The panes: what opens a payload waits for them, so that nothing is drawn in between. */
export const Workspace = later(() => import("./Workspace"));

/** What the specification says; with the catalogue, which is large. */
export const ExplainPane = later(
  () => import("../explain/ExplainPane"),
  <p className="explain-loading">Loading what the specification says…</p>,
);
