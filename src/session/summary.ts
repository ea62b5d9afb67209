import { formatCount } from "../eas/values/reading";
import { summarizeCommand } from "./commandSummaries";
import type { MessageExchange } from "./exchanges";
import { isRefusedByHttp, isWhole, type SessionMessage } from "./messages";
import {
  type ItemCounts,
  listWaits,
  listWords,
  mentionsSms,
  readServerChanges,
  summarizeSync,
} from "./syncSummary";
import type { Turn } from "./turns";

/** What an exchange did, for a list of many. */
export interface ExchangeSummary {
  /** In a few words: "25 new", "Policy accepted"; "" if the messages do not show it. */
  readonly text: string;
  /** What it was about, if that is not a folder: "Address book". */
  readonly place?: string;
  /** What the server did with items, as far as the response says. */
  readonly items?: ItemCounts;
  /** Whether it contains text messages, or asks for them. */
  readonly isSms?: true;
  /** Whether the client asked the server to keep the request until something changes. */
  readonly isHeld?: true;
  /** Whether the server still keeps it: others were answered, and this one was not. */
  readonly isWaiting?: true;
}

/** An exchange to summarize. */
export interface SummarizedExchange<M extends SessionMessage> extends MessageExchange<M> {
  readonly command: string | undefined;
  readonly turns: readonly Turn<M>[];
  /** The time from the request to the end of the response, in milliseconds. */
  readonly tookMs: number | undefined;
  readonly httpStatus: number | undefined;
  /** Whether the conversation contains responses, so that one that is missing has not come. */
  readonly hasResponses: boolean;
  /** Whether it is about an outbox, in which text messages wait until the phone sends them. */
  readonly isOutbox: boolean;
}

/**
 * Says what an exchange did, from its two messages alone. `undefined` if nothing is known of it. What failed
 * is not said here: that is the status.
 */
export function summarizeExchange<M extends SessionMessage>(
  exchange: SummarizedExchange<M>,
): ExchangeSummary | undefined {
  const { request, response, command, httpStatus, tookMs, hasResponses } = exchange;
  const isHeld = command === "Ping" || (command === "Sync" && listWaits(request).length > 0);
  const isUnanswered = response === undefined && httpStatus === undefined && tookMs === undefined;
  const isWaiting = isHeld && isUnanswered && hasResponses;
  const isSms = mentionsSms(request) || mentionsSms(response);
  const isAnswered = response !== undefined && isWhole(response) && !isRefusedByHttp(response);
  const { text = "", place } = isAnswered ? summarizeAnswer(exchange, response) : {};
  const items = isAnswered && command === "Sync" ? readServerChanges(response) : undefined;
  const summary = {
    text: isWaiting ? "Still waiting" : isHeld && isAnswered ? writeWait(text, tookMs) : text,
    ...(place !== undefined && { place }),
    ...(items !== undefined && { items }),
    ...(isSms && { isSms }),
    ...(isHeld && { isHeld }),
    ...(isWaiting && { isWaiting }),
  };
  return Object.keys(summary).length === 1 && summary.text === "" ? undefined : summary;
}

/** What the answer of an exchange says, in words, and the place that it is about. */
interface AnswerWords {
  readonly text?: string;
  readonly place?: string;
}

function summarizeAnswer<M extends SessionMessage>(
  { request, command, turns, isOutbox }: SummarizedExchange<M>,
  response: M,
): AnswerWords {
  if (command === "Sync") return { text: summarizeSync({ request, response, turns, isOutbox }) };
  if (command === "Ping") return { text: summarizePing(response) };
  return summarizeCommand(command, request, response);
}

function summarizePing(response: SessionMessage): string {
  const folders = listWords(response, "Ping:Folder").length;
  return folders === 0 ? "Nothing changed" : `${formatCount(folders, "folder")} changed`;
}

/** The shortest wait that is worth telling, in milliseconds. */
const MIN_WAIT = 1000;

function writeWait(text: string, tookMs: number | undefined): string {
  if (tookMs === undefined || tookMs < MIN_WAIT) return text;
  const waited = `Waited ${formatWait(tookMs)}`;
  return text === "" ? waited : `${waited}, ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** A time that was spent waiting, in its largest unit: "12 s", "8 min", "1 h 5 min". */
function formatWait(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? "" : ` ${rest} min`}`;
}
