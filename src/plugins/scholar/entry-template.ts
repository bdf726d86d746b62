/** The template of a bibliography's entries: `bibliography_template`, the name of a layout or a text. */
import type { Frame, Variables } from '../../liquid/run/frame.js';
import type { Write } from '../../liquid/tag.js';
import type { Value } from '../../ruby/value.js';
import type { Entry } from './bibtex/entry.js';
import { baseUrl, detailsLink } from './details-address.js';
import { entryValues } from './entry-values.js';
import { repositoryLinks } from './repository.js';
import type { ScholarScope } from './scholar-scope.js';
import type { TagPlace } from './scholar-tag.js';

/** Names of a page's rendering that the template does not see. */
const HIDDEN = ['content', 'layout', 'paginator', 'highlighter_prefix', 'highlighter_suffix'];

/** Writes entries by a template, each with names of its own. What it assigns is still there for the next entry of the page. */
export class EntryTemplate {
  private readonly write: Write;
  private readonly assigned: Variables;

  constructor(
    private readonly scope: ScholarScope,
    place: TagPlace,
  ) {
    this.write = templateOf(scope);
    this.assigned = assignedOn(scope.frame.page, place);
  }

  /** @param number the entry's place in the list, from 1 */
  render(entry: Entry, number: number): string {
    const inner = this.scope.frame.detached(new EntryNames(this.scope, entry, number), this.assigned);
    return inner.runtime.withOwnCounters(() => {
      this.write(inner);
      return inner.text;
    });
  }
}

function assignedOn(page: Value, { assigned }: TagPlace): Variables {
  if (typeof page !== 'object' || page === null) return new Map();
  let names = assigned.get(page);
  if (names === undefined) assigned.set(page, (names = new Map()));
  return names;
}

function templateOf({ settings, options, frame }: ScholarScope): Write {
  const text = (options.template ?? settings.text('bibliography_template')) || '{{reference}}';
  const layout = frame.render.findLayout(text);
  if (layout === null) return frame.runtime.inline(text);
  const template = frame.runtime.template(layout.path, layout.text, frame.render, layout.line);
  return (inner: Frame) => template.renderInto(inner);
}

/** What the template sees of an entry. Formatting is work, so a reference is made where it is read. */
class EntryNames extends Map<string, Value> {
  constructor(
    private readonly scope: ScholarScope,
    private readonly entry: Entry,
    number: number,
  ) {
    super();
    for (const name of HIDDEN) super.set(name, null);
    super.set('page', scope.frame.page);
    super.set('index', number);
    super.set('key', entry.key);
    super.set('type', entry.type);
  }

  override has(name: string): boolean {
    return super.has(name) || Object.hasOwn(MADE_WHEN_READ, name);
  }

  override get(name: string): Value | undefined {
    const known = super.get(name);
    if (known !== undefined || !Object.hasOwn(MADE_WHEN_READ, name)) return known;
    const made = MADE_WHEN_READ[name]!(this.scope, this.entry, super.get('index') as number);
    super.set(name, made);
    return made;
  }
}

const MADE_WHEN_READ: Readonly<Record<string, (scope: ScholarScope, entry: Entry, number: number) => Value>> =
  {
    entry: ({ settings }, entry) => entryValues(entry, settings),
    reference: (scope, entry, number) => scope.reference(entry, number),
    details: ({ settings, config }, entry) => detailsLink(entry, settings, config),
    link(scope, entry) {
      const links = linksOf(scope, entry);
      return links.get('pdf') ?? links.get('ps') ?? null;
    },
    links: (scope, entry) => new Map<Value, Value>(linksOf(scope, entry)),
  };

function linksOf({ repository, config }: ScholarScope, { key }: Entry): Map<string | null, string> {
  return repositoryLinks(repository, key, baseUrl(config));
}
