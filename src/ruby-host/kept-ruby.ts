/** A Ruby that outlives builds: each begins at the moment at which the plugins had been loaded. */
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../model/diagnostic.js';
import type { KeptHosts } from '../model/kept-hosts.js';
import type { RubyHash } from '../ruby/value.js';
import { type EngineOptions, startEngine } from './find-engine.js';
import type { PlainCode } from './plain-code.js';
import { webAssembly } from './wasm/web-assembly.js';
import type { Wire } from './wire.js';

/** What loading the plugins of a site gave. */
export interface LoadedFiles {
  /** Stands for all that they were loaded by. */
  readonly key: string;
  /** What each file registers, by its absolute path. */
  readonly records: ReadonlyMap<string, RubyHash>;
  /** Which of it keeps nothing. */
  readonly code: PlainCode;
  /** What was said meanwhile. */
  readonly told: readonly Diagnostic[];
  /** Whether no file of theirs has changed since. */
  readonly isFresh: () => boolean;
}

/** A Ruby for one build. */
export interface OpenRuby {
  readonly wire: Wire;
  /** `null` when the files are yet to be loaded. */
  readonly loaded: LoadedFiles | null;
  /** Told once they are. */
  keep(loaded: LoadedFiles): void;
  /** @param isBroken whether it answers no more */
  close(isBroken: boolean): void;
}

/** Starts a Ruby that ends with the build. */
export function openOnce(options: EngineOptions): OpenRuby {
  const wire = startEngine(options, false, () => null);
  return { wire, loaded: null, keep: () => {}, close: () => wire.close() };
}

/** The one that is kept here. */
export function keptRuby(hosts: KeptHosts): KeptRuby {
  const name = 'ruby';
  const kept = hosts.get(name);
  if (kept instanceof KeptRuby) return kept;
  const made = new KeptRuby();
  hosts.set(name, made);
  return made;
}

interface Kept {
  /** What it was started with. */
  readonly options: string;
  readonly wire: Wire;
  loaded: LoadedFiles | null;
}

class KeptRuby {
  private kept: Kept | null = null;
  private isOpen = false;
  private readonly programs = new Map<string, object>();

  /** A Ruby for a build. @param key of what is going to be loaded */
  open(options: EngineOptions, key: string): OpenRuby {
    // Of two builds at once, the second has its own.
    if (this.isOpen) return openOnce(options);
    const kept = this.at(options, key);
    this.isOpen = true;
    return {
      wire: kept.wire,
      loaded: kept.loaded,
      keep: (loaded) => {
        kept.wire.mark();
        kept.loaded = loaded;
      },
      close: (isBroken) => {
        this.isOpen = false;
        if (isBroken || !kept.wire.reset()) this.dispose();
      },
    };
  }

  /** Ends it. */
  dispose(): void {
    this.kept?.wire.close();
    this.kept = null;
  }

  private at(options: EngineOptions, key: string): Kept {
    const { kept } = this;
    const text = JSON.stringify(options);
    if (kept?.options === text) {
      if (kept.loaded === null || (kept.loaded.key === key && kept.loaded.isFresh())) return kept;
      kept.loaded = null;
      if (kept.wire.drop()) return kept;
    }
    this.dispose();
    this.kept = { options: text, wire: startEngine(options, true, this.compile), loaded: null };
    return this.kept;
  }

  private readonly compile = (path: string): object => {
    let program = this.programs.get(path);
    if (program === undefined) {
      this.programs.set(path, (program = new webAssembly.Module(readFileSync(path))));
    }
    return program;
  };
}
