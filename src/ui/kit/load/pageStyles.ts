import { reportMissingPart } from "../crash/crashes";
import { listMissingLinks, loadStyles } from "./failedStyles";

/**
 * Looks whether the style sheets that the page starts with are there. Those that are not are loaded again; if
 * that fails, a message says so and has a button for it. Must be called before any part is loaded, since
 * parts bring style sheets of their own.
 */
export function checkPageStyles(): void {
  const missing = listMissingLinks();
  if (missing.length > 0) void loadAgain(missing);
}

async function loadAgain(addresses: readonly string[]): Promise<void> {
  try {
    await loadStyles(addresses);
  } catch (error) {
    reportMissingPart("The style of the page", error, () => void loadAgain(addresses));
  }
}
