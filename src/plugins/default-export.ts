/** What a module exports as its default. One compiled from `export default` to CommonJS comes wrapped twice. */
export function defaultExport({ default: main }: { readonly default?: unknown }): unknown {
  return typeof main === 'object' && main !== null && 'default' in main ? main.default : main;
}
