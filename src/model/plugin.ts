import type { RubyHash, Value } from '../ruby/value.js';
import type { Config } from './config.js';
import type { DependencyKey } from './dependency.js';
import type { Diagnostic } from './diagnostic.js';
import type { Document, Page, SiteFile, StaticFile } from './page.js';
import type { Layout, Site } from './site.js';

/** Jekyll's `Plugin::PRIORITIES`: converters and generators run from the highest to the lowest; Jekyll's own default is `normal`. */
export type PluginPriority = 'highest' | 'high' | 'normal' | 'low' | 'lowest';

/** The numbers behind the names; equal ones keep their order of registration. */
export const PLUGIN_PRIORITIES = {
  highest: 100,
  high: 10,
  normal: 0,
  low: -10,
  lowest: -100,
} as const satisfies Record<PluginPriority, number>;

/** Turns a file's text into another format. All that match the file's extension run, each on what the one before it made. */
export interface Converter {
  /** As Jekyll names its class in messages, e.g. `Jekyll::Converters::Markdown`. */
  readonly name: string;
  /** When it runs; of those that match a file, the last but one decides on the output's extension. */
  readonly priority: PluginPriority;
  /** Put before what the `highlight` tag writes on pages whose first converter this is, e.g. a line end; `null` for nothing. */
  readonly highlighterPrefix: string | null;
  /** The same, put behind. */
  readonly highlighterSuffix: string | null;
  /** Keys of the configuration that the conversion goes by, e.g. `['sass']`: what it makes is made again when one of them changes. */
  readonly settings?: readonly string[];
  /**
   * Whether it takes files with this extension; asked once per extension and build.
   *
   * @param extension with the dot, as in the file name, e.g. `.md`; `''` for none
   */
  matches(extension: string): boolean;
  /** The output's extension for such a file, e.g. `.html`. */
  outputExtension(extension: string): string;
  /**
   * Converts a text, after Liquid and before layouts. What it cannot convert it answers with a `ConversionError`.
   *
   * @param text    what Liquid, or the converter before, made of the file's body
   * @param file    the page in hand; `null` for text that belongs to none (a filter's input) or is a part (an excerpt)
   * @param isAscii whether the text's encoding in Ruby is US-ASCII: it starts with what Liquid made of no string, such as a number, and
   *                is ASCII throughout. kramdown then writes `&#8217;` for a curly quote; default false
   * @returns the text, or the text with pages that came up on the way
   */
  convert(text: string, file: Page | Document | null, isAscii?: boolean): string | Conversion;
}

/** What a plugin's converters may ask of the build. */
export interface ConverterTools {
  /** Markdown to HTML with the site's converter. */
  markdownify(text: string): string;
}

/** Text that a converter cannot convert; the build adds which converter and which file. */
export class ConversionError extends Error {
  /** What to do about it, when that is known. */
  readonly hint: string | null;

  /**
   * @param message why, as the converter's own library says it
   * @param place   where, when that is known better than the file in hand: a path from the site's folder, line and column from 1
   * @param options the error behind it, and what to do about it, if known
   */
  constructor(
    message: string,
    readonly place: { readonly file: string; readonly line: number; readonly column: number } | null = null,
    options?: { readonly cause?: unknown; readonly hint?: string | null },
  ) {
    super(message, options);
    this.name = 'ConversionError';
    this.hint = options?.hint ?? null;
  }
}

/** The result of a converter that makes more than one file, such as a style sheet with its source map. */
export interface Conversion {
  /** The converted text. */
  readonly text: string;
  /** Pages to render after all others; their `url` and `outputPath` are `''`, for the build to fill in. */
  readonly pages: readonly Page[];
}

/** What a generator adds to the site or changes in it; applied by the build before the next generator runs. */
export interface Additions {
  /** New pages, put behind the others; their `url` and `outputPath` are `''`, for the build to fill in: from `givenUrl` if there is one. */
  readonly pages?: readonly Page[];
  /** New files to copy, likewise. */
  readonly staticFiles?: readonly StaticFile[];
  /** Ids of pages, documents and static files that leave the site. */
  readonly removed?: readonly string[];
  /** What becomes of a page or document, by id. Its URL is made anew. */
  readonly changes?: ReadonlyMap<string, Change>;
  /** Pages, by id, that templates find as a list in `site.KEY`. */
  readonly pageLists?: ReadonlyMap<string, readonly string[]>;
  /** New layouts by name, e.g. `redirect`; the site's own of the same name win. */
  readonly layouts?: ReadonlyMap<string, Layout>;
  /** Values templates find as `site.KEY`, in the place of the configuration's own, e.g. `jekyll-archives`. */
  readonly site?: RubyHash;
}

