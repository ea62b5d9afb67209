const releases = [
  "exchange2010",
  "exchange2010sp1",
  "exchange2013",
  "exchange2016",
  "exchange2019",
  "exchangeSE",
  "exchangeOnline",
] as const;

const products = [...releases, "other", "unknown"] as const;

/** A release of Exchange. */
type Release = (typeof releases)[number];

/** The server product, if its release affects what is valid; "other" is one that is not Exchange. */
export type Product = (typeof products)[number];

/** Whether a text is the name of a product. */
export function isProduct(text: string): text is Product {
  return products.some((product) => product === text);
}

/**
 * Whether a product is a release of Exchange or a later one, so that it has what came with that release.
 * False for a product that is not Exchange, or not known.
 */
export function isAtLeast(product: Product, release: Release): boolean {
  return releases.findIndex((name) => name === product) >= releases.indexOf(release);
}

const EXCHANGE_SE_BUILD = 2562;

/**
 * The release of Exchange that a server names in the header MS-Server-ActiveSync: "15.2" is Exchange 2019,
 * and "15.2.2562.17" Exchange Server SE, whose builds continue those of 2019. "unknown" for other numbers.
 */
export function findProduct(serverVersion: string): Product {
  const [major, minor = -1, build = 0] = serverVersion.trim().split(".").map(Number);
  if (major === 14 && minor >= 0) return minor === 0 ? "exchange2010" : "exchange2010sp1";
  if (major !== 15) return "unknown";
  if (minor === 2) return build >= EXCHANGE_SE_BUILD ? "exchangeSE" : "exchange2019";
  return BY_MINOR.get(minor) ?? "unknown";
}

const BY_MINOR: ReadonlyMap<number, Product> = new Map([
  [0, "exchange2013"],
  [1, "exchange2016"],
  [20, "exchangeOnline"],
]);
