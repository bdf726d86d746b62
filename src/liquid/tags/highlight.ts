import { codeLines } from '../../highlight/code-lines.js';
import { escapeCode } from '../../highlight/formatter.js';
import { LINE_END_STAND_IN } from '../../highlight/line-end-stand-in.js';
import { lineTable } from '../../highlight/line-table.js';
import { splitWords, strip } from '../../ruby/string.js';
import { toText } from '../../ruby/to-s.js';
import { isTruthy } from '../../ruby/value.js';
import { LiquidError } from '../errors.js';
import { escapeHtml } from '../filters/escape-html.js';
import { SPACE } from '../parse/syntax.js';
import type { Frame } from '../run/frame.js';
import type { TagDefinition } from '../tag.js';

/** A language, then names, `name=value` or `name="1 2 3"`; a line of the markup is enough. */
const SYNTAX = new RegExp(
  `(?<![^\\n])([a-zA-Z0-9.+#_-]+)((?:${SPACE}+\\w+(?:=(?:\\w+|"(?:[0-9]+${SPACE})*[0-9]+"))?)*)(?![^\\n])`,
);
const OPTION = /(?:\w="[^"]*"|\w=\w|\w)+/g;
const OUTER_LINE_ENDS = /^[\n\r]+|[\n\r]+$/g;

/** Options of one tag: `true` for a bare name, a list for a quoted value. */
type Options = ReadonlyMap<string, string | true | readonly string[]>;

/** `{% highlight language linenos mark_lines="1 2" %}…{% endhighlight %}` (Jekyll 4.4.1, `Tags::HighlightBlock`). */
export const highlight: TagDefinition = {
  name: 'highlight',
  hasBody: true,
  parse(markup, parser) {
    const match = SYNTAX.exec(strip(markup));
    if (match === null) throw invalidMarkup(markup);
    const language = match[1]!.toLowerCase();
    const options = parseOptions(match[2]!);
    const { write: body } = parser.body();
    return {
      isBlank: parser.isBlank,
      write: (frame) => {
        const code = frame.capture(body).replace(OUTER_LINE_ENDS, '');
        const figure = wrap(format(code, language, options, frame), language);
        frame.write(affix(frame, 'highlighter_prefix') + figure + affix(frame, 'highlighter_suffix'));
      },
    };
  },
};

function parseOptions(markup: string): Options {
  const options = new Map<string, string | true | readonly string[]>();
  for (const option of markup.match(OPTION) ?? []) {
    const [key, value] = option.split('=') as [string, string?];
    if (value?.includes('"')) options.set(key, splitWords(value.replaceAll('"', '')));
    else options.set(key, value || true);
  }
  return options;
}

function affix(frame: Frame, name: string): string {
  const value = frame.lookup(name);
  return isTruthy(value) ? toText(value) : '';
}

/** By the site's `highlighter`: Rouge (which Pygments falls back to), else plain escaped text. */
function format(code: string, language: string, options: Options, frame: Frame): string {
  frame.render.depend('config:highlighter');
  frame.render.depend('config:markdown');
  const highlighter = frame.config?.highlighter ?? (frame.render.highlighter === null ? 'none' : 'rouge');
  if (highlighter === 'pygments') frame.render.warn({ kind: 'pygments' });
  if (highlighter !== 'rouge' && highlighter !== 'pygments') return strip(escapeHtml(code));
  const html = highlightCode(code, language, frame);
  const marked = options.has('mark_lines') ? markLines(html, options) : html;
  const whole = options.has('linenos') ? lineTable(marked, code, TABLE_CLASSES) : marked;
  const isPages = frame.config?.markdown === 'commonmarkghpages';
  return isPages ? whole.replaceAll(/\r?\n/g, LINE_END_STAND_IN) : whole;
}

function highlightCode(code: string, language: string, { render: { highlighter } }: Frame): string {
  const name = language === 'guess' ? (highlighter?.guess(code) ?? null) : language;
  return (name === null ? null : highlighter?.highlight(code, name)) ?? escapeCode(code);
}

/** Rouge's `HTMLLineHighlighter`. */
function markLines(html: string, options: Options): string {
  const value = options.get('mark_lines');
  if (typeof value !== 'object') {
    throw new LiquidError(
      'ruby',
      'Syntax Error for mark_lines declaration. Expected a double-quoted list of integers.',
    );
  }
  const marked = new Set(value.map(Number));
  return codeLines(html)
    .map((line, index) => (marked.has(index + 1) ? `<span class="hll">${line}\n</span>` : `${line}\n`))
    .join('');
}

/** The classes of Jekyll's tables; every kind of `linenos` makes one. */
const TABLE_CLASSES = { gutterClass: 'gutter', codeClass: 'code' };

function wrap(code: string, language: string): string {
  const attributes = `class="language-${language.replaceAll('+', '-')}" data-lang="${language}"`;
  const text = code.replace(/(?:\r\n|\n|\r)$/, '');
  return `<figure class="highlight"><pre><code ${attributes}>${text}</code></pre></figure>`;
}

function invalidMarkup(markup: string): LiquidError {
  return new LiquidError(
    'ruby',
    `Syntax Error in tag 'highlight' while parsing the following markup:\n\n${markup}\n\n` +
      'Valid syntax: highlight <lang> [linenos] [mark_lines="3 4 5"]\n\n' +
      'See https://jekyllrb.com/docs/liquid/tags/#code-snippet-highlighting for more details.\n',
  );
}
