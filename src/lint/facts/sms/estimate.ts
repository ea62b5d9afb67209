import { type SpecReference, spec } from "../../../eas/elements/element";
import type { MessageView } from "../../view";

/**
 * The section that says for GetItemEstimate what a rule's own section says for Sync; `undefined` in messages
 * of other commands.
 */
export function ofEstimate({ command }: MessageView, section: string): SpecReference | undefined {
  return command === "GetItemEstimate" ? spec(section) : undefined;
}
