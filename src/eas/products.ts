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
