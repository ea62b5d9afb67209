import { useMemo } from "react";
import type { MessageContext } from "../../session/messageContext";
import type { OpenCapture } from "../../store/inspector";
import { useExchange } from "../../store/session";
import { useEasFacts } from "./useEasFacts";

/**
 * What is known about the message that is shown; `undefined` until the code that reads its elements is
 * loaded.
 */
export function useMessageContext(open: OpenCapture): MessageContext | undefined {
  const easFacts = useEasFacts();
  const exchange = useExchange(open);
  return useMemo(() => easFacts?.readContext(open, exchange), [easFacts, open, exchange]);
}