/** New text, front matter (the whole mapping), or part of a listing for a page or document. */
export type Change = Partial<
  Pick<Page | Document, 'body' | 'data'> &
    Pick<Page, 'frontMatter' | 'paginator'> &
    Pick<Document, 'excerptBody'>
>;

/** Runs once per build between reading and rendering, like Jekyll's `Generator`. */
export interface Generator {
  /** As Jekyll names its class, e.g. `Jekyll::Paginate::Pagination`. */
  readonly name: string;
  /** When it runs; it sees what those before it did. */
  readonly priority: PluginPriority;
  /**
   * Looks at the site and answers what to add to it or change in it; it changes nothing itself. A `SiteError` stops the build.
   *
   * @param site  everything read, with URLs, and what generators before it did
   * @param tools what it may ask of the build
   */
  generate(site: Site, tools: GeneratorTools): Additions | Promise<Additions>;
}

/** What a page without a file is made of. */
export interface MadePage {
  /** As if it had a file, relative to the source; its address follows from it, e.g. `authors/ann.html`, if `data` has no `permalink`. */
  readonly path: string;
  /** Front matter as if written in a file, e.g. `{ layout: 'author', title: 'Ann' }`. */
  readonly data: RubyHash | Readonly<Record<string, Value>>;
  /** Text before Liquid; default `''`. */
  readonly body?: string;
  /** In messages, what it was made for: the path of the file that asked for it, or a few words. */
  readonly madeFor?: string;
}

/** What a generator may ask of the build. */
export interface GeneratorTools {
  /** The URL a file has or will get, e.g. `/feed.xml`; `''` when none can be made of its permalink. */
  urlOf(file: SiteFile): string;
  /**
   * Front matter defaults for a page without a file. Not to be changed: files share them.
   *
   * @param path as if it had a file, relative to the source, e.g. `tag/food/index.html`
   * @param type `pages` (the default), unless the page calls itself something else
   */
  defaultsFor(path: string, type?: string): RubyHash;
  /** A page without a file, as the gems make them: in the site's root, under its front matter defaults. */
  page(parts: MadePage): Page;
  /** Text after the front matter, before Liquid; that of a large site may be on the disk. */
  textOf(file: Page | Document): string;
  /** The page in a file that was taken for a static one since it has no front matter; the static one is then to be `removed`. */
  readPage(file: StaticFile): Page;
  /** Markdown to HTML with the site's converter. */
  markdownify(text: string): string;
  /** The path under the site's `baseurl`, as the `relative_url` filter makes it. */
  relativeUrl(path: string): string;
  /** The path as a whole address, as the `absolute_url` filter makes it. */
  absoluteUrl(path: string): string;
  /** Says what is being done, e.g. `Jekyll Feed:` `Generating feed for posts`. */
  info(topic: string, message: string): void;
  /** Tells the user of something wrong; an error makes the build fail, though not at once. */
  report(diagnostic: Diagnostic): void;
}

/** What a tag or filter of a plugin may ask of the build; a part of Liquid's own context. */
export interface PluginContext {
  /** The configuration of the build; `null` in templates that belong to no site. */
  readonly config: Config | null;
  /** Notes that what is printed goes by this, e.g. `config:toc`: it is made again when that changes. */
  depend(key: DependencyKey): void;
  /** Looks a name up as `{{ name }}` would, e.g. `page`; one name, without dots. `null` when there is none. */
  lookup(name: string): Value;
  /** Markdown to HTML with the site's converter. */
  markdownify(text: string): string;
  /** Tells the user of something wrong; an error makes the build fail, though not at once. */
  report(diagnostic: Diagnostic): void;
}

