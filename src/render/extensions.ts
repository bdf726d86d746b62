/** What configuration and plugins bring to a build, before there is a site: converters, tags, filters, hooks. */
import type { Highlighter } from '../highlight/highlighter.js';
import { createLateHighlighter } from '../highlight/late-highlighter.js';
import { type AbsentNames, NOTHING_ABSENT } from '../liquid/engine.js';
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { type Filter, FilterError } from '../liquid/filter.js';
import { createFilters } from '../liquid/filters/index.js';
import type { KeptLinks } from '../liquid/filters/urls.js';
import { pluginTag } from '../liquid/plugin-tag.js';
import type { BlankRule } from '../liquid/run/method-literal.js';
import type { Profile } from '../liquid/run/profile.js';
import type { TagDefinition } from '../liquid/tag.js';
import { jekyllTags, liquidTags } from '../liquid/tags/index.js';
import { version5Tags } from '../liquid/tags/version-5.js';
import { createSmartyPants, readOptions } from '../markdown/index.js';
import type { MarkdownItPlugin } from '../markdown/markdown-it-plugin.js';
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Hooks } from '../model/hooks.js';
import { ConversionError, type Converter } from '../model/plugin.js';
import type { Recorder } from '../reuse/recorder.js';
import { ConverterChains } from './converter-chains.js';
import { identity } from './converters/identity.js';
import { KramdownSection } from './converters/kramdown-section.js';
import { createMarkdownConverter, markdownHighlighter } from './converters/markdown.js';
import { createSassConverters } from './converters/sass.js';
import type { KeptEngines } from './kept-engines.js';
import type { TextConverters } from './render-context.js';

/** What configuration and plugins bring to one build. */
export interface Extensions {
  readonly chains: ConverterChains;
  /** What filters convert with. */
  readonly converters: TextConverters;
  readonly kramdown: KramdownSection;
  readonly tags: readonly TagDefinition[];
  readonly filters: readonly Filter[];
  /** Names of tags with an end tag. */
  readonly blockTags: ReadonlySet<string>;
  /** Names of all tags, those inside blocks included. */
  readonly tagNames: ReadonlySet<string>;
  /** What is known of names that nobody defines. */
  readonly absent: AbsentNames;
  /** What `blank` means in templates, by what the gems of the site load. */
  readonly blank: BlankRule;
  /** Where templates' costs are kept; `null`, without `profile`, measures nothing. */
  readonly profile: Profile | null;
  readonly hooks: Hooks;
  readonly highlighter: Highlighter | null;
  /** What code of plugins stands for that other programs run, by name. */
  readonly code: ReadonlyMap<string, string>;
  /** What all of these read is recorded with, and what they report. */
  readonly recorder: Recorder;
  readonly report: (diagnostic: Diagnostic) => void;
  /** The extension converters give to a file with this one. */
  readonly outputExtension: (extension: string) => string;
  /** Whether any converter makes something else of files with this extension. */
  readonly isConverted: (extension: string) => boolean;
}

/** What extensions are made from besides the configuration. */
export interface ExtensionParts {
  readonly plugins: readonly EnginePlugin[];
  readonly hooks: Hooks;
  readonly markdownItPlugins: readonly MarkdownItPlugin[];
  readonly engines: KeptEngines;
  readonly recorder: Recorder;
  /** Default: nothing is absent. */
  readonly absent?: AbsentNames;
  /** Default: none. */
  readonly profile?: Profile | null;
  /** Links that all passes over the site have in common; default `null`, for a site that is built once. */
  readonly keptLinks?: KeptLinks | null;
}

