import { createHash } from 'node:crypto';
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { FilterError } from '../liquid/filter.js';
import type { Frame } from '../liquid/run/frame.js';
import { noMethod } from '../liquid/run/ruby-errors.js';
import type { TagDefinition } from '../liquid/tag.js';
import { downcase, strip } from '../ruby/string.js';
import { toS } from '../ruby/to-s.js';
import { dig } from './shared/template-values.js';

/** jekyll-tabs 1.2.0: the blocks `tabs` and `tab`, whose labels and contents become two lists. */
export const tabs: EnginePlugin = {
  name: 'jekyll-tabs',
  isSafe: true,
  liquidTags() {
    const groups: Groups = new WeakMap();
    return [tabsTag(groups), tabTag(groups)];
  },
};

/** What the `tab` blocks of one text left for its `tabs`: by name, then by label, HTML. */
type Groups = WeakMap<Frame, Map<string, Map<string, string>>>;

/** `{% tabs NAME %}…{% endtabs %}` prints the tabs of the name, and nothing else of what stands in it. */
function tabsTag(groups: Groups): TagDefinition {
  return {
    name: 'tabs',
    hasBody: true,
    parse(markup, parser) {
      if (markup === '') throw new FilterError('Block tabs requires 1 attribute', false);
      const name = strip(markup);
      const { write: body } = parser.body();
      return {
        isBlank: parser.isBlank,
        write(frame) {
          frame.discard(body);
          const group = groups.get(frame)?.get(name);
          if (group === undefined) throw noMethod('each_with_index', null);
          frame.write(lists(name, group, toS(dig(frame.page, 'url'))));
        },
      };
    },
  };
}

/** `{% tab NAME any label %}…{% endtab %}`; a label that comes again has the newer content in the former's place. */
function tabTag(groups: Groups): TagDefinition {
  return {
    name: 'tab',
    hasBody: true,
    parse(markup, parser) {
      const [, name, label] = /^\s*(\S+)\s+([\s\S]*)$/.exec(markup) ?? [];
      if (name === undefined || label === undefined) {
        throw new FilterError('Block tab requires 2 attributes', false);
      }
      const { write: body } = parser.body();
      return {
        isBlank: parser.isBlank,
        write(frame) {
          const html = frame.markdownify(frame.capture(body));
          const ofText = groups.get(frame) ?? new Map<string, Map<string, string>>();
          groups.set(frame, ofText);
          ofText.set(name, (ofText.get(name) ?? new Map()).set(label, html));
          frame.write(html);
        },
      };
    },
  };
}

/** The list of labels and that of contents, which a script of the site's connects by their ids. */
function lists(name: string, group: ReadonlyMap<string, string>, url: string): string {
  const id = idOf(url, name, ...group.keys(), ...group.values());
  const tabs = [...group].map(([label, html], index) => ({
    label,
    html,
    active: index === 0 ? ' class="active"' : '',
  }));
  const labels = tabs.map(
    ({ label, active }) =>
      `\n      <li${active} id="${slugOf(label)}">\n          <a href="#">${label}</a>\n      </li>\n  `,
  );
  const contents = tabs.map(({ html, active }) => `\n      <li${active}>${html}</li>\n  `);
  return (
    `<ul id="${name}" class="tab" data-tab="${id}" data-name="${name}">\n  ${labels.join('')}\n</ul>\n` +
    `<ul class="tab-content" id="${id}" data-name="${name}">\n  ${contents.join('')}\n</ul>\n`
  );
}

function slugOf(label: string): string {
  return downcase(label)
    .replace(/[^0-9A-Za-z]/gu, '-')
    .replace(/-$/, '');
}

/** In the form of a UUID. The gem's comes by chance; this one is the same each time, and another for other tabs. */
function idOf(...parts: readonly string[]): string {
  const digits = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
