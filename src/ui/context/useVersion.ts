import { useMemo } from "react";
import type { ProtocolVersion } from "../../eas/versions";
import type { Editing } from "../../store/editing";
import { type OpenCapture, useInspector } from "../../store/inspector";
import { useJudge } from "../judge/useJudge";

/** The protocol version that the shown message is taken for; `undefined` where nobody says. */
export function useVersion(editing: Editing, open: OpenCapture): ProtocolVersion | undefined {
  const judge = useJudge();
  const chosen = useInspector((state) => state.context);
  return useMemo(
    () => judge?.settle(editing, open.capture, chosen).version,
    [judge, editing, open.capture, chosen],
  );
}
