import type { FindingCounts } from "../worker/lintMessages";
import { isEdited, type OpenCapture, useInspector } from "./inspector";
import type { ListedExchange, SessionList } from "./sessionList";
import { type Chip, chips } from "./sessionView";

/** What decides whether an exchange fits a chip. */
export interface ChipFacts {
  readonly captures: readonly OpenCapture[];
  /** The indexes of the captures that are edited. */
  readonly edited: ReadonlySet<number>;
  readonly findCounts: (open: OpenCapture) => FindingCounts | undefined;
}

const NONE: FindingCounts = { error: 0, warning: 0, info: 0 };

/** The messages of an exchange, by their indexes. */
export function listMessages({ request, response }: ListedExchange): readonly number[] {
  return [request, response].filter((index) => index !== undefined);
}

/** The findings of the messages of an exchange, together with the problems of their inputs. */
export function sumCounts(
  listed: ListedExchange,
  { captures, findCounts }: Pick<ChipFacts, "captures" | "findCounts">,
): FindingCounts {
  const sum = { error: 0, warning: 0, info: 0 };
  for (const index of listMessages(listed)) {
    const open = captures[index];
    if (open === undefined) continue;
    const own = findCounts(open) ?? NONE;
    sum.error += own.error;
    sum.warning += own.warning;
    sum.info += own.info;
    for (const { severity } of open.capture?.problems ?? []) if (severity !== "info") sum[severity] += 1;
  }
  return sum;
}

/** Whether an exchange fits a chip. */
export function fitsChip(chip: Chip, listed: ListedExchange, facts: ChipFacts): boolean {
  switch (chip) {
    case "failed":
      return listed.failure !== undefined;
    case "problems": {
      const { error, warning } = sumCounts(listed, facts);
      return error + warning > 0;
    }
    case "sms":
      return listed.exchange.summary?.isSms === true;
    case "edited":
      return listMessages(listed).some((index) => facts.edited.has(index));
  }
}

/** How many exchanges fit each chip. */
export function countChips({ exchanges }: SessionList, facts: ChipFacts): Readonly<Record<Chip, number>> {
  const counts = { failed: 0, problems: 0, sms: 0, edited: 0 };
  for (const listed of exchanges) for (const chip of chips) if (fitsChip(chip, listed, facts)) counts[chip]++;
  return counts;
}

let lastEdited: ReadonlySet<number> = new Set();

/** The edited captures, by their indexes; the same set as long as they are the same. */
function pickEdited(captures: readonly OpenCapture[]): ReadonlySet<number> {
  const indexes: number[] = [];
  captures.forEach((open, index) => {
    if (isEdited(open)) indexes.push(index);
  });
  const isSame = indexes.length === lastEdited.size && indexes.every((index) => lastEdited.has(index));
  if (!isSame) lastEdited = new Set(indexes);
  return lastEdited;
}

/** The indexes of the captures that are edited, for components. */
export function useEditedCaptures(): ReadonlySet<number> {
  return useInspector(({ captures }) => pickEdited(captures));
}
