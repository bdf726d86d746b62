import type { RubyHash, Value } from '../ruby/value.js';
import type { Config } from './config.js';
import type { DependencyKey } from './dependency.js';
import type { Additions, GeneratorTools } from './generator.js';
import type { Document, Page } from './page.js';
import type { Site } from './site.js';
import type { SiteRendering } from './site-rendering.js';

/** Jekyll's `Hooks::PRIORITY_MAP`: higher first, then order of registration. */
export const HOOK_PRIORITIES = { high: 30, normal: 20, low: 10 } as const;

/** `high`, `normal`, `low` or a number of one's own. */
export type HookPriority = keyof typeof HOOK_PRIORITIES | number;

/**
 * Events of the whole build, in their order: `after_init` when the plugins are loaded and `after_reset` before anything is read, `post_read`
 * when everything is read and nothing has a URL yet, `pre_render` before the first and `post_render` after the last page's turn, `post_write`
 * when all files are written. What the first two write into `site.config.settings` counts from then on. Every build is a site of its own,
 * that of a server after a change, too.
 */
export const SITE_EVENTS = [
  'after_init',
  'after_reset',
  'post_read',
  'pre_render',
  'post_render',
  'post_write',
] as const;
/**
 * Events of one page or document, in their order: `post_init` when it has been made, `pre_render` before Liquid, `post_convert` between
 * converters and layouts, `post_render` after the layouts, `post_write` when all files are written.
 */
export const ITEM_EVENTS = ['post_init', 'pre_render', 'post_convert', 'post_render', 'post_write'] as const;

/** A moment of the whole build. */
export type SiteEvent = (typeof SITE_EVENTS)[number];
/** A moment of one page's or document's. */
export type ItemEvent = (typeof ITEM_EVENTS)[number];

/**
 * A page or document as its hooks see it: what they set is what the build goes on with, until the file is written.
 *
 * At `post_init` a page has been read from its file. A document's file is still to be read, and a page that a generator makes is still
 * empty: hooks see the front matter defaults, and what they set stands unless front matter says otherwise; text that they set is lost.
 */
export interface HookItem {
  /** The page or document itself; `file.kind` tells which. */
  readonly file: Page | Document;
  /** Raw before conversion, HTML after it. */
  content: string;
  /** The whole page after layouts; `null` before that. */
  output: string | null;
  /** Front matter laid over the defaults, as templates see it. */
  readonly data: RubyHash;
  /** The configuration of the build. What a hook goes by in it is to be recorded with `depend`. */
  readonly config: Config;
  /** The site while it is rendered; `null` at `post_init` and `post_write`. */
  readonly rendering: SiteRendering | null;
  /** Markdown to HTML with the site's converter. */
  markdownify(text: string): string;
  /** Notes that what becomes of the page goes by this, e.g. `config:emoji` or `env:ASSET_HOST_URL`: it is made again when that changes. */
  depend(key: DependencyKey): void;
}

/** Runs at a moment of the build. */
export interface SiteHook {
  /** That it waits for events of the whole build. */
  readonly owner: 'site';
  /** What it waits for, e.g. `post_read`. */
  readonly event: SiteEvent;
  /** When it runs among those that wait for the same; Jekyll's own default is `normal`. */
  readonly priority: HookPriority;
  /**
   * @param site    as it is at this moment
   * @param payload names visible to every template, to add to (`pre_render`, `post_render`); `null` outside rendering
   * @param tools   at `post_read` and `pre_render` what generators may ask of the build, too; else `null`
   * @param rendering the rendered site at `post_render`; else `null`
   * @returns at these two what to add to the site or change in it, if anything, as generators answer it
   */
  run(
    site: Site,
    payload: Map<string, Value> | null,
    tools: GeneratorTools | null,
    rendering: SiteRendering | null,
    // biome-ignore lint/suspicious/noConfusingVoidType: most hooks answer nothing
  ): Additions | void;
}

/** Runs at a moment of each page or document. A document's collection comes before all documents, whatever the priorities. */
export interface ItemHook {
  /** Whose moments: `pages`, `documents`, or a collection's label for its documents only, e.g. `posts`. */
  readonly owner: string;
  /** What it waits for, e.g. `post_render`. */
  readonly event: ItemEvent;
  /** When it runs among those of its owner that wait for the same; Jekyll's own default is `normal`. */
  readonly priority: HookPriority;
  /**
   * @param item    the page or document, to look at and to change
   * @param payload names visible to its templates, to add to (`pre_render`); `null` at other events
   */
  run(item: HookItem, payload: Map<string, Value> | null): void;
}

/** Runs before obsolete files are removed from the output; may take paths off the list. */
export interface CleanHook {
  /** That it waits for the cleaning of the output. */
  readonly owner: 'clean';
  /** The only event there is. */
  readonly event: 'on_obsolete';
  /** When it runs among those that wait for the same; Jekyll's own default is `normal`. */
  readonly priority: HookPriority;
  /** @param paths absolute paths of files and folders; what is taken off this array stays */
  run(paths: string[]): void;
}

/** What a plugin may wait for. */
export type Hook = SiteHook | ItemHook | CleanHook;
