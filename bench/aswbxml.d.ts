/** The package has no types. */
declare module "aswbxml" {
  const codec: { readonly decode: (bytes: Uint8Array, codePage: string) => unknown };
  export default codec;
}
