import { spec } from "../../../eas/elements/element";
import {
  estimateRequest,
  estimateResponse,
  mailOptions,
  smsOptions,
  syncRequest,
  syncResponse,
} from "../../exampleMessages";
import { type Collection, listCollections } from "../../facts/sms/collections";
import { readSmsConversation, type SetInForce, type SyncTurn } from "../../facts/sms/smsConversation";
import type { Rule } from "../../rule";
import type { MessageView } from "../../view";

const options = (filter: string, className = ""): string =>
  `<airsync:Options>${className}<airsync:FilterType>${filter}</airsync:FilterType></airsync:Options>`;
const smsEstimate = options("0", "<airsync:Class>SMS</airsync:Class>");
const answers = [syncResponse(""), estimateResponse("1")] as const;

/**
 * Finds what Sync requests of a folder when an estimate is made: the options in effect, or if none are known,
 * those of the next request.
 */
function findSetsAt(turns: readonly SyncTurn[], view: MessageView): readonly SetInForce[] | undefined {
  const known = turns.filter(({ sets }) => sets !== undefined);
  const before = known.findLast(({ request }) => request.index < view.index);
  // a request with SyncKey 0 asks for no items yet
  const isFirst = before === undefined || (before.syncKey === "0" && !before.isOwn);
  return (isFirst ? known.find(({ request }) => request.index > view.index) : before)?.sets;
}

function findSmsFilter(
  sets: readonly { readonly isSms: boolean; readonly filter: string | undefined }[],
): string {
  return sets.find(({ isSms }) => isSms)?.filter ?? "0";
}

interface Estimate {
  readonly view: MessageView;
  readonly collection: Collection;
}

/** An estimate requests the same classes and windows as Sync. */
export const estimateAsksSame: Rule = {
  id: "session/estimate-asks-same",
  title: "Estimate requests other items than Sync",
  severity: "warning",
  spec: spec("MS-ASMS 3.1.4.2"),
  why:
    "The estimate tells the user how many items to expect. It includes text messages only if it " +
    "requests them, so the number is wrong if Sync requests something else.",
  messages: {
    more:
      "The estimate counts the text messages of folder {id}, but Sync does not request them. Remove " +
      "this Options, or request SMS in Sync too.",
    less:
      "Sync requests the text messages of folder {id}, but this estimate does not count them. Add an " +
      "Options with class SMS.",
    filter:
      "The estimate counts text messages with FilterType {estimate}, but Sync requests them with " +
      "FilterType {sync}. Use the same value in both.",
  },
  session: (views, report) => {
    const { turnsOf } = readSmsConversation(views);
    const estimates = views
      .filter(({ command, direction }) => command === "GetItemEstimate" && direction === "request")
      .flatMap((view): readonly Estimate[] =>
        listCollections(view).map((collection) => ({ view, collection })),
      );
    const counted = new Set<string | undefined>(); // by this estimate or an earlier one
    for (const { view, collection } of estimates) {
      const { id = "?", node } = collection;
      if (collection.options.some(({ isSms }) => isSms)) counted.add(collection.id);
      const sets = findSetsAt(turnsOf(id), view);
      const asked = collection.options.find(({ isSms }) => isSms);
      if (sets === undefined) continue;
      const isAsked = sets.some(({ isSms }) => isSms);
      if (asked !== undefined && !isAsked) report(view, asked.node, "more", { data: { id } });
      else if (isAsked && !counted.has(collection.id)) report(view, node, "less", { data: { id } });
      else if (asked !== undefined && findSmsFilter(sets) !== findSmsFilter([asked])) {
        const data = { id, estimate: findSmsFilter([asked]), sync: findSmsFilter(sets) };
        report(view, asked.node, "filter", { data, severity: "info" });
      }
    }
  },
  examples: [
    {
      title: "the same in both",
      messages: [
        syncRequest(smsOptions + mailOptions),
        answers[0],
        estimateRequest(options("2") + smsEstimate),
        answers[1],
      ],
      finds: [],
    },
    {
      title: "only mail in both",
      messages: [syncRequest(mailOptions), answers[0], estimateRequest(options("2")), answers[1]],
      finds: [],
    },
    {
      title: "an estimate before its Sync",
      messages: [
        syncRequest("", "15", "0"),
        answers[0],
        estimateRequest(smsEstimate),
        answers[1],
        syncRequest(smsOptions),
        answers[0],
      ],
      finds: [],
    },
    {
      title: "text messages and then mail, counted separately",
      messages: [
        syncRequest(smsOptions + mailOptions),
        answers[0],
        estimateRequest(smsEstimate),
        answers[1],
        estimateRequest(options("2")),
        answers[1],
      ],
      finds: [],
    },
    { title: "no Sync of the folder", messages: [estimateRequest(smsEstimate), answers[1]], finds: [] },
    {
      title: "text messages counted but not requested",
      messages: [
        syncRequest(mailOptions),
        answers[0],
        estimateRequest(options("2") + smsEstimate),
        answers[1],
      ],
      finds: ["more"],
    },
    {
      title: "text messages requested but not counted",
      messages: [syncRequest(smsOptions + mailOptions), answers[0], estimateRequest(""), answers[1]],
      finds: ["less"],
    },
    {
      title: "another window",
      messages: [
        syncRequest(smsOptions),
        answers[0],
        estimateRequest(options("3", "<airsync:Class>SMS</airsync:Class>")),
        answers[1],
      ],
      finds: ["filter"],
    },
  ],
};
