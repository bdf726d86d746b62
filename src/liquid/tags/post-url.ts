import { strip } from '../../ruby/string.js';
import { LiquidError } from '../errors.js';
import type { TagDefinition } from '../tag.js';
import { siteUrl } from './link.js';

/** `[folder/]2024-01-31-slug`, whatever stands in other lines. */
const NAME = /(?:(?<![^\n])|[^\n]\/)\d+-\d+-\d+-/;

/** `{% post_url 2024-01-31-slug %}` (Jekyll 4.4.1, `Tags::PostUrl`). */
export const postUrl: TagDefinition = {
  name: 'post_url',
  parse(markup) {
    const name = strip(markup);
    if (!NAME.test(name.replace(/^\//m, ''))) throw invalidName(name);
    return {
      isBlank: false,
      write: (frame) => {
        const target = frame.render.findPost(name);
        if (target === null) throw notFound(name, frame.render.nearLink?.('post', name) ?? null);
        frame.write(siteUrl(frame, target.url));
      },
    };
  },
};

function invalidName(name: string): LiquidError {
  return new LiquidError(
    'ruby',
    `Could not parse name of post "${name}" in tag 'post_url'.\n Make sure the post exists and the name is correct.\n` +
      ` Jekyll::Errors::InvalidPostNameError: '${name}' does not contain valid date and/or title.\n`,
  );
}

function notFound(name: string, hint: string | null): LiquidError {
  return new LiquidError(
    'ruby',
    `Could not find post "${name}" in tag 'post_url'.\nMake sure the post exists and the name is correct.\n`,
    { hint },
  );
}
