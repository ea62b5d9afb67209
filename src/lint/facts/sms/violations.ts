import type { FolderKind } from "../../../eas/folderKinds";
import type { MessageView } from "../../view";
import type { Collection, OptionSet } from "./collections";
import { holdsMail, isSmsClass } from "./smsClass";

/** What in a collection of a Sync or GetItemEstimate request earns status 4 [MS-ASMS 3.2.5.1, 3.2.5.2]. */
export interface Fault {
  readonly kind: "filter" | "third-options" | "class-in-mail" | "class-elsewhere";
  readonly node: number;
  /** What is wrong, as the middle of a sentence. */
  readonly what: string;
}

/**
 * Whether options are certainly for SMS or e-mail, whose FilterType is 0 to 5: by their class, by their
 * folder, or beside an SMS set.
 */
function isForMail({ className }: OptionSet, { options }: Collection, kind: FolderKind): boolean {
  if (className !== undefined) return isSmsClass(className) || className === "Email";
  return holdsMail(kind) ?? options.some(({ isSms }) => isSms);
}

/** Whether a FilterType is one that e-mail and SMS have: 0 to 5 [MS-ASMS 3.1.4.1.1.2]. */
export function isMailFilter(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= 5;
}

/** The FilterType elements of a collection that are out of the range of SMS and e-mail. */
export function filterFaults(collection: Collection, kind: FolderKind): readonly Fault[] {
  return collection.options
    .filter(
      (set) =>
        set.filter !== undefined &&
        set.filter !== "" &&
        isForMail(set, collection, kind) &&
        !isMailFilter(set.filter),
    )
    .map(({ filterNode, filter = "" }) => ({
      kind: "filter",
      node: filterNode,
      what: `FilterType ${filter} is not from 0 to 5`,
    }));
}

/**
 * The FilterType of options without a class, where it is right for a calendar or for tasks, and the kind of
 * the folder is not known.
 */
export function undecidedFilters(
  collection: Collection,
  kind: FolderKind,
): readonly { readonly node: number; readonly filter?: string }[] {
  if (kind !== "unknown") return [];
  return collection.options
    .filter(
      (set) =>
        set.className === undefined && /^[678]$/.test(set.filter ?? "") && !isForMail(set, collection, kind),
    )
    .map(({ filterNode, filter }) => ({ node: filterNode, ...(filter !== undefined && { filter }) }));
}

/** Every Options beyond the second. */
export function optionsFaults({ options }: Collection): readonly Fault[] {
  return options
    .slice(2)
    .map(({ node }) => ({ kind: "third-options", node, what: "a Collection has more than two Options" }));
}

/** Classes that do not go with the folder; none where its kind is not known. */
export function classFaults({ options }: Collection, kind: FolderKind): readonly Fault[] {
  const isMail = holdsMail(kind);
  if (isMail === undefined) return [];
  return options.flatMap(({ className, isSms, classNode }): readonly Fault[] => {
    if (className === undefined || className === "") return [];
    const isOfMail = isSms || className === "Email";
    if (isOfMail === isMail) return [];
    return isMail
      ? [
          {
            kind: "class-in-mail",
            node: classNode,
            what: `class ${className} is asked for in a folder of mail`,
          },
        ]
      : [
          {
            kind: "class-elsewhere",
            node: classNode,
            what: `class ${className} is asked for in a folder that is not of mail`,
          },
        ];
  });
}

/**
 * All that earns status 4 in a collection of a request. FilterType has other answers in GetItemEstimate and
 * counts for Sync alone.
 */
export function statusFaults(view: MessageView, collection: Collection, kind: FolderKind): readonly Fault[] {
  const filters = view.command === "Sync" ? filterFaults(collection, kind) : [];
  return [...filters, ...optionsFaults(collection), ...classFaults(collection, kind)];
}
