/**
 * dart-sass, loaded when the first style sheet is compiled: `sass-embedded` where it is installed (its start costs a quarter of
 * a second), else the `sass` that comes with the package (more than one). It can outlive a build, so that a server that builds
 * again and again starts it once.
 */
import { createRequire } from 'node:module';
import type { Compiler, Exception } from 'sass';

const require = createRequire(import.meta.url);

type SassModule = Pick<typeof import('sass'), 'initCompiler' | 'Exception'>;

/** Holds the process, if one was started; nothing of any style sheet. */
export class SassEngine {
  private loaded: { readonly module: SassModule; readonly compiler: Compiler } | null = null;

  /** @param runFile gives what the package's own copy exports, a file of CommonJS; default: Node's `require` */
  constructor(private readonly runFile: (file: string) => unknown = (file) => require(file)) {}

  /** @internal Its type is that of a package which users need not have. */
  get compiler(): Compiler {
    return this.load().compiler;
  }

  /** Whether Sass itself threw this: an error in a style sheet. @internal */
  isSassError(error: unknown): error is Exception {
    return error instanceof this.load().module.Exception;
  }

  /** Ends the process; the next use starts another. */
  dispose(): void {
    this.loaded?.compiler.dispose();
    this.loaded = null;
  }

  private load(): { readonly module: SassModule; readonly compiler: Compiler } {
    if (this.loaded === null) {
      const module = this.loadModule();
      this.loaded = { module, compiler: module.initCompiler() };
    }
    return this.loaded;
  }

  private loadModule(): SassModule {
    const module = isInstalled('sass-embedded')
      ? require('sass-embedded')
      : this.runFile(require.resolve('#sass'));
    return module as SassModule;
  }
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}
