/** What a build converts and renders with: its own converters, tags and filters, and those of its plugins. */
import type { Highlighter } from '../highlight/highlighter.js';
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { type Filter, FilterError } from '../liquid/filter.js';
import { createFilters } from '../liquid/filters/index.js';
import { pluginTag } from '../liquid/plugin-tag.js';
import { Profile } from '../liquid/run/profile.js';
import type { TagDefinition } from '../liquid/tag.js';
import { jekyllTags, liquidTags } from '../liquid/tags/index.js';
import { version5Tags } from '../liquid/tags/version-5.js';
import { createSmartyPants, readOptions } from '../markdown/index.js';
import type { MarkdownItPlugin } from '../markdown/markdown-it-plugin.js';
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { Hooks } from '../model/hooks.js';
import { ConversionError, type Converter } from '../model/plugin.js';
import { SassCompiler } from '../sass/compiler.js';
import { ConverterChains } from './converter-chains.js';
import { identity } from './converters/identity.js';
import { createMarkdownConverter, markdownHighlighter } from './converters/markdown.js';
import { createSassConverters, describeWarning } from './converters/sass.js';
import type { Engines } from './kept-engines.js';
import type { TextConverters } from './render-context.js';

/** The tools of one build. */
export interface Toolbox {
  readonly chains: ConverterChains;
  readonly converters: TextConverters;
  readonly tags: readonly TagDefinition[];
  readonly filters: readonly Filter[];
  /** Names of tags with an end tag. */
  readonly blockTags: ReadonlySet<string>;
  /** Names of all tags, those inside blocks included. */
  readonly tagNames: ReadonlySet<string>;
  /** Where templates' costs are kept, `null` without `profile`. */
  readonly profile: Profile | null;
  readonly hooks: Hooks;
  readonly highlighter: Highlighter | null;
  /** Languages that the highlighter met and has no lexer for; whoever reports one takes it out. */
  readonly unhighlighted: string[];
  readonly report: (diagnostic: Diagnostic) => void;
  /** The extension converters give to a file with this one. */
  readonly outputExtension: (extension: string) => string;
}

/** Liquid's and Jekyll's own tags with a body. */
const BLOCK_TAGS = [
  'capture',
  'case',
  'comment',
  'for',
  'highlight',
  'if',
  'ifchanged',
  'raw',
  'tablerow',
  'unless',
];

/** Tags that mean something inside a block only. */
const INNER_TAGS = ['else', 'elsif', 'when'];

/** What the tools are made from besides the configuration. */
export interface ToolboxParts {
  readonly plugins: readonly EnginePlugin[];
  readonly markdownItPlugins: readonly MarkdownItPlugin[];
  readonly engines: Engines;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Puts the tools together; the highlighter is loaded only where it is used. */
export async function createToolbox(
  config: Config,
  { plugins, markdownItPlugins, engines, report }: ToolboxParts,
): Promise<Toolbox> {
  const unhighlighted: string[] = [];
  const highlighter = needsHighlighter(config) ? await loadHighlighter(unhighlighted, engines) : null;
  const compiler = new SassCompiler(engines.sass, (warning) =>
    report(describeWarning(warning, config.directories.root)),
  );
  const markdown = createMarkdownConverter(config, { highlighter, markdownItPlugins, report });
  const sass = createSassConverters(config, compiler);
  const ofPlugins = plugins.flatMap((plugin) => plugin.converters?.(config) ?? []);
  const chains = new ConverterChains([markdown, ...sass, identity, ...ofPlugins]);
  const pluginTags = plugins.flatMap((plugin) => plugin.tags ?? []);
  const ownTags = plugins.flatMap((plugin) => plugin.liquidTags?.() ?? []);
  const tags = [...liquidTags, ...jekyllTags, ...ownTags, ...pluginTags.map(pluginTag)];
  const blockTags = new Set([
    ...BLOCK_TAGS,
    ...pluginTags.filter(({ isBlock }) => isBlock).map(({ name }) => name),
  ]);
  return {
    chains,
    converters: textConverters(config, markdown, sass),
    tags,
    filters: [...createFilters(), ...plugins.flatMap((plugin) => plugin.filters ?? [])],
    blockTags,
    tagNames: new Set([
      ...tags.map(({ name }) => name),
      ...(config.liquid.version === 5 ? version5Tags.map(({ name }) => name) : []),
      ...INNER_TAGS,
      ...[...blockTags].map((name) => `end${name}`),
    ]),
    profile: config.profile === false ? null : new Profile(() => performance.now()),
    hooks: new Hooks(plugins.flatMap((plugin) => plugin.hooks ?? [])),
    highlighter,
    unhighlighted,
    report,
    outputExtension: (extension) => chains.outputExtension(extension),
  };
}

/** Rouge works for the `highlight` tag, which knows it as `pygments` too, and for Markdown, each by a setting of its own. */
function needsHighlighter(config: Config): boolean {
  return [config.highlighter, markdownHighlighter(config)].some(
    (name) => name === 'rouge' || name === 'pygments',
  );
}

async function loadHighlighter(unhighlighted: string[], { lexers }: Engines): Promise<Highlighter> {
  const { createHighlighter } = await import('../highlight/index.js');
  return createHighlighter(({ name }) => unhighlighted.push(name), lexers);
}

/** What filters convert with; their failures are Liquid's to report. */
function textConverters(config: Config, markdown: Converter, sass: readonly Converter[]): TextConverters {
  let smartyPants: ReturnType<typeof createSmartyPants> | null = null;
  return {
    markdownify: (text) => convertText(markdown, text),
    smartify(text) {
      smartyPants ??= createSmartyPants(readOptions(config.kramdown));
      return smartyPants.render(text).html;
    },
    sassify: (text, syntax) => convertText(sass.find(({ matches }) => matches(`.${syntax}`))!, text),
  };
}

function convertText(converter: Converter, text: string): string {
  try {
    const result = converter.convert(text, null);
    return typeof result === 'string' ? result : result.text;
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    throw new FilterError(error.message, false);
  }
}
