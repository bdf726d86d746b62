/**
 * What somebody looks at, made as soon as a file is saved: the build that follows decides on the whole site, and whoever waits wants one
 * page of it. The page is made as that build will find it, after all that the turns before it left at the last build. Should one of those
 * leave something else now, the build that follows makes the page once more; what is wrong, it tells.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RenderedPass } from './build-pass.js';
import { type Change, changesOf } from './first-changes.js';
import type { Config } from './model/config.js';
import { SiteError } from './model/diagnostic.js';
import { IN_MEMORY } from './model/output.js';
import type { Renderable } from './model/page.js';
import type { Effects, Turn } from './model/turn.js';
import { createRendering, type Rendering } from './render/create-rendering.js';
import { createExtensions, type ExtensionParts } from './render/extensions.js';
import { renderPage } from './render/page.js';
import { LostStateError } from './reuse/lost-state.js';
import { Recorder } from './reuse/recorder.js';
import type { StoredTurn, TurnStore } from './reuse/turn-store.js';
import { utf8 } from './ruby/encoding.js';
import { isFile } from './ruby/file-test.js';
import { withTimeZone } from './ruby/time/time-zone.js';
import { allDocuments } from './site/site-files.js';
import { openCache } from './write/cache.js';
import { withLock } from './write/lock.js';
import { replaceFile } from './write/replace-file.js';
import { StagedFile } from './write/staged-file.js';

/**
 * Writes the pages that a save is most likely about, where they can be told without a build.
 *
 * @param changed absolute paths of all that was saved since the last build
 * @param shown   paths that somebody looks at, relative to the destination
 * @returns paths of what was written, likewise; none where only a build can tell
 */
export type FirstLook = (
  changed: readonly string[],
  shown: ReadonlySet<string>,
) => Promise<readonly string[]>;

/** What a first look goes by. */
export interface LookParts {
  /** The last build's one pass, which went well. */
  readonly pass: RenderedPass;
  /** What was kept of it. */
  readonly store: TurnStore;
  /** What it was read by. */
  readonly config: Config;
  readonly tools: Omit<ExtensionParts, 'recorder'>;
}

/** More files than anybody saves by hand. */
const MOST = 10;

/** A first look at what follows a build; `null` where hooks may do anything to each page. */
export function firstLookAfter(parts: LookParts): FirstLook | null {
  if (parts.tools.hooks.hasItemHooks || parts.pass.site.holdsReferences) return null;
  return async (changed, shown) => {
    if (changed.length > MOST) return [];
    try {
      const extensions = await createExtensions(parts.config, {
        ...parts.tools,
        recorder: new Recorder(() => {}, true),
      });
      return withTimeZone(parts.config.timezone, () => {
        const change = changesOf(changed, parts.pass, parts.config);
        if (change === null) return [];
        const { site } = change;
        const assignUrl = (): void => {};
        const tools = {
          ...extensions,
          names: new Map(),
          assignUrl,
          onProgress: () => {},
          ahead: null,
          reuse: null,
        };
        const storage = {
          ...IN_MEMORY,
          keep: (_file: Renderable, output: string) => output,
          find: () => null,
        };
        const look = new Look(createRendering(site, { ...tools, storage }), parts, change);
        return look.write(shown);
      });
    } catch (error) {
      if (isOfBuild(error)) return [];
      throw error;
    }
  };
}

/** Whether something is what the build that follows meets, too, and tells. */
function isOfBuild(error: unknown): boolean {
  if (error instanceof SiteError || error instanceof LostStateError) return true;
  return error instanceof Error && 'code' in error;
}

class Look {
  constructor(
    private readonly rendering: Rendering,
    private readonly parts: LookParts,
    private readonly change: Change,
  ) {}

  /** Makes what is wanted, each in its turn, and puts it in its place. */
  write(shown: ReadonlySet<string>): readonly string[] {
    const { site } = this.rendering;
    const files: readonly Renderable[] = [...allDocuments(site), ...site.pages];
    const wanted = new Set(files.filter((file) => this.isWanted(file, shown)));
    const made = new Map<string, string>();
    for (const file of files) {
      if (wanted.size === 0) break;
      if (wanted.delete(file)) made.set(file.outputPath, this.make(file));
      else this.skip(file);
    }
    return this.put(made);
  }

  private isWanted({ id, outputPath }: Renderable, shown: ReadonlySet<string>): boolean {
    const { touched, isEverywhere } = this.change;
    const stored = this.parts.store.turns.get(id);
    if (stored?.output.kind !== 'file') return false;
    return touched.has(id) ? stored.isAsRead : isEverywhere && shown.has(outputPath);
  }

  private make(file: Renderable): string {
    const { recorder, state, outputEncoding } = this.rendering;
    const { keys, effects, diagnostics } = recorder.turn(file, () => {
      for (const page of renderPage(file, this.rendering, null)) recorder.addedPage(page);
    });
    const output = state.outputOf(file) ?? '';
    const encoding = outputEncoding.of(file, output, keys);
    if (encoding !== utf8.name || !output.isWellFormed()) throw new LostStateError();
    state.finish({
      id: file.id,
      keys,
      effects,
      diagnostics,
      content: state.contentOf(file),
      output,
      encoding,
    });
    return output;
  }

  /** Leaves what a turn left at the last build. */
  private skip(file: Renderable): void {
    const { payload, recorder, state } = this.rendering;
    const stored = this.parts.store.turns.get(file.id);
    if (stored === undefined) throw new LostStateError();
    const effects = this.withoutTouched(stored.effects);
    payload.skip(() => recorder.restore(effects.carried));
    state.finish(this.turnOf(file, stored, effects));
  }

  /** Excerpts of what was saved are other ones. */
  private withoutTouched(effects: Effects): Effects {
    const stale = [...this.change.touched].map((id) => `excerpt ${id}` as const);
    if (!stale.some((name) => effects.carried.has(name))) return effects;
    const carried = new Map(effects.carried);
    for (const name of stale) carried.delete(name);
    return { ...effects, carried };
  }

  private turnOf(file: Renderable, { output, ...stored }: StoredTurn, effects: Effects): Turn {
    const { destination: folder } = this.parts.config.directories;
    const place = { folder, name: file.outputPath, size: 0, isInPlace: true };
    return {
      id: file.id,
      keys: { all: () => [] },
      effects,
      content: stored.content ?? file.body,
      output: output.kind === 'text' ? output.text : new StagedFile({ ...place, hash: output.hash }),
      encoding: stored.encoding,
      diagnostics: stored.diagnostics,
    };
  }

  private put(made: ReadonlyMap<string, string>): readonly string[] {
    const { config } = this.parts;
    const { destination } = config.directories;
    const written: string[] = [];
    withLock(
      openCache(config, () => {}),
      () => {
        for (const [path, text] of made) {
          const target = join(destination, path);
          const bytes = Buffer.from(text);
          if (!isFile(target) || readFileSync(target).equals(bytes)) continue;
          replaceFile(target, randomBytes(4).toString('hex'), (temporary) => {
            writeFileSync(temporary, bytes);
            renameSync(temporary, target);
          });
          written.push(path);
        }
      },
    );
    return written;
  }
}
