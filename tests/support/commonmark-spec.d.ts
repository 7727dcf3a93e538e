// Types for the npm package commonmark-spec, which has none.

declare module "commonmark-spec" {
  export const tests: readonly { readonly markdown: string; readonly section: string; readonly number: number }[];
}
