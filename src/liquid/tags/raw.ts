import { syntaxError } from '../errors.js';
import { isBlankText } from '../parse/syntax.js';
import type { TagParser } from '../parse/tag-parser.js';
import type { TagDefinition } from '../tag.js';

/** An end without hyphens; text may stand before it, since an unclosed `{{` swallows up to the tag's `}`. */
const END = /^(.*)\{%[\t\n\v\f\r ]*(\w+)[\t\n\v\f\r ]*(?:.*)?%\}$/s;

/** `{% raw %}…{% endraw %}` (Liquid 4.0.4, `Raw`). */
export const raw: TagDefinition = {
  name: 'raw',
  hasBody: true,
  parse(markup, parser) {
    if (!isBlankText(markup)) throw syntaxError("Syntax Error in 'raw' - Valid syntax: raw");
    const text = readRaw(parser);
    return { isBlank: text === '', write: (frame) => frame.write(text) };
  },
};

function readRaw(parser: TagParser): string {
  let text = '';
  for (let token = parser.takeToken(); token !== undefined; token = parser.takeToken()) {
    const written = token.getText();
    const end = written.endsWith('%}') ? END.exec(written) : null;
    if (end?.[2] === `end${parser.tagName}`) return text + end[1]!;
    text += end === null ? written : end[1]! + written;
  }
  throw parser.neverClosed();
}
