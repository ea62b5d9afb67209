import type { Searching } from "../../store/searching";

function counted(number: number, singular: string): string {
  return `${number.toLocaleString("en")} ${singular}${number === 1 ? "" : "s"}`;
}

/** What a search came to, in a sentence or two; "" before there is one. */
export function summaryOf({
  progress,
  count,
  found,
  end,
  failure,
}: Omit<Searching, "text" | "scope" | "problems" | "done" | "at">): string {
  const hits =
    count === 0 ? "Nothing found" : `${counted(count, "hit")} in ${counted(found.length, "capture")}`;
  switch (progress) {
    case "none":
      return "";
    case "running":
      return "Searching…";
    case "cancelled":
      return `Cancelled. ${hits} up to there.`;
    case "stuck":
      return (
        "Stopped, since it took too long: a pattern that goes through a text in very many ways, most " +
        `likely. ${hits} up to there.`
      );
    case "failed":
      return `The search failed: ${failure ?? ""}`;
    case "done":
      return [`${hits}.`, ...remarks(end)].join(" ");
  }
}

function remarks(end: Searching["end"]): readonly string[] {
  if (end === undefined) return [];
  return [
    end.isLimited ? "That is as many as are kept; there may be more." : "",
    end.isPatternSlow ? "The pattern took too long, so that not everything was held against it." : "",
    end.isCut ? "Of values over 4 MB only the beginning was decoded." : "",
  ].filter((remark) => remark !== "");
}
