import type { ElementEntry } from "../eas/catalogue";
import type { ElementValue } from "../eas/elements/element";
import { listLegalValues, listValues, type ValueScope } from "./elementValues";

/** A value that an element can have, and whether it can have it at a place. */
export interface ValueChoice {
  readonly value: string;
  readonly name: string | undefined;
  readonly meaning: string;
  readonly isLegal: boolean;
}

/** Values next to each other that the same item classes define. */
export interface ClassGroup {
  /** How many values it has. */
  readonly count: number;
  /** The classes, "Email, SMS"; `undefined` if all define the values. */
  readonly classes: string | undefined;
}

/** The values of an element at a place, and which of them belong to the same classes. */
export interface ValueChoices {
  readonly choices: readonly ValueChoice[];
  /** Empty if the values do not depend on the class. */
  readonly groups: readonly ClassGroup[];
}

/**
 * The values that an element can have inside a parent, each with whether the version and the item class
 * allow it.
 */
export function listChoices(
  element: ElementEntry,
  parent: string | undefined,
  scope: ValueScope,
): ValueChoices {
  const all = listValues(element, parent, scope.command, scope.direction);
  const legal = new Set(listLegalValues(element, parent, scope).map(({ value }) => value));
  const choices = all.map(({ value, name, meaning }) => {
    return { value, name, meaning, isLegal: legal.has(value) };
  });
  return { choices, groups: groupByClasses(all) };
}

function groupByClasses(values: readonly ElementValue[]): readonly ClassGroup[] {
  if (values.every(({ classes }) => classes === undefined)) return [];
  const all = new Set(values.flatMap(({ classes = [] }) => classes));
  const groups: ClassGroup[] = [];
  for (const value of values) {
    const classes = value.classes?.length === all.size ? undefined : value.classes?.join(", ");
    const last = groups.at(-1);
    if (last === undefined || last.classes !== classes) groups.push({ count: 1, classes });
    else groups[groups.length - 1] = { ...last, count: last.count + 1 };
  }
  return groups;
}
