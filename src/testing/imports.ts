/**
 * Removes comments first, because an import mentioned in a comment is not an import. Strings that contain
 * `//` lose only text without imports.
 */
export function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[\s;{}(,])\/\/.*$/gm, "$1");
}

const SPECIFIERS = [
  /(?:^|[;\n])\s*(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']/g,
  /(?:^|[;\n])\s*import\s*["']([^"']+)["']/g,
  /\bimport\s*\(\s*["']([^"']+)["']\s*\)/g,
  /\bnew URL\(\s*["'](\.[^"']+)["']\s*,\s*import\.meta\.url/g,
];

/**
 * Every module that a source text imports: statically, for side effects, dynamically, or by URL, as for
 * workers.
 */
export function specifiers(code: string): string[] {
  const plain = withoutComments(code);
  return SPECIFIERS.flatMap((pattern) =>
    Array.from(plain.matchAll(pattern), ([, specifier = ""]) => specifier),
  );
}
