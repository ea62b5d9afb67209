import { type SpecReference, spec } from "../../../eas/elements/element";
import type { MessageView } from "../../view";

/**
 * Returns a reference to the given section, which states for GetItemEstimate what a rule's own section states
 * for Sync; `undefined` in messages of other commands.
 */
export function findEstimateSpec({ command }: MessageView, section: string): SpecReference | undefined {
  return command === "GetItemEstimate" ? spec(section) : undefined;
}
