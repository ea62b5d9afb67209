import { spec } from "../../../eas/elements/element";
import { findElementSpec } from "../../facts/schema/elementSpec";
import { findSchemaViolations } from "../../facts/schema/schema";
import { removalFix } from "../../fix";
import type { Rule } from "../../rule";

/** More occurrences of an element than its place allows. */
export const tooMany: Rule = {
  id: "schema/too-many",
  title: "Too many occurrences of an element",
  severity: "error",
  spec: spec("MS-ASCMD 2.2.3"),
  why: "A peer rejects the message, or reads one occurrence and silently drops the others.",
  messages: { child: "{element} may occur here {max}, but this is one more. Remove it." },
  message: (view, report) => {
    for (const finding of findSchemaViolations(view)) {
      if (finding.kind !== "too-many") continue;
      const { node, entry, max, count } = finding;
      report(node, "child", {
        data: { element: entry.key, max: max === 1 ? "once" : `${max} times` },
        spec: findElementSpec(view, view.parent(node), entry),
        fixes: [removalFix(`Remove this ${entry.name}`, view, node, false)],
        count,
      });
    }
  },
  examples: [
    {
      title: "one SyncKey",
      messages: ['<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>'],
      finds: [],
    },
    {
      title: "two",
      messages: ['<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey><SyncKey>1</SyncKey></FolderSync>'],
      finds: ["child"],
      fixed: '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>',
    },
  ],
};
