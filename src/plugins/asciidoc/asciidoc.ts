import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { Config } from '../../model/config.js';
import type { Converter, Generator, Hook, Plugin } from '../../model/plugin.js';
import type { Value } from '../../ruby/value.js';
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

function ofBuild(): Partial<Plugin> {
  /** One a configuration: a site may be built once for each language. */
  let build: AsciidocBuild | null = null;
  const start = (config: Config): AsciidocBuild => {
    build = new AsciidocBuild(config);
    return build;
  };
  return {
    needsNoFrontMatter: (config) => withoutFrontMatter(build ?? start(config)),
    converters: (config) => [createConverter(start(config))],
    generators: [createGenerator(() => build)],
    filters: asciidocFilters(() => build),
    hooks: createHooks(() => build),
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
    matches: (extension) => build.settings.extensions.test(extension),
    outputExtension: () => '.html',
    convert: (text, _file, _isAscii, excerptOf) =>
      excerptOf ? build.convertExcerpt(text, excerptOf) : build.convert(text),
  };
}

function createGenerator(current: () => AsciidocBuild | null): Generator {
  return {
    name: 'Jekyll::AsciiDoc::Integrator',
    priority: 'normal',
    generate(site, tools) {
      const build = current();
      return build === null ? {} : generateAsciidoc(site, tools, build);
    },
  };
}

function createHooks(current: () => AsciidocBuild | null): Hook[] {
  const ofItems = (['pages', 'documents'] as const).flatMap((owner): Hook[] => [
    {
      owner,
      event: 'pre_render',
      priority: 'normal',
      run({ file, data }, payload) {
        const page = payload?.get('page');
        current()?.begin(file, page instanceof Map ? page : data);
      },
    },
    {
      owner,
      event: 'post_convert',
      priority: 'normal',
      run({ file, data }) {
        const value: Value = current()?.converted ?? null;
        if (value !== null && file.kind === 'document') data.set('document', value);
      },
    },
    { owner, event: 'post_render', priority: 'normal', run: ({ file }) => current()?.end(file) },
  ]);
  return [
    {
      owner: 'site',
      event: 'after_init',
      priority: 'normal',
      run({ config: { settings } }) {
        settings.set('asciidoc', asciidocSection(settings));
        settings.delete('asciidoc_ext');
        settings.delete('asciidoc_page_attribute_prefix');
      },
    },
    ...ofItems,
  ];
}
