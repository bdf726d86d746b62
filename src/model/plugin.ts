import type { RubyHash, Value } from '../ruby/value.js';
import type { Config } from './config.js';
import type { Diagnostic } from './diagnostic.js';
import type { Document, Page, SiteFile, StaticFile } from './page.js';
import type { Layout, Site } from './site.js';

/** Jekyll's `Plugin::PRIORITIES`: converters and generators run from the highest to the lowest, `normal` unless said. */
export type PluginPriority = 'highest' | 'high' | 'normal' | 'low' | 'lowest';

/** The numbers behind the names; equal ones keep their order of registration. */
export const PLUGIN_PRIORITIES = {
  highest: 100,
  high: 10,
  normal: 0,
  low: -10,
  lowest: -100,
} as const satisfies Record<PluginPriority, number>;

/** Turns a file's text into another format, chosen by the file's extension. */
export interface Converter {
  /** As Jekyll names its class in messages, e.g. `Jekyll::Converters::Markdown`. */
  readonly name: string;
  readonly priority: PluginPriority;
  /** Put around what the `highlight` tag writes on pages whose first converter this is; `null` for nothing. */
  readonly highlighterPrefix: string | null;
  readonly highlighterSuffix: string | null;
  /** Keys of the configuration that the conversion goes by, e.g. `['sass']`: what it makes is made again when one of them changes. */
  readonly settings?: readonly string[];
  /** @param extension with the dot, as in the file name, e.g. `.md` */
  matches(extension: string): boolean;
  /** The output's extension for such a file, e.g. `.html`. */
  outputExtension(extension: string): string;
  /**
   * @param file    the page in hand; `null` for text that belongs to none (a filter's input)
   * @param isAscii whether the text's encoding in Ruby is US-ASCII: it starts with what Liquid made of no string, such as a number, and
   *                is ASCII throughout. kramdown then writes `&#8217;` for a curly quote
   */
  convert(text: string, file: Page | Document | null, isAscii?: boolean): string | Conversion;
}

/** Text that a converter cannot convert; the build adds which converter and which file. */
export class ConversionError extends Error {
  /** What to do about it, when that is known. */
  readonly hint: string | null;

  /**
   * @param message why, as the converter's own library says it
   * @param place   where, when it is known better than by the name of the file in hand
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
  readonly text: string;
  /** Pages to render after all others. */
  readonly pages: readonly Page[];
}

/** What a generator adds to the site or changes in it; applied by the build before the next generator runs. */
export interface Additions {
  readonly pages?: readonly Page[];
  readonly staticFiles?: readonly StaticFile[];
  /** Ids of pages, documents and static files that leave the site. */
  readonly removed?: readonly string[];
  /** What becomes of a page or document, by id. */
  readonly changes?: ReadonlyMap<string, Change>;
  /** Pages, by id, that templates find as a list in `site.KEY`. */
  readonly pageLists?: ReadonlyMap<string, readonly string[]>;
  /** By name; the site's own of the same name win. */
  readonly layouts?: ReadonlyMap<string, Layout>;
  /** Values templates find as `site.KEY`, e.g. `archives`. */
  readonly site?: RubyHash;
}

/** New text, front matter (the whole mapping), or part of a listing for a page or document. */
export type Change = Partial<
  Pick<Page | Document, 'body' | 'data'> & Pick<Page, 'frontMatter' | 'paginator'>
>;

/** Runs once per build between reading and rendering, like Jekyll's `Generator`. */
export interface Generator {
  readonly name: string;
  readonly priority: PluginPriority;
  generate(site: Site, tools: GeneratorTools): Additions | Promise<Additions>;
}

/** What a generator may ask of the build. */
export interface GeneratorTools {
  /** The URL the page would get. */
  urlOf(file: SiteFile): string;
  /** Front matter defaults for a page without a file; `type` is `pages` unless the page calls itself something else. */
  defaultsFor(path: string, type?: string): RubyHash;
  /** The page in a file that was taken for a static one since it has no front matter. */
  readPage(file: StaticFile): Page;
  /** Markdown to HTML with the site's converter. */
  markdownify(text: string): string;
  /** The path under the site's `baseurl`, as the `relative_url` filter makes it. */
  relativeUrl(path: string): string;
  /** The path as a whole address, as the `absolute_url` filter makes it. */
  absoluteUrl(path: string): string;
  /** Says what is being done, e.g. `Jekyll Feed:` `Generating feed for posts`. */
  info(topic: string, message: string): void;
  report(diagnostic: Diagnostic): void;
}

