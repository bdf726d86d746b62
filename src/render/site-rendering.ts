import type { RenderContext } from '../liquid/context.js';
import type { Engine } from '../liquid/engine.js';
import { LiquidError } from '../liquid/errors.js';
import { FilterError } from '../liquid/filter.js';
import type { DependencyKey } from '../model/dependency.js';
import type { Hooks } from '../model/hooks.js';
import type { TextStorage } from '../model/output.js';
import { groupOf, type Renderable, type SiteFile } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { SitePart, SiteRendering } from '../model/site-rendering.js';
import type { Recorder } from '../reuse/recorder.js';
import { allDocuments, allStaticFiles } from '../site/site-files.js';
import type { SiteDrop } from './drops/site-drop.js';
import type { Payload } from './payload.js';
import type { RenderState } from './render-state.js';
import { keysOfPart } from './site-parts.js';

/** What it is made of. */
interface SiteRenderingParts {
  readonly site: Site;
  readonly siteDrop: SiteDrop;
  readonly state: RenderState;
  readonly engine: Engine;
  readonly context: RenderContext;
  readonly payload: Payload;
  readonly storage: TextStorage;
  readonly recorder: Recorder;
  readonly hooks: Hooks;
}

/** A site's rendering as plugins ask it; what they read is recorded as a template's reads are. */
export function createSiteRendering(parts: SiteRenderingParts): SiteRendering {
  const { site, siteDrop, state, engine, context, payload, storage, recorder, hooks } = parts;
  let files: ReadonlyMap<string, Renderable> | null = null;
  let all: ReadonlyMap<string, SiteFile> | null = null;
  const parted = new Map<SitePart, readonly DependencyKey[]>();
  const keysOf = (part: SitePart): readonly DependencyKey[] => {
    let keys = parted.get(part);
    if (keys === undefined) parted.set(part, (keys = keysOfPart(part, site)));
    return keys;
  };
  const fileOf = (id: string): Renderable | undefined => {
    files ??= new Map([...site.pages, ...allDocuments(site)].map((file) => [file.id, file]));
    return files.get(id) ?? siteDrop.allPages.find((page) => page.id === id);
  };
  return {
    fileValue: (id) => siteDrop.fileValue(id),
    contentOf(id) {
      const file = fileOf(id);
      return file === undefined ? null : state.contentOf(file);
    },
    outputOf(id) {
      const file = fileOf(id);
      return file === undefined ? null : state.outputOf(file);
    },
    setOutput(id, output) {
      const [file, turn] = [fileOf(id), state.turns.get(id)];
      if (file === undefined || turn === undefined) throw new Error(`the turn of ${id} is not over`);
      state.finish({ ...turn, output: storage.keep(file, output, turn.encoding) });
    },
    depend: (key) => context.depend(key),
    dependOnFile(id, attribute) {
      all ??= new Map(
        [...site.pages, ...allDocuments(site), ...allStaticFiles(site)].map((one) => [one.id, one]),
      );
      const file = all.get(id);
      // Copies know nothing of what hooks write meanwhile, and of pages that come up.
      if (file === undefined || hooks.hasItemHooks) context.depend('unseen');
      else recorder.readAttribute(groupOf(file), id, attribute);
    },
    dependOnAll(part) {
      recorder.dependOnAll(keysOf(part));
      if (part === 'files' && hooks.hasItemHooks) context.depend('unseen');
    },
    global: (name) => payload.get(name) ?? context.globals.get(name) ?? context.methods.get(name) ?? null,
    setGlobal: (name, value) => void payload.set(name, value),
    applyFilter: (name, args) => engine.applyFilter(name, context, payload, args),
    renderLiquid(text, names) {
      try {
        return engine.parse(text, '').render(context, new Map([...payload, ...names]));
      } catch (error) {
        if (error instanceof LiquidError) throw new FilterError(error.message, false);
        throw error;
      }
    },
  };
}
