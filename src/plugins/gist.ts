import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { FilterError } from '../liquid/filter.js';
import type { TagParser } from '../liquid/parse/tag-parser.js';
import type { Frame } from '../liquid/run/frame.js';
import type { TagDefinition } from '../liquid/tag.js';
import * as messages from '../report/messages.js';
import { strip } from '../ruby/string.js';
import { toS } from '../ruby/to-s.js';
import type { Value } from '../ruby/value.js';
import { dig } from './shared/template-values.js';

/**
 * jekyll-gist 1.5.0: the tag `gist`. A build asks nothing of the network, so the text for readers without scripts is left out, with the
 * gem's own warning, as the gem does when GitHub cannot be reached.
 */
export const gist: EnginePlugin = {
  name: 'jekyll-gist',
  isSafe: true,
  liquidTags: () => [gistTag],
};

/** `{% gist user/1234567 file.js %}`; both may be variables. */
const gistTag: TagDefinition = {
  name: 'gist',
  parse(markup, parser) {
    const found = /^(\S+|[^\n]*(?=\/)[^\n]+)\s?(\S*)$/.exec(strip(markup));
    if (!found) return { isBlank: false, write: () => refuse(markup) };
    const id = variableOrText(strip(found[1]!), parser);
    const file = variableOrText(strip(found[2]!), parser);
    return { isBlank: false, write: (frame) => writeGist(frame, id(frame), file(frame)) };
  },
};

function variableOrText(text: string, parser: TagParser): (frame: Frame) => Value {
  const { evaluate } = parser.expression(text);
  return (frame) => evaluate(frame) ?? text;
}

function writeGist(frame: Frame, id: Value, file: Value): void {
  frame.render.depend('config:gist');
  if (dig(frame.config?.settings ?? null, 'gist', 'noscript') !== false) {
    frame.report(messages.gistWithoutText(toS(id)));
  }
  const name = toS(file);
  frame.write(
    `<script src="https://gist.github.com/${toS(id)}.js${name === '' ? '' : `?file=${name}`}"> </script>`,
  );
}

function refuse(markup: string): never {
  const lines = [
    "  Syntax error in tag 'gist' while parsing the following markup:",
    '',
    `    ${markup}`,
    '',
    '  Valid syntax:',
    '    {% gist user/1234567 %}',
    '    {% gist user/1234567 foo.js %}',
    '    {% gist 28949e1d5ee2273f9fd3 %}',
    '    {% gist 28949e1d5ee2273f9fd3 best.md %}',
    '',
  ];
  throw new FilterError(lines.join('\n'), false);
}
