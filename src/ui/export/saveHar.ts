import { formatCount } from "../../eas/values/reading";
import { pauses } from "../../formats/pace";
import { readCaptureContent } from "../../session/content";
import { type HarExchange, writeHar } from "../../share/har";
import type { MessageFacts } from "../../share/httpMessage";
import { editingOf, type OpenCapture, useInspector } from "../../store/inspector";
import { readMessageFacts } from "../context/easFacts";
import { download } from "../kit/download";
import { toast } from "../kit/toast/toasts";
import { readFacts } from "./exportForms";

/** Saves all open captures as a HAR, as edited, without passwords, tokens and cookies. */
export async function saveHar(): Promise<void> {
  const { captures, sources } = useInspector.getState();
  const pairs = pairCaptures(captures);
  const pause = pauses({});
  const pieces: Blob[] = [];
  for (const piece of writeHar(listExchanges(pairs))) {
    pieces.push(new Blob([piece])); // which browsers keep out of the page's memory
    await pause(pieces.length / pairs.length, "");
  }
  const [only] = sources;
  const name = `${sources.length === 1 ? (only?.name ?? "session").replace(/\.\w+$/, "") : "session"}.har`;
  download(new Blob(pieces, { type: "application/json" }), name);
  const told = `Saved ${formatCount(pairs.length, "exchange")} as HAR`;
  useInspector.getState().announce(told);
  toast(`${told}, without passwords, tokens and cookies.`);
}

interface Pair {
  request?: OpenCapture;
  response?: OpenCapture;
}

/** Requests with their responses, in the order in which they are open. */
function pairCaptures(captures: readonly OpenCapture[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const byExchange = new Map<string, Pair>();
  for (const open of captures) {
    const { source = "", exchange } = open.capture ?? {};
    const direction = readMessageFacts(open).direction === "response" ? "response" : "request";
    const key = `${source}\n${exchange ?? ""}`;
    const known = exchange === undefined ? undefined : byExchange.get(key);
    if (known !== undefined && known[direction] === undefined) {
      known[direction] = open;
      continue;
    }
    const pair: Pair = { [direction]: open };
    pairs.push(pair);
    if (exchange !== undefined) byExchange.set(key, pair);
  }
  return pairs;
}

/** What is known of each exchange, found out when it is written. */
function* listExchanges(pairs: readonly Pair[]): Generator<HarExchange, void> {
  for (const pair of pairs) yield toHarExchange(pair);
}

function toHarExchange({ request, response }: Pair): HarExchange {
  const { startedAt, tookMs } = request?.capture ?? response?.capture ?? {};
  const notes = [
    request === undefined ? "The request was not captured." : "",
    (response?.capture?.parts?.length ?? 0) > 0 ? "Only the first part of a multipart response." : "",
  ].filter((note) => note !== "");
  return {
    request: request && toFacts(request),
    response: response && toFacts(response),
    startedAt,
    tookMs,
    ...(notes.length > 0 && { comment: notes.join(" ") }),
  };
}

function toFacts(open: OpenCapture): MessageFacts {
  return { ...readFacts(open), body: readBody(open) };
}

/** The body as edited; one that was not shown yet as it was read. */
function readBody(open: OpenCapture): Uint8Array {
  const edited = editingOf(open)?.document.bytes;
  if (edited !== undefined) return edited;
  const { capture } = open;
  if (capture === undefined) return new Uint8Array();
  const content = readCaptureContent(capture);
  return content.kind === "payload" ? content.bytes : capture.payload;
}
