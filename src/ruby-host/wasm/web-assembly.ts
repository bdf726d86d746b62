/** The part of WebAssembly's interface that is used here: it is Node's, too, but its types are the browser's. */

/** A program's memory; `buffer` is another one whenever it has grown. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  /** @param blocks of 64 KB */
  grow(blocks: number): number;
}

/** What a program may call. */
export type Imports = Readonly<Record<string, (...args: never[]) => unknown>>;

/** A function that a program exports. */
export type Export = (...args: number[]) => number;

interface WebAssemblyInterface {
  readonly Module: {
    new (bytes: Uint8Array): object;
    imports(module: object): readonly { readonly module: string; readonly name: string }[];
  };
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Imports>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

/** Node's own. */
export const webAssembly: WebAssemblyInterface = (
  globalThis as unknown as { WebAssembly: WebAssemblyInterface }
).WebAssembly;
