import type { Exchange } from "../../session/conversations";
import type { OpenCapture } from "../../store/inspector";
import { useEasFacts } from "../context/useEasFacts";

/**
 * What an exchange is called, by its first message: the title that it was given, otherwise its command and,
 * if it is one of several files, the name of that; otherwise what its input says.
 */
export function useExchangeName(exchange: Exchange, first: OpenCapture | undefined): string {
  const easFacts = useEasFacts();
  if (first?.title !== undefined) return first.title;
  const { capture } = first ?? {};
  const command = exchange.command ?? (first && easFacts?.readMessageFacts(first).command);
  const { method } = capture?.http ?? {};
  if (command === undefined) return method !== undefined && method !== "POST" ? method : (first?.label ?? "");
  const isFile = capture?.http === undefined && capture?.origin.name !== undefined;
  return isFile && capture.origin.name !== capture.source ? `${command}, ${first?.label}` : command;
}
