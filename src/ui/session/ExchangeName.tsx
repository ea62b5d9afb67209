import type { Exchange } from "../../session/conversations";
import type { OpenCapture } from "../../store/inspector";
import { useEasFacts } from "../context/useEasFacts";

interface Props {
  readonly exchange: Exchange;
  /** Its first message. */
  readonly first: OpenCapture | undefined;
}

/**
 * What an exchange is called: by the title that its first message was given, otherwise by its command;
 * otherwise, until the worker has read it, by what the elements of that message tell.
 */
export function ExchangeName({ exchange, first }: Props) {
  if (first?.title !== undefined) return first.title;
  if (exchange.command !== undefined) return nameCommand(exchange.command, first);
  const { method } = first?.capture?.http ?? {};
  if (method !== undefined && method !== "POST") return method;
  return first === undefined ? "" : <UnreadName first={first} />;
}

function UnreadName({ first }: { readonly first: OpenCapture }) {
  const command = useEasFacts()?.readMessageFacts(first).command;
  return command === undefined ? first.label : nameCommand(command, first);
}

/** A command, and the name of its file if that is one of several. */
function nameCommand(command: string, first: OpenCapture | undefined): string {
  const { http, origin, source } = first?.capture ?? {};
  const isOneFile = http === undefined && origin?.name !== undefined && origin.name !== source;
  return isOneFile ? `${command}, ${first?.label}` : command;
}
