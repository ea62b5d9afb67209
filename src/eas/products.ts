const products = ["exchange2010", "exchange2010sp1", "exchange2013", "unknown"] as const;

/** The server, where its release changes what is right. */
export type Product = (typeof products)[number];

/** Whether a text names a product. */
export function isProduct(text: string): text is Product {
  return products.some((product) => product === text);
}