/** `{{ input | name: arguments }}`. */
export interface PluginFilter {
  /** As templates write it, e.g. `toc_only`. */
  readonly name: string;
  /** Fewest and most arguments after the input, e.g. `[0, 1]`; with any other number Liquid answers an error instead. */
  readonly arity: readonly [fewest: number, most: number];
  /**
   * @param context what it may ask of the build
   * @param input   what stands before the bar, whatever its type
   * @param args    what stands behind the colon, at least the fewest and at most the most
   * @returns what is printed, or goes on to the next filter
   */
  apply(context: PluginContext, input: Value, ...args: Value[]): Value;
}

/** `{% name markup %}`, or a block with a body up to `{% endname %}`. */
export interface PluginTag {
  /** As templates write it, e.g. `seo`. */
  readonly name: string;
  /** Whether it has a body, which ends with `{% endname %}`. */
  readonly isBlock: boolean;
  /**
   * Called once per place in a template, before anything is rendered.
   *
   * @param markup what stands between the name and `%}`, untouched
   * @returns the function that runs each time the place is rendered, and answers what is printed there; `body` is the rendered block, `''`
   *          for a plain tag
   */
  compile(markup: string): (context: PluginContext, body: string) => string;
}

/** Jekyll's `Hooks::PRIORITY_MAP`: higher first, then order of registration. */
export const HOOK_PRIORITIES = { high: 30, normal: 20, low: 10 } as const;

/** `high`, `normal`, `low` or a number of one's own. */
export type HookPriority = keyof typeof HOOK_PRIORITIES | number;

/**
 * Events of the whole build: `post_read` when everything is read and nothing has a URL yet, `pre_render` before the first and `post_render`
 * after the last page's turn, `post_write` when all files are written. `after_init` and `after_reset` are known but do not happen here.
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
 * Events of one page or document: `pre_render` before Liquid, `post_convert` between converters and layouts, `post_render` after the
 * layouts, `post_write` when all files are written. `post_init` is known but does not happen here.
 */
export const ITEM_EVENTS = ['post_init', 'pre_render', 'post_convert', 'post_render', 'post_write'] as const;

/** A moment of the whole build. */
export type SiteEvent = (typeof SITE_EVENTS)[number];
/** A moment of one page's or document's. */
export type ItemEvent = (typeof ITEM_EVENTS)[number];

/** A page or document as its hooks see it: what they set is what the build goes on with, until the file is written. */
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
   */
  run(site: Site, payload: Map<string, Value> | null): void;
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

/** A command of its own: `utterson NAME …`. The command line does not know of these yet. */
export interface PluginCommand {
  /** As users type it, e.g. `deploy`. */
  readonly name: string;
  /** One sentence for `--help`, e.g. `Uploads the site`. */
  readonly description: string;
  /**
   * @param args what stands behind the name, as typed
   * @returns the exit code, 0 for success
   */
  run(args: readonly string[]): number | Promise<number>;
}

/** What a plugin that is a function is made with: the build's configuration, and values that templates know and JavaScript does not. */
export interface PluginTools {
  readonly config: Config;
  /** A float, which prints `2.0` for 2. */
  float(value: number): Value;
  /** A moment in the site's time zone. @param milliseconds since 1970, as `Date.now()` has them */
  time(milliseconds: number): Value;
}

/**
 * What a gem's restatement, a file in the plugins folder or an npm package exports. Built-in and site plugins share it. Every member but
 * the name may be left out. One plugin may serve several builds: what belongs to a build is not to be kept in it.
 */
export interface Plugin {
  /** A gem's or package's name, as `plugins:` lists it, or the file's; e.g. `jekyll-sitemap`. */
  readonly name: string;
  /** Whether it may run under `safe: true`; default no. Nothing asks yet: there the whitelist alone decides. */
  readonly isSafe?: boolean;
  /** Makes its converters; called once per build, with the build's configuration. They stand beside the build's own. */
  readonly converters?: (config: Config, tools: ConverterTools) => readonly Converter[];
  /** What adds to the site before it is rendered, e.g. a feed. */
  readonly generators?: readonly Generator[];
  /** Liquid tags; one of a name that is taken counts in the other's place. */
  readonly tags?: readonly PluginTag[];
  /** Liquid filters, likewise. */
  readonly filters?: readonly PluginFilter[];
  /** What runs at moments of the build. */
  readonly hooks?: readonly Hook[];
  /** Commands of its own. */
  readonly commands?: readonly PluginCommand[];
}
