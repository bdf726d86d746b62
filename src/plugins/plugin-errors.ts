/** What a site's own plugin throws while pages are rendered, told with the plugin, its file and line; the build adds the page's. */
import { FilterError } from '../liquid/filter.js';
import { SiteError } from '../model/diagnostic.js';
import {
  ConversionError,
  type Converter,
  type Plugin,
  type PluginFilter,
  type PluginTag,
} from '../model/plugin.js';
import * as messages from '../report/messages.js';
import { placeInPlugin } from '../report/plugin-place.js';

/** A plugin whose tags, filters and converters say where they fail; hooks and generators are watched by the build. */
export function watched(plugin: Plugin, root: string): Plugin {
  const watch = new Watch(plugin.name, root);
  const { converters } = plugin;
  return {
    ...plugin,
    ...(plugin.tags && { tags: plugin.tags.map((tag) => watch.tag(tag)) }),
    ...(plugin.filters && { filters: plugin.filters.map((filter) => watch.filter(filter)) }),
    ...(converters && {
      converters: (config, tools) => watch.converters(() => converters(config, tools)),
    }),
  };
}

class Watch {
  constructor(
    private readonly plugin: string,
    private readonly root: string,
  ) {}

  tag(tag: PluginTag): PluginTag {
    const what = `the tag ${tag.name}`;
    return {
      ...tag,
      compile: (markup) => {
        const render = this.inLiquid(what, () => tag.compile(markup));
        return (...args) => this.inLiquid(what, () => render(...args));
      },
    };
  }

  filter(filter: PluginFilter): PluginFilter {
    return {
      ...filter,
      apply: (context, input, ...args) =>
        this.inLiquid(`the filter ${filter.name}`, () => filter.apply(context, input, ...args)),
    };
  }

  converters(make: () => readonly Converter[]): readonly Converter[] {
    return this.inBuild('The making of converters', () => make().map((one) => this.converter(one)));
  }

  private converter(converter: Converter): Converter {
    // Its own object stays behind it: a converter may be of a class.
    const watched: Converter = Object.create(converter);
    watched.matches = (extension) => this.inBuild(converter.name, () => converter.matches(extension));
    watched.outputExtension = (extension) =>
      this.inBuild(converter.name, () => converter.outputExtension(extension));
    watched.convert = (...args) => {
      try {
        return converter.convert(...args);
      } catch (error) {
        if (error instanceof ConversionError || error instanceof SiteError) throw error;
        throw new ConversionError(this.told(`the converter ${converter.name}`, error), null, {
          cause: error,
        });
      }
    };
    return watched;
  }

  /** What belongs to no page. */
  private inBuild<T>(what: string, run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (error instanceof SiteError) throw error;
      const place = placeInPlugin(error, new Error('called here'), this.root);
      throw new SiteError(messages.converterFailed(what, this.plugin, error, place));
    }
  }

  private inLiquid<T>(what: string, run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (error instanceof SiteError) throw error;
      throw new FilterError(this.told(what, error), false);
    }
  }

  private told(what: string, error: unknown): string {
    const place = placeInPlugin(error, new Error('called here'), this.root);
    const where = place === null ? '' : ` (${place.file}:${place.line}:${place.column})`;
    const reason = error instanceof Error ? error.message : String(error);
    return `${what} of the plugin ${this.plugin}${where} failed: ${reason}`;
  }
}
