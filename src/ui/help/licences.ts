/** The licence of one work that the page contains. */
export interface Licence {
  readonly name: string;
  /** For a part of another work that has none of its own, the work and its version. */
  readonly version: string;
  /** As an SPDX identifier. */
  readonly identifier: string;
  readonly text: string;
}

/** The texts for people; the build writes it beside the page. */
export const LICENCES_TEXT = "licences.txt";

/**
 * The licences of everything that the page contains, as the build has listed them. Rejects if there is no
 * such list, as during development, or if it does not arrive.
 */
export async function loadLicences(): Promise<readonly Licence[]> {
  const answer = await fetch(new URL("licences.json", document.baseURI));
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return answer.json();
}
