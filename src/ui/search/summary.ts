import { writeCount } from "../../formats/summary";
import type { Searching } from "../../store/searching";

/** The result of a search in a sentence or two; "" if there is no search. */
export function summarizeSearch({
  progress,
  count,
  found,
  end,
  crash,
}: Omit<Searching, "text" | "scope" | "problems" | "done" | "at">): string {
  const hits =
    count === 0 ? "Nothing found" : `${writeCount(count, "hit")} in ${writeCount(found.length, "capture")}`;
  switch (progress) {
    case "none":
      return "";
    case "running":
      return "Searching…";
    case "cancelled":
      return `Cancelled. ${hits} so far.`;
    case "stuck":
      return (
        "Stopped, because it took too long: most likely the pattern can match in too many ways. " +
        `${hits} so far.`
      );
    case "failed":
      return `The search failed: ${crash ?? ""}`;
    case "done":
      return [`${hits}.`, ...remarks(end)].join(" ");
  }
}

function remarks(end: Searching["end"]): readonly string[] {
  if (end === undefined) return [];
  return [
    end.isLimited ? "This is the maximum number of hits; there may be more." : "",
    end.isPatternSlow ? "The pattern took too long, so not everything was searched." : "",
    end.isCut ? "Only the beginning of values over 4 MB was searched." : "",
  ].filter((remark) => remark !== "");
}
