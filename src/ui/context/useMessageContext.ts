import { useMemo } from "react";
import type { MessageContext } from "../../session/messageContext";
import { type OpenCapture, useInspector } from "../../store/inspector";
import { useJudge } from "../judge/useJudge";

/** What is known of the message that is shown; `undefined` until what reads its elements is loaded. */
export function useMessageContext(open: OpenCapture): MessageContext | undefined {
  const judge = useJudge();
  const chosen = useInspector((state) => state.context);
  return useMemo(() => judge?.readContext(open, chosen), [judge, open, chosen]);
}
