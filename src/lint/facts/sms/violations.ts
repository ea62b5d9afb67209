import type { FolderKind } from "../../../eas/folderKinds";
import type { MessageView } from "../../view";
import type { Collection, OptionSet } from "./collections";
import { canHoldMail, isSmsClass } from "./smsClass";

/** What makes a server answer status 4 to a collection of a request [MS-ASMS 3.2.5.1, 3.2.5.2]. */
export interface StatusViolation {
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
  return canHoldMail(kind) ?? options.some(({ isSms }) => isSms);
}

/** Whether a FilterType is one that e-mail and SMS have: 0 to 5 [MS-ASMS 3.1.4.1.1.2]. */
function isMailFilter(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= 5;
}

/** Finds the FilterType elements of a collection that are out of the range of SMS and e-mail. */
export function findFilterViolations(collection: Collection, kind: FolderKind): readonly StatusViolation[] {
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
 * Finds the FilterType of options without a class that would be right for a calendar or for tasks, where the
 * kind of the folder is not known.
 */
export function findUndecidedFilters(
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

/** Finds every Options after the second. */
export function findOptionsViolations({ options }: Collection): readonly StatusViolation[] {
  return options
    .slice(2)
    .map(({ node }) => ({ kind: "third-options", node, what: "a Collection has more than two Options" }));
}

/** Finds classes that do not go with the folder; none where its kind is not known. */
export function findClassViolations({ options }: Collection, kind: FolderKind): readonly StatusViolation[] {
  const isMail = canHoldMail(kind);
  if (isMail === undefined) return [];
  return options.flatMap(({ className, isSms, classNode }): readonly StatusViolation[] => {
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
 * Finds everything that makes a server answer status 4 to a collection of a request. FilterType counts only
 * for Sync: GetItemEstimate answers it in another way.
 */
export function findStatusViolations(
  view: MessageView,
  collection: Collection,
  kind: FolderKind,
): readonly StatusViolation[] {
  const filters = view.command === "Sync" ? findFilterViolations(collection, kind) : [];
  return [...filters, ...findOptionsViolations(collection), ...findClassViolations(collection, kind)];
}
