import { pairMessages } from "../session/exchanges";
import type { MessageFacts } from "../session/messageContext";
import type { OpenCapture } from "./inspector";
import { getIdentity, getSourceName, type OpenStep, replaceCaptures, takeStep, withFacts } from "./openState";

/** Tells the command and direction of an open capture. */
export type FactReader = (open: OpenCapture) => MessageFacts;

/**
 * Finds the request that a response could be the answer to: one for the same command that has no answer yet,
 * in another source. `preferred` is taken if it is one, otherwise the latest. Returns its index, or
 * `undefined` if there is none or the capture at `index` is not a response on its own.
 */
export function findRequestFor(
  captures: readonly OpenCapture[],
  index: number,
  readFacts: FactReader,
  preferred?: OpenCapture,
): number | undefined {
  const response = captures[index];
  const facts = response && readFacts(response);
  if (response === undefined || facts?.direction !== "response" || facts.command === undefined)
    return undefined;
  const source = getSourceName(response);
  if (captures.filter((open) => getSourceName(open) === source).length > 1) return undefined;
  const waiting = listUnanswered(captures, facts.command, readFacts).filter(
    (open) => getSourceName(open) !== source,
  );
  const wanted = preferred && waiting.find((open) => getIdentity(open) === getIdentity(preferred));
  const found = captures.indexOf(wanted ?? waiting.at(-1) ?? response);
  return found === index ? undefined : found;
}

/** The requests for a command that have no response in their source. */
function listUnanswered(
  captures: readonly OpenCapture[],
  command: string,
  readFacts: FactReader,
): readonly OpenCapture[] {
  const bySource = new Map<string, OpenCapture[]>();
  for (const open of captures) {
    const name = getSourceName(open);
    const some = bySource.get(name);
    if (some === undefined) bySource.set(name, [open]);
    else some.push(open);
  }
  return Array.from(bySource.values()).flatMap((some) => {
    const messages = some.map((open) => {
      const { command: own, direction } = readFacts(open);
      return { open, command: own, direction, exchange: open.capture?.exchange };
    });
    return pairMessages(messages).flatMap(({ request, response }) =>
      request?.direction === "request" && request.command === command && response === undefined
        ? [request.open]
        : [],
    );
  });
}

/**
 * Makes a response the answer to a request: it moves behind the request, into its source and its exchange,
 * which is named if it has no name yet. What the user specified about version, folder and server of the
 * request holds for the response too. The response is shown.
 */
export function answerRequest(request: number, response: number): OpenStep {
  return takeStep((state) => {
    const asked = state.captures[request];
    const answer = state.captures[response];
    if (asked === undefined || answer === undefined) return {};
    const source = getSourceName(asked);
    const exchange = asked.capture?.exchange ?? findFreeExchange(state.captures, source);
    const named = asked.capture?.exchange === undefined ? withFacts(asked, { exchange }) : asked;
    const context = asked.context && {
      context: { ...asked.context, direction: answer.context?.direction ?? "auto" },
    };
    const moved = { ...withFacts(answer, { source, exchange }), ...context };
    const captures = state.captures.flatMap((open) =>
      open === answer ? [] : open === asked ? [named, moved] : [open],
    );
    return {
      ...replaceCaptures(state, captures, captures.indexOf(moved)),
      announcement: `The response is the answer in exchange ${exchange} of ${source}`,
    };
  });
}

/** The first number that no exchange of the source has as its name. */
function findFreeExchange(captures: readonly OpenCapture[], source: string): string {
  const taken = new Set(
    captures.filter((open) => getSourceName(open) === source).map(({ capture }) => capture?.exchange),
  );
  for (let number = 1; ; number++) if (!taken.has(String(number))) return String(number);
}
