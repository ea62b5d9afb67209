import { type SpecReference, spec } from "../../../eas/elements/element";
import type { MessageView } from "../../view";

/**
 * Finds the section that states for GetItemEstimate what a rule's own section states for Sync: the one
 * given; `undefined` in messages of other commands.
 */
export function findEstimateSpec({ command }: MessageView, section: string): SpecReference | undefined {
  return command === "GetItemEstimate" ? spec(section) : undefined;
}
