import { loadYaml } from '../../ruby/yaml/yaml.js';
import { escapePath, unescapePath } from '../../url/permalink.js';
import { slugify, transliterate } from '../../url/slugify.js';
import { type Ask, type AskParts, text } from './ask.js';

/** What is made of texts. */
export function textAsks(parts: AskParts): readonly Ask[] {
  return [
    ['markdownify', (source) => markdownify(parts, text(source))],
    ['output_ext', (extension) => outputExtension(parts, text(extension))],
    ['convert', (extension, source) => convert(parts, text(extension), text(source))],
    [
      'slugify',
      (source, mode, keepsCase) => slugify(text(source), mode as string | null, keepsCase === true),
    ],
    ['transliterate', (source) => transliterate(text(source))],
    ['escape_path', (path) => escapePath(text(path))],
    ['unescape_path', (path) => unescapePath(text(path))],
    ['yaml', (source) => loadYaml(text(source))],
  ];
}

function markdownify({ frames, hand }: AskParts, source: string): string {
  const frame = frames.find(null);
  return frame?.markdownify(source) ?? hand.item?.markdownify(source) ?? hand.tools.markdownify(source);
}

function outputExtension({ config, references }: AskParts, extension: string): string {
  references.rendering?.depend('config:markdown_ext');
  if (config.markdownExtensions.has(extension.toLowerCase())) return '.html';
  return /^\.s[ac]ss$/i.test(extension) ? '.css' : extension;
}

function convert(parts: AskParts, extension: string, source: string): string {
  return outputExtension(parts, extension) === '.html' && !/^\.html$/i.test(extension)
    ? markdownify(parts, source)
    : source;
}
