import { type ElementEntry, listChildElements } from "../../../eas/catalogue";
import { reverseDirection } from "../../../eas/direction";
import { spec } from "../../../eas/elements/element";
import { findElementSpec } from "../../facts/schema/elementSpec";
import { findSchemaViolations } from "../../facts/schema/schema";
import { removalFix } from "../../fix";
import type { Rule } from "../../rule";
import type { MessageView } from "../../view";

/** Describes in a sentence where else the same command allows an element. */
function describePlaces({ places }: ElementEntry, command: string | undefined): string {
  const parents = [
    ...new Set(places.filter((place) => place.command === command).map(({ parent }) => parent ?? "the root")),
  ];
  return parents.length === 0
    ? `${command ?? "This command"} does not use it at all.`
    : `It belongs in ${parents.slice(0, 4).join(", ")}.`;
}

/** Whether the schema of the opposite direction would allow the element. */
function isForOtherDirection(view: MessageView, entry: ElementEntry, parent: ElementEntry): boolean {
  if (view.command === undefined || view.direction === undefined) return false;
  const other = reverseDirection(view.direction);
  return listChildElements(view.command, other, parent.key).some(({ element }) => element === entry);
}

/** An element in a parent where the command's schema does not allow it. */
export const misplaced: Rule = {
  id: "schema/misplaced",
  title: "Element not allowed here",
  severity: "error",
  spec: spec("MS-ASCMD 2.2.1"),
  why:
    "Servers validate requests against the schema and respond with a protocol error. Clients skip " +
    "unexpected elements.",
  messages: {
    parent: "{element} is not allowed in {parent}. {elsewhere}",
    direction: "{element} is allowed in {parent} only in a {other}, but this is a {direction}.",
  },
  message: (view, report) => {
    for (const finding of findSchemaViolations(view)) {
      if (finding.kind !== "misplaced") continue;
      const { node, entry, parent, count } = finding;
      const fixes = [removalFix(`Remove ${entry.name}`, view, node, false)];
      const where = findElementSpec(view, view.parent(node), entry);
      const data = { element: entry.key, parent: parent.key, elsewhere: describePlaces(entry, view.command) };
      if (!isForOtherDirection(view, entry, parent))
        report(node, "parent", { data, spec: where, fixes, count });
      else
        report(node, "direction", {
          data: {
            ...data,
            direction: view.direction,
            other: view.direction && reverseDirection(view.direction),
          },
          spec: where,
          fixes,
          count,
        });
    }
  },
  examples: [
    {
      title: "a FolderSync request",
      messages: ['<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>'],
      finds: [],
    },
    {
      title: "an element of another command",
      messages: [
        '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey><ParentId>1</ParentId></FolderSync>',
      ],
      finds: ["parent"],
      fixed: '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>',
    },
    {
      title: "an element of the response in a request",
      messages: [
        {
          xml: '<FolderSync xmlns="FolderHierarchy"><Status>1</Status><SyncKey>0</SyncKey></FolderSync>',
          direction: "request",
        },
      ],
      finds: ["direction"],
    },
  ],
};
