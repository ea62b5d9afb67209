type ClassName = string | Readonly<Record<string, boolean>>;

/** Joins CSS class names. Of an object, it takes the names whose value is true. */
export function joinClasses(...names: readonly ClassName[]): string {
  return names
    .flatMap((name) =>
      typeof name === "string" ? [name] : Object.keys(name).filter((key) => name[key] === true),
    )
    .join(" ");
}
