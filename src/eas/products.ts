const products = ["exchange2010", "exchange2010sp1", "exchange2013", "unknown"] as const;

/** The server product, if its release affects what is valid. */
export type Product = (typeof products)[number];

/** Whether a text is the name of a product. */
export function isProduct(text: string): text is Product {
  return products.some((product) => product === text);
}
