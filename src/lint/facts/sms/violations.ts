import type { FolderKind } from "../../../eas/folderKinds";
import type { MessageView } from "../../view";
import type { Collection, OptionSet } from "./collections";
import { canHoldMail, isSmsClass } from "./smsClass";

/** Why a server responds with status 4 to a collection of a request [MS-ASMS 3.2.5.1, 3.2.5.2]. */
export interface StatusViolation {
  readonly kind: "filter" | "third-options" | "class-in-mail" | "class-elsewhere";
  readonly node: number;
  /** A description to insert into a sentence. */
  readonly what: string;
}

/**
 * Whether options are certainly for SMS or e-mail, whose FilterType is 0 to 5: by their class, by their
 * folder, or because the other set is for SMS.
 */
function isForMail({ className }: OptionSet, { options }: Collection, kind: FolderKind): boolean {
  if (className !== undefined) return isSmsClass(className) || className === "Email";
  return canHoldMail(kind) ?? options.some(({ isSms }) => isSms);
}

/** Whether a FilterType is valid for e-mail and SMS: 0 to 5 [MS-ASMS 3.1.4.1.1.2]. */
function isMailFilter(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= 5;
}

/** Finds the FilterType elements of a collection that are out of range for SMS and e-mail. */
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
 * Finds the FilterType of options without a class that would be valid for a calendar or for tasks, if the
 * kind of the folder is unknown.
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

/** Finds classes that do not match the folder; none if its kind is unknown. */
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
            what: `class ${className} is requested in a mail folder`,
          },
        ]
      : [
          {
            kind: "class-elsewhere",
            node: classNode,
            what: `class ${className} is requested in a folder that is not a mail folder`,
          },
        ];
  });
}

/**
 * Finds everything for which a server responds with status 4 to a collection of a request. FilterType counts
 * only for Sync: GetItemEstimate responds to it differently.
 */
export function findStatusViolations(
  view: MessageView,
  collection: Collection,
  kind: FolderKind,
): readonly StatusViolation[] {
  const filters = view.command === "Sync" ? findFilterViolations(collection, kind) : [];
  return [...filters, ...findOptionsViolations(collection), ...findClassViolations(collection, kind)];
}