/** What a tag or filter of a plugin may ask of the build; a part of Liquid's own context. */
export interface PluginContext {
  readonly config: Config | null;
  /** Looks a name up as `{{ name }}` would, e.g. `page`. */
  lookup(name: string): Value;
  /** Markdown to HTML with the site's converter. */
  markdownify(text: string): string;
  report(diagnostic: Diagnostic): void;
}

/** `{{ input | name: arguments }}`. */
export interface PluginFilter {
  /** As templates write it, e.g. `toc_only`. */
  readonly name: string;
  /** Fewest and most arguments after the input. */
  readonly arity: readonly [fewest: number, most: number];
  apply(context: PluginContext, input: Value, ...args: Value[]): Value;
}

/** `{% name markup %}`, or a block with a body up to `{% endname %}`. */
export interface PluginTag {
  /** As templates write it, e.g. `seo`. */
  readonly name: string;
  readonly isBlock: boolean;
  /**
   * Called once per place in a template.
   *
   * @param markup what stands between the name and `%}`, untouched
   * @returns the function that runs each time the place is rendered; `body` is the rendered block, `''` for a plain tag
   */
  compile(markup: string): (context: PluginContext, body: string) => string;
}

/** Jekyll's `Hooks::PRIORITY_MAP`: higher first, then order of registration. */
export const HOOK_PRIORITIES = { high: 30, normal: 20, low: 10 } as const;

/** `high`, `normal`, `low` or a number of one's own. */
export type HookPriority = keyof typeof HOOK_PRIORITIES | number;

/** Events of the whole build. */
export const SITE_EVENTS = [
  'after_init',
  'after_reset',
  'post_read',
  'pre_render',
  'post_render',
  'post_write',
] as const;
/** Events of one page or document. */
export const ITEM_EVENTS = ['post_init', 'pre_render', 'post_convert', 'post_render', 'post_write'] as const;

/** A moment of the whole build. */
export type SiteEvent = (typeof SITE_EVENTS)[number];
/** A moment of one page's or document's. */
export type ItemEvent = (typeof ITEM_EVENTS)[number];

/** A page or document as its hooks see it: what they set is what the build goes on with. */
export interface HookItem {
  readonly file: Page | Document;
  /** Raw before conversion, HTML after it. */
  content: string;
  /** The whole page after layouts; `null` before that. */
  output: string | null;
  readonly data: RubyHash;
}

/** Runs at a moment of the build. */
export interface SiteHook {
  readonly owner: 'site';
  readonly event: SiteEvent;
  readonly priority: HookPriority;
  /** @param payload names visible to every template; `null` outside rendering */
  run(site: Site, payload: Map<string, Value> | null): void;
}

/** Runs at a moment of each page (`pages`), document (`documents`) or document of one collection (its label, e.g. `posts`). */
export interface ItemHook {
  readonly owner: string;
  readonly event: ItemEvent;
  readonly priority: HookPriority;
  run(item: HookItem, payload: Map<string, Value> | null): void;
}

/** Runs before obsolete files are removed from the output; may take paths off the list. */
export interface CleanHook {
  readonly owner: 'clean';
  readonly event: 'on_obsolete';
  readonly priority: HookPriority;
  /** @param paths absolute */
  run(paths: string[]): void;
}

/** What a plugin may wait for. */
export type Hook = SiteHook | ItemHook | CleanHook;

/** A command of its own: `utterson NAME …`. */
export interface PluginCommand {
  readonly name: string;
  /** One sentence for `--help`. */
  readonly description: string;
  /** @returns the exit code */
  run(args: readonly string[]): number | Promise<number>;
}

/** What a gem's restatement, a file in the plugins folder or an npm package exports. Built-in and site plugins share it. */
export interface Plugin {
  /** A gem's or package's name, or the file's. */
  readonly name: string;
  /** Whether it runs under `safe: true`. */
  readonly isSafe?: boolean;
  readonly converters?: (config: Config) => readonly Converter[];
  readonly generators?: readonly Generator[];
  readonly tags?: readonly PluginTag[];
  readonly filters?: readonly PluginFilter[];
  readonly hooks?: readonly Hook[];
  readonly commands?: readonly PluginCommand[];
}
