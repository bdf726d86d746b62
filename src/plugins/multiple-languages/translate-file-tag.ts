import { existsSync, lstatSync, readFileSync } from 'node:fs';
import type { IncludeSource } from '../../liquid/context.js';
import { LiquidError } from '../../liquid/errors.js';
import type { Frame } from '../../liquid/run/frame.js';
import type { TagDefinition } from '../../liquid/tag.js';
import { includeTag } from '../../liquid/tags/include.js';
import { joinPaths } from '../../ruby/file-path.js';
import { toS } from '../../ruby/to-s.js';
import { extensionOf } from '../../url/extension.js';
import { dig } from '../shared/template-values.js';
import { languagesIn } from './translate-tag.js';
import { TRANSLATIONS } from './translations.js';

/** `{% tf about/text.md name="value" %}`: a file of the language's folder, else of the first one's; Markdown becomes HTML. */
export function translateFileTag(name: string): TagDefinition {
  return includeTag(name, read, (frame, path, _params, write) => {
    const text = frame.capture(write);
    const isMarkdown = frame.config?.markdownExtensions.has(extensionOf(path).toLowerCase());
    frame.write(isMarkdown ? frame.markdownify(text) : text);
  });
}

/** @param name a file, or a variable that has one */
function read(frame: Frame, name: string): IncludeSource {
  const [variable = '', ...keys] = name.match(/[\w-]+\??/g) ?? [];
  const file = toS(dig(frame.lookup(variable), ...keys)) || name;
  const { own, first } = languagesIn(frame);
  frame.depend('config:lang');
  const { source } = frame.config?.directories ?? { source: '' };
  for (const language of [own, first]) {
    const path = `${TRANSLATIONS}/${language}/${file}`;
    const absolutePath = joinPaths(source, path);
    frame.depend(`source:${path}`);
    if (existsSync(absolutePath) && lstatSync(absolutePath).isFile()) {
      return { path, text: readFileSync(absolutePath, 'utf8') };
    }
  }
  const folder = joinPaths(source, `${TRANSLATIONS}/${first}`);
  throw new LiquidError('ruby', `Included file '${file}' not found in ${folder} directory`);
}
