import { useMemo } from "react";
import type { Exchange } from "../../session/conversations";
import type { MessageContext } from "../../session/messageContext";
import { editingOf, type OpenCapture } from "../../store/inspector";
import { adviseVersion, type VersionAdvice } from "./contextWords";
import { useEasFacts } from "./useEasFacts";

/** What is known about a message without what the user chose for it. */
export function useDetectedContext(
  open: OpenCapture,
  exchange: Exchange | undefined,
): MessageContext | undefined {
  const easFacts = useEasFacts();
  return useMemo(() => {
    const { context: _chosen, ...detected } = open;
    return easFacts?.readContext(detected, exchange);
  }, [easFacts, open, exchange]);
}

/** What the payload needs that the version in force does not have; `undefined` if it has everything. */
export function useVersionAdvice(
  open: OpenCapture,
  exchange: Exchange | undefined,
  context: MessageContext,
): VersionAdvice | undefined {
  const easFacts = useEasFacts();
  const detected = useDetectedContext(open, exchange)?.version;
  const document = editingOf(open)?.document;
  const { command, direction, version } = context;
  return useMemo(() => {
    if (easFacts === undefined || document === undefined || version === undefined) return undefined;
    const need = easFacts.findVersionNeed(document, { command, direction }, version);
    return need && adviseVersion(need, version, detected);
  }, [easFacts, document, command, direction, version, detected]);
}
