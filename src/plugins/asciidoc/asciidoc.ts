import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { Config } from '../../model/config.js';
import type { Converter, Generator, Hook, Plugin } from '../../model/plugin.js';
import * as messages from '../../report/messages.js';
import { AsciidocBuild } from './asciidoc-build.js';
import { asciidocFilters } from './filters.js';
import { generateAsciidoc } from './generate.js';
import { asciidocSection, SETTINGS } from './settings.js';

/**
 * jekyll-asciidoc 3.0.1: pages in AsciiDoc, with or without front matter, by Asciidoctor: npm's `@asciidoctor/core` in the site's
 * `node_modules`. What headers say is front matter; Liquid runs only where `liquid` asks for it.
 */
export const asciidoc: EnginePlugin = {
  name: 'jekyll-asciidoc',
  isSafe: true,
  ofBuild,
};

/** What the plugin's members have in common in one build. */
interface Shared {
  /** Of the configuration in hand: a site may be built once for each language. */
  build: AsciidocBuild | null;
  /** Whether the section `asciidoc` is a text, as for the gem's first versions. */
  isFormerShape: boolean;
}

function ofBuild(): Partial<Plugin> {
  const shared: Shared = { build: null, isFormerShape: false };
  const start = (config: Config): AsciidocBuild => {
    shared.build = new AsciidocBuild(config);
    return shared.build;
  };
  return {
    needsNoFrontMatter: (config) => withoutFrontMatter(shared.build ?? start(config)),
    converters: (config) => [createConverter(start(config))],
    generators: [createGenerator(shared)],
    filters: asciidocFilters(() => shared.build),
    hooks: [...itemHooks(shared), settingsHook(shared)],
  };
}

function withoutFrontMatter({ settings }: AsciidocBuild): (extension: string) => boolean {
  return (extension) => !settings.requiresFrontMatter && settings.extensions.test(extension);
}

function createConverter(build: AsciidocBuild): Converter {
  return {
    name: 'Jekyll::AsciiDoc::Converter',
    priority: 'normal',
    highlighterPrefix: null,
    highlighterSuffix: null,
    settings: SETTINGS,
    readsUnseen: true,
    matches: (extension) => build.settings.extensions.test(extension),
    outputExtension: () => '.html',
    convert: (text, _file, _isAscii, excerptOf) =>
      excerptOf ? build.convertExcerpt(text, excerptOf) : build.convert(text),
  };
}

function createGenerator(shared: Shared): Generator {
  return {
    name: 'Jekyll::AsciiDoc::Integrator',
    priority: 'normal',
    generate(site, tools) {
      const { build, isFormerShape } = shared;
      if (isFormerShape) tools.report(messages.asciidocSettingsText());
      return build === null ? {} : generateAsciidoc(site, tools, build);
    },
  };
}

/** Completes the section of the configuration as templates see it. */
function settingsHook(shared: Shared): Hook {
  return {
    owner: 'site',
    event: 'after_init',
    priority: 'normal',
    run({ config: { settings } }) {
      shared.isFormerShape = typeof settings.get('asciidoc') === 'string';
      settings.set('asciidoc', asciidocSection(settings));
      settings.delete('asciidoc_ext');
      settings.delete('asciidoc_page_attribute_prefix');
    },
  };
}

/** What is converted for a page or document, and by its filters, goes by its front matter and place. */
function itemHooks(shared: Shared): Hook[] {
  return (['pages', 'documents'] as const).flatMap((owner): Hook[] => [
    {
      owner,
      event: 'pre_render',
      priority: 'normal',
      run({ file, data }, payload) {
        const page = payload?.get('page');
        shared.build?.begin(file, page instanceof Map ? page : data);
      },
    },
    {
      owner,
      event: 'post_convert',
      priority: 'normal',
      run({ file, data }) {
        const value = shared.build?.converted ?? null;
        if (value !== null && file.kind === 'document') data.set('document', value);
      },
    },
    { owner, event: 'post_render', priority: 'normal', run: ({ file }) => shared.build?.end(file) },
  ]);
}