/** Puts the extensions together. */
export async function createExtensions(
  config: Config,
  {
    plugins,
    hooks,
    markdownItPlugins,
    engines,
    recorder,
    absent = NOTHING_ABSENT,
    profile = null,
    keptLinks = null,
  }: ExtensionParts,
): Promise<Extensions> {
  const report = (diagnostic: Diagnostic): void => recorder.report(diagnostic);
  const highlighter = needsHighlighter(config)
    ? await createLateHighlighter(engines.lexers, engines.runFile)
    : null;
  const kramdown = new KramdownSection(config, recorder);
  const onKramdown = (): void => kramdown.complete();
  const markdown = createMarkdownConverter(config, { highlighter, markdownItPlugins, onKramdown, report });
  const sass = createSassConverters(config, engines.sass, recorder);
  const converters = textConverters(config, { markdown, sass, recorder });
  const ofPlugins = plugins.flatMap((plugin) => plugin.converters?.(config, { ...converters, report }) ?? []);
  const derived = ofPlugins.filter(({ isDerived }) => isDerived);
  const others = ofPlugins.filter(({ isDerived }) => !isDerived);
  const onKnown = (): void => {
    if (config.markdown === 'kramdown') onKramdown();
  };
  const all = [...derived, markdown, ...sass, identity, ...others];
  const chains = new ConverterChains(all, recorder, markdown, onKnown, profile);
  const tags = [
    ...liquidTags,
    ...jekyllTags,
    ...plugins.flatMap((plugin) => plugin.liquidTags?.() ?? []),
    ...plugins.flatMap((plugin) => plugin.tags ?? []).map(pluginTag),
  ];
  return {
    chains,
    converters,
    kramdown,
    tags,
    filters: [...createFilters({ keptLinks }), ...plugins.flatMap((plugin) => plugin.filters ?? [])],
    ...namesOf(config.liquid.version === 5 ? [...version5Tags, ...tags] : tags),
    absent,
    blank: blankRuleOf(plugins),
    profile,
    hooks,
    highlighter,
    code: new Map(plugins.flatMap(({ code }) => (code === undefined ? [] : [[code.name, code.print]]))),
    recorder,
    report,
    outputExtension: (extension) => chains.outputExtension(extension),
    isConverted: (extension) => chains.for(extension).some((converter) => converter !== identity),
  };
}

function blankRuleOf(plugins: readonly EnginePlugin[]): BlankRule {
  const rules: readonly BlankRule[] = ['active support', 'csl'];
  return rules.find((rule) => plugins.some(({ blank }) => blank === rule)) ?? 'none';
}

function namesOf(tags: readonly TagDefinition[]): Pick<Extensions, 'blockTags' | 'tagNames'> {
  const blockTags = new Set(tags.filter(({ hasBody }) => hasBody).map(({ name }) => name));
  const tagNames = new Set([
    ...tags.flatMap(({ name, innerTags = [] }) => [name, ...innerTags]),
    ...[...blockTags].map((name) => `end${name}`),
  ]);
  return { blockTags, tagNames };
}

/** Rouge works for the `highlight` tag, which knows it as `pygments` too, and for Markdown, each by a setting of its own. */
function needsHighlighter(config: Config): boolean {
  return [config.highlighter, markdownHighlighter(config)].some(
    (name) => name === 'rouge' || name === 'pygments',
  );
}

interface FilterConverters {
  readonly markdown: Converter;
  readonly sass: readonly Converter[];
  readonly recorder: Recorder;
}

/** What filters convert with; their failures are Liquid's to report. */
function textConverters(config: Config, { markdown, sass, recorder }: FilterConverters): TextConverters {
  const through = (converter: Converter, text: string): string => {
    for (const key of converter.settings ?? []) recorder.depend(`config:${key}`);
    return convertText(converter, text);
  };
  let smartyPants: ReturnType<typeof createSmartyPants> | null = null;
  return {
    markdownify: (text) => through(markdown, text),
    smartify(text) {
      recorder.depend('config:kramdown');
      smartyPants ??= createSmartyPants(readOptions(config.kramdown));
      return smartyPants.render(text).html;
    },
    sassify: (text, syntax) => through(sass.find(({ matches }) => matches(`.${syntax}`))!, text),
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
