import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { tagAttributes } from '../liquid/parse/syntax.js';
import type { Frame } from '../liquid/run/frame.js';
import type { TagDefinition } from '../liquid/tag.js';
import { downcase } from '../ruby/string.js';
import { toS } from '../ruby/to-s.js';
import { Drop, type Value } from '../ruby/value.js';
import { dig } from './shared/template-values.js';

/** jekyll-figure 0.2.0: the block `figure`, Markdown with a caption, and the tag `figref`, a link to one by its label. */
export const figure: EnginePlugin = {
  name: 'jekyll-figure',
  isSafe: true,
  liquidTags() {
    const numbers: Numbers = new WeakMap();
    return [figureTag(numbers), referenceTag(numbers)];
  },
};

/** Numbers of figures by their labels, for a page and its layouts. */
type Numbers = WeakMap<object, Map<string, number>>;

/** What a figure is called, by the page's `lang`; English for others. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['en', 'Figure'],
  ['de', 'Abbildung'],
  ['sv', 'Figur'],
  ['fr', 'Figure'],
]);

const PARAGRAPH_TAGS = /<\/?p[^>]*>/g;

/** `{% figure caption:"*Text*" class:"wide" label:one %}…{% endfigure %}`; the attributes may hold Liquid. */
function figureTag(numbers: Numbers): TagDefinition {
  return {
    name: 'figure',
    hasBody: true,
    parse(markup, parser) {
      const { write: body } = parser.body();
      return {
        isBlank: parser.isBlank,
        write(frame) {
          const attributes = new Map(tagAttributes(frame.capture(frame.runtime.inline(markup))));
          const caption = attributes.get('caption');
          const figcaption =
            caption === undefined ? '' : captionOf(caption, attributes.get('label') ?? '', frame, numbers);
          const content = frame.markdownify(frame.capture(body));
          frame.depend('config:jekyll-figure');
          const keeps = dig(frame.config?.settings ?? null, 'jekyll-figure', 'paragraphs') !== false;
          const main = keeps ? content : content.replace(PARAGRAPH_TAGS, '');
          const start = startTag(attributes, caption !== undefined);
          frame.write(`${start}${main}${figcaption}</figure>`);
        },
      };
    },
  };
}

function captionOf(caption: string, label: string, frame: Frame, numbers: Numbers): string {
  const html = frame
    .markdownify(withoutQuotes(caption))
    .replace(PARAGRAPH_TAGS, '')
    .replace(/\r?\n$/, '');
  const number = label === '' ? '' : `<em>${word(frame)} ${numberOf(label, frame, numbers)}:</em> `;
  return `  <figcaption>${number}${html}</figcaption>\n`;
}

/** As in the gem, a class without double quotes gets lost, and a label keeps its first one. */
function startTag(attributes: ReadonlyMap<string, string>, hasCaption: boolean): string {
  const classes = attributes.get('class');
  const label = attributes.get('label') ?? '';
  const unquoted = classes === undefined ? '' : withoutQuotes(classes);
  const classPart = classes === undefined ? '' : ` class="${unquoted === classes ? '' : unquoted}"`;
  const id = (hasCaption ? withoutSpace(label) : label).replace(/A"|"(?=\n?$)/g, '');
  return `<figure${classPart}${label === '' ? '' : ` id="${id}"`}>`;
}

/** `{% figref one %}`, without a number as long as the figure has not come. */
function referenceTag(numbers: Numbers): TagDefinition {
  return {
    name: 'figref',
    parse: (markup) => ({
      isBlank: false,
      write(frame) {
        const label = withoutSpace(markup);
        const number = numbersOf(frame, numbers).get(label) ?? '';
        frame.write(`<a href="#${label}">${downcase(word(frame))} ${number}</a>`);
      },
    }),
  };
}

function numberOf(label: string, frame: Frame, numbers: Numbers): number {
  const known = numbersOf(frame, numbers);
  const key = withoutSpace(label);
  if (!known.has(key)) known.set(key, known.size + 1);
  return known.get(key)!;
}

function numbersOf(frame: Frame, numbers: Numbers): Map<string, number> {
  const page = frame.page;
  const owner = typeof page === 'object' && page !== null ? page : frame;
  const known = numbers.get(owner) ?? new Map<string, number>();
  numbers.set(owner, known);
  return known;
}

/** The page's own word, `figure`, or that of its language. */
function word({ page }: Frame): string {
  if (hasKey(page, 'figure')) return toS(dig(page, 'figure'));
  const language = hasKey(page, 'lang') ? toS(dig(page, 'lang')) : 'en';
  return WORDS.get(language) ?? 'Figure';
}

function hasKey(page: Value, key: string): boolean {
  if (page instanceof Drop) return page.has(key);
  return page instanceof Map && page.has(key);
}

function withoutQuotes(text: string): string {
  return text.replace(/^"|"(?=\n?$)/g, '');
}

function withoutSpace(text: string): string {
  return text.replace(/[\t\n\v\f\r ]/g, '');
}
