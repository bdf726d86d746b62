/** Lets plugins add to the site and change it, from the highest priority to the lowest (Jekyll 4.4.1, `Site#generate`). */
import type { Profile } from '../liquid/run/profile.js';
import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import type { Document, Page, Renderable, SiteFile } from '../model/page.js';
import {
  type Additions,
  type Change,
  type Generator,
  type GeneratorTools,
  PLUGIN_PRIORITIES,
  type SiteHook,
} from '../model/plugin.js';
import type { Collection, Site } from '../model/site.js';
import type { SiteRendering } from '../model/site-rendering.js';
import * as messages from '../report/messages.js';
import { placeInPlugin } from '../report/plugin-place.js';
import type { RubyHash, Value } from '../ruby/value.js';

/** What a generated site needs from the build: the generators' tools, but for what depends on the site as it is when one runs. */
export interface GeneratorHost
  extends Omit<GeneratorTools, 'urlOf' | 'relativeUrl' | 'absoluteUrl' | 'rendering'> {
  /** What a site would be rendered with. */
  readonly rendering: (site: Site) => SiteRendering;
  /** As the filters of these names make it under a configuration, which generators may have changed. */
  readonly relativeUrl: (path: string, config: Config) => string;
  readonly absoluteUrl: (path: string, config: Config) => string;
  /** Runs what waits for the `post_init` of a page that a generator made; the page as it is then. */
  readonly initialize: (page: Page) => Page;
  /** Sets the URL of a file that a generator made or changed. */
  readonly assignUrl: (file: SiteFile, site: Site) => void;
  /** Runs what must see the site's time zone; an asynchronous generator sees it until it waits for the first time. */
  readonly inZone: <T>(run: () => T) => T;
  /** Measures what runs; `null` for nothing. */
  readonly profile: Profile | null;
}

/** A generator and the name of the plugin it comes from. */
export interface PluginGenerator {
  readonly plugin: string;
  readonly generator: Generator;
}

/**
 * Runs the generators one after the other; each sees what those before it did.
 *
 * @throws SiteError for whatever a generator throws
 */
export async function runGenerators(
  site: Site,
  generators: readonly PluginGenerator[],
  host: GeneratorHost,
): Promise<Site> {
  const sorted = [...generators].sort(
    (a, b) => PLUGIN_PRIORITIES[b.generator.priority] - PLUGIN_PRIORITIES[a.generator.priority],
  );
  let current = site;
  for (const one of sorted) {
    const additions = await runOne(one, current, host);
    const initialized = withInitialized(additions, host);
    const pages = initialized.pages?.map((page) => ({ ...page, madeBy: one.plugin }));
    current = applyAdditions(current, pages ? { ...initialized, pages } : initialized, host);
  }
  return current;
}

function withInitialized(additions: Additions, host: GeneratorHost): Additions {
  return additions.pages ? { ...additions, pages: additions.pages.map(host.initialize) } : additions;
}

/** Runs a hook that may change the site, in the zone of times. */
export function runChangingHook(
  hook: SiteHook,
  site: Site,
  host: GeneratorHost,
  payload: Map<string, Value> | null,
): Site {
  const additions = host.inZone(() => hook.run(site, payload, toolsFor(site, host), null));
  return additions ? applyAdditions(site, withInitialized(additions, host), host) : site;
}

function toolsFor(site: Site, host: GeneratorHost): GeneratorTools {
  let rendering: SiteRendering | null = null;
  return {
    ...host,
    urlOf: (file) => urlOf(file, site, host),
    rendering: () => (rendering ??= host.rendering(site)),
    relativeUrl: (path) => host.relativeUrl(path, site.config),
    absoluteUrl: (path) => host.absoluteUrl(path, site.config),
  };
}

async function runOne(
  { generator, plugin }: PluginGenerator,
  site: Site,
  host: GeneratorHost,
): Promise<Additions> {
  try {
    const generate = async (): Promise<Additions> =>
      await host.inZone(() => generator.generate(site, toolsFor(site, host)));
    const { profile } = host;
    return profile === null
      ? await generate()
      : await profile.spanAsync('generator', generator.name, generate);
  } catch (error) {
    if (error instanceof SiteError) throw error;
    const place = placeInPlugin(error, new Error('called here'), site.config.directories.root);
    throw new SiteError(messages.generatorFailed(generator.name, plugin, error, place));
  }
}

function urlOf(file: SiteFile, site: Site, host: GeneratorHost): string {
  if (file.url === '') host.assignUrl(file, site);
  return file.url;
}

function applyAdditions(site: Site, additions: Additions, host: GeneratorHost): Site {
  const removed = new Set(additions.removed);
  const changes: ReadonlyMap<string, Change> = additions.changes ?? new Map();
  const inOrder = ordering(additions.order);
  const changed = <T extends Renderable>(files: readonly T[], added: readonly T[]): T[] =>
    inOrder([
      ...files
        .filter(({ id }) => !removed.has(id))
        .map((file) => (changes.has(file.id) ? { ...file, ...changes.get(file.id) } : file)),
      ...added,
    ]);
  const documentsOf = (label: string): Document[] =>
    (additions.documents ?? []).filter(({ collection }) => collection === label);
  const kept = <T extends SiteFile>(files: readonly T[]): T[] => files.filter(({ id }) => !removed.has(id));
  const next: Site = {
    ...site,
    config: additions.site
      ? { ...site.config, settings: merged(site.config.settings, additions.site) }
      : site.config,
    pages: changed(site.pages, additions.pages ?? []),
    data: additions.data ?? site.data,
    ...((site.holdsReferences || additions.holdsReferences) && { holdsReferences: true }),
    layouts: additions.layouts ? new Map([...additions.layouts, ...site.layouts]) : site.layouts,
    pageLists: new Map([...(site.pageLists ?? []), ...(additions.pageLists ?? [])]),
    staticFiles: [...kept(site.staticFiles), ...(additions.staticFiles ?? [])],
    collections: new Map(
      [...site.collections].map(([label, collection]): [string, Collection] => [
        label,
        {
          ...collection,
          documents: changed(collection.documents, documentsOf(label)),
          files: kept(collection.files),
        },
      ]),
    ),
  };
  const { pages = [], documents = [], staticFiles = [] } = additions;
  for (const file of [...pages, ...documents, ...staticFiles]) host.assignUrl(file, next);
  for (const file of everyText(next)) if (changes.has(file.id)) host.assignUrl(file, next);
  return next;
}

/** Puts a list into the order of its members' ids. */
function ordering(order: readonly string[] | undefined): <T extends Renderable>(files: T[]) => T[] {
  if (order === undefined) return (files) => files;
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ id }: Renderable): number => places.get(id) ?? order.length;
  return (files) => files.sort((a, b) => placeOf(a) - placeOf(b));
}

function merged(settings: RubyHash, additions: RubyHash): RubyHash {
  return new Map([...settings, ...additions]);
}

function* everyText(site: Site): Iterable<Renderable> {
  yield* site.pages;
  for (const { documents } of site.collections.values()) yield* documents;
}
