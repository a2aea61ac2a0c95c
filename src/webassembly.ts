/**
 * WebAssembly, as much of it as is used here: TypeScript knows it only with the types of a browser.
 * Who has compiled code, and what that does, is not said here.
 */

export interface Memory {
  readonly buffer: ArrayBuffer;
  readonly grow: (pages: number) => number;
}

export interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => Memory;
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, object>>,
  ) => { readonly exports: unknown };
}

declare const WebAssembly: Engine | undefined;

/** Memory is given in pages of so many bytes. */
export const PAGE_BYTES = 65_536;

/** Undefined where the environment has none. */
export const engine: Engine | undefined =
  typeof WebAssembly === 'undefined' ? undefined : WebAssembly;

/** @returns null where there is no code, or the environment has not the instructions for it */
export function compile(code: Uint8Array | undefined): object | null {
  if (engine === undefined || code === undefined) return null;
  try {
    return new engine.Module(code);
  } catch {
    // Without vectors, or where code may not be made.
    return null;
  }
}
