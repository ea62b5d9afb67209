// What the page knows of EAS beyond names, in one chunk that is loaded when first needed: inference,
// statuses.

import { statusesOf } from "../../assist/explain";
import type { LinkedDocument } from "../../document/open";
import { isProtocolVersion, type ProtocolVersion } from "../../eas/versions";
import type { Capture } from "../../formats/format";
import { type Inferred, inferContext } from "../../session/context";
import { readElements } from "../../session/elements";
import type { Editing } from "../../store/editing";
import type { ChosenContext } from "../../store/inspector";

/**
 * What a Status element's number is called in its command; `undefined` for other elements and unknown
 * numbers.
 */
export function statusName(document: LinkedDocument, node: number, value: string): string | undefined {
  const { key, parent } = readElements(document);
  return statusesOf(document, value, key(parent(node)))[0]?.name;
}

/** Where a fact about the message comes from. */
export type Source = "chosen" | "HTTP" | "elements" | "unknown";

/** What is taken for the message that is shown, and where from. */
export interface Settled {
  readonly command: string | undefined;
  readonly direction: "request" | "response" | undefined;
  readonly directionFrom: Source;
  readonly version: ProtocolVersion | undefined;
  readonly versionFrom: Source;
  readonly inferred: Inferred;
}

/** A message's command, direction and version: as chosen, else as HTTP says, else as its elements tell. */
export function settle({ document }: Editing, capture: Capture | undefined, chosen: ChosenContext): Settled {
  const inferred = inferContext(document);
  const httpVersion =
    capture?.version !== undefined && isProtocolVersion(capture.version) ? capture.version : undefined;
  return {
    command: capture?.command ?? inferred.command,
    direction: chosen.direction === "auto" ? (capture?.direction ?? inferred.direction) : chosen.direction,
    directionFrom:
      chosen.direction !== "auto"
        ? "chosen"
        : capture?.direction !== undefined
          ? "HTTP"
          : inferred.direction === undefined
            ? "unknown"
            : "elements",
    version: chosen.version === "auto" ? httpVersion : chosen.version,
    versionFrom: chosen.version !== "auto" ? "chosen" : httpVersion === undefined ? "unknown" : "HTTP",
    inferred,
  };
}
