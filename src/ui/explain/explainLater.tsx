import { later } from "../kit/load/later";

/** The Explain pane, loaded with the catalogue, which is large. */
export const ExplainPane = later(() => import("./ExplainPane"), {
  name: "The explanation",
  loading: <p className="explain-loading">Loading the specification…</p>,
});
