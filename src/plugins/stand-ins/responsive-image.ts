import { FilterError } from '../../liquid/filter.js';
import { escapeHtml } from '../../liquid/filters/escape-html.js';
import { tagAttributes } from '../../liquid/parse/syntax.js';
import type { Plugin, PluginContext } from '../../model/plugin.js';
import { toS } from '../../ruby/to-s.js';
import type { Value } from '../../ruby/value.js';
import { loadYaml, YamlError } from '../../ruby/yaml/yaml.js';
import { plainImage } from './plain-image.js';

/** jekyll-responsive-image 1.6: the tags show the picture as it is, with the attributes that HTML knows. The site's template is not asked. */
export const responsiveImage: Plugin = {
  name: 'jekyll-responsive-image',
  tags: [
    {
      name: 'responsive_image',
      isBlock: false,
      compile: (markup) => (context) =>
        write(
          new Map(tagAttributes(markup).map(([key, value]) => [key, value.replace(/^['"]|['"]$/g, '')])),
          context,
        ),
    },
    {
      name: 'responsive_image_block',
      isBlock: true,
      compile: () => (context, body) => write(attributesIn(body), context),
    },
  ],
};

/** Attributes of `img` that a template of the gem's may be handed. */
const HTML_ATTRIBUTES: ReadonlySet<Value> = new Set([
  'class',
  'decoding',
  'height',
  'id',
  'loading',
  'style',
  'title',
  'width',
]);

function write(attributes: ReadonlyMap<Value, Value>, context: PluginContext): string {
  context.depend('config:baseurl');
  const base = toS(context.config?.settings.get('baseurl') ?? null);
  const address = `${base}/${toS(attributes.get('path') ?? null).replace(/^\/+/, '')}`;
  const alt = attributes.get('alt') ?? null;
  const more = [...attributes].filter(([name]) => HTML_ATTRIBUTES.has(name));
  return plainImage(
    address,
    alt === null ? null : toS(alt),
    more.map(([name, value]) => `${toS(name)}="${escapeHtml(toS(value))}"`),
  );
}

function attributesIn(body: string): ReadonlyMap<Value, Value> {
  try {
    const value = loadYaml(body.replaceAll('\t', '  '));
    return value instanceof Map ? value : new Map();
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw new FilterError(error.message, false);
  }
}
