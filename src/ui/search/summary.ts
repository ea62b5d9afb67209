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
    count === 0 ? "No hits" : `${writeCount(count, "hit")} in ${writeCount(found.length, "capture")}`;
  switch (progress) {
    case "none":
      return "";
    case "running":
      return "Searching…";
    case "cancelled":
      return `Cancelled. ${hits} so far.`;
    case "stuck":
      return (
        "Stopped because it took too long: the pattern can probably match in too many ways. " +
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
    end.isLimited ? "The maximum number of hits was reached; there might be more." : "",
    end.isPatternSlow ? "The pattern took too long, so not everything was searched." : "",
    end.tooLarge > 0 ? `Not searched: ${writeCount(end.tooLarge, "payload")} too large to be decoded.` : "",
    end.isCut ? "Only the beginning of values over 4 MB was searched." : "",
  ].filter((remark) => remark !== "");
}
