/** A page for each entry, where the site has the layout for it (jekyll-scholar 7.3.0, `DetailsGenerator`). */
import type { Page } from '../../model/page.js';
import type { Additions, Generator, GeneratorTools } from '../../model/plugin.js';
import type { Layout, Site } from '../../model/site.js';
import * as messages from '../../report/messages.js';
import { joinPaths } from '../../ruby/file-path.js';
import { OpaqueDrop } from '../../ruby/opaque-drop.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { bibliographyPaths, readBibliography } from './bibliography-files.js';
import type { Entry } from './bibtex/entry.js';
import { baseUrl, detailsLayoutName, detailsPath } from './details-address.js';
import { entryValues } from './entry-values.js';
import { Formatters } from './formatter.js';
import { ReferenceWriter } from './reference-writer.js';
import { fileKey, type Repository, readRepository, repositoryLinks } from './repository.js';
import { ScholarSettings } from './settings.js';
import { sortEntries } from './sort-entries.js';

export const detailsGenerator: Generator = {
  name: 'Jekyll::Scholar::DetailsGenerator',
  priority: 'high',
  generate(site, tools) {
    const section = site.config.settings.get('scholar') ?? null;
    const settings = new ScholarSettings(section);
    if (section instanceof Map && section.has('use_raw_bibtex_entry')) {
      tools.report(messages.scholarRawEntry(site.config.placeOf(['scholar', 'use_raw_bibtex_entry'])));
    }
    const layout = site.layouts.get(detailsLayoutName(settings));
    return layout === undefined ? {} : detailsPages(site, settings, layout, tools);
  },
};

function detailsPages(
  site: Site,
  settings: ScholarSettings,
  layout: Layout,
  tools: GeneratorTools,
): Additions {
  const { config } = site;
  const paths = bibliographyPaths([], settings, config, (text) => text);
  const matchFields = settings.isOn('remove_duplicates') ? [] : null;
  const bibliography = readBibliography(paths, settings, matchFields, {
    config,
    // A page's own data is what it goes by.
    depend: () => {},
    report: (diagnostic) => tools.report(diagnostic),
  });
  const found = bibliography.query(settings.text('query'));
  const isUnsorted = settings.get('sort_by') === 'none';
  const entries = isUnsorted ? found : sortEntries(found, settings.words('sort_by'), settings.words('order'));
  const repository = readRepository(settings, config);
  const formatters = new Formatters(config);
  const report: GeneratorTools['report'] = (diagnostic) => tools.report(diagnostic);
  const parts = { settings, site, layout, repository, formatters, report };
  return { pages: entries.map((entry) => detailsPage({ ...parts, entry }, tools)) };
}

interface PageParts {
  readonly entry: Entry;
  readonly settings: ScholarSettings;
  readonly site: Site;
  readonly layout: Layout;
  readonly repository: Repository;
  readonly formatters: Formatters;
  readonly report: GeneratorTools['report'];
}

/** The layout's text is the page's own, with the entry beside the layout's front matter. */
function detailsPage(parts: PageParts, tools: GeneratorTools): Page {
  const { entry, settings, site, layout, repository } = parts;
  const values = entryValues(entry, settings);
  const links = repositoryLinks(repository, entry.key, baseUrl(site.config));
  const data: RubyHash = new Map<Value, Value>([
    ...layout.data,
    ['entry', values],
    ['reference', new Reference(parts)],
    ['key', entry.key],
    ['type', entry.type],
    ['link', links.get('pdf') ?? links.get('ps') ?? null],
    ['links', new Map<Value, Value>(links)],
  ]);
  if (values.has('title')) data.set('title', values.get('title') ?? null);
  // A slash in the key belongs to the name.
  const name = `${fileKey(entry.key)}.html`;
  const path = joinPaths(settings.text('details_dir'), name).replace(/^\//, '');
  const page = tools.page({ path, data, body: layout.body, madeFor: entry.key });
  return {
    ...page,
    name,
    bodyLine: layout.bodyLine,
    givenUrl: detailsPath(entry, settings, site.config),
  };
}

/** An entry's formatted reference: a text that is made where it is printed. */
class Reference extends OpaqueDrop {
  readonly className = 'String';
  private text: string | null = null;

  constructor(private readonly parts: Pick<PageParts, 'entry' | 'settings' | 'formatters' | 'report'>) {
    super();
  }

  override toText(): string {
    return (this.text ??= this.format());
  }

  override toJson(): Value {
    return this.toText();
  }

  /** What it is made of, which is there without the work of formatting. */
  override inspect(): string {
    const { entry, settings, formatters } = this.parts;
    const style = { style: settings.text('style'), locale: settings.text('locale') };
    return formatters.fingerprint(style) + entry.toBibtex(['{', '}']);
  }

  private format(): string {
    const { entry, settings, formatters, report } = this.parts;
    const writer = new ReferenceWriter(formatters, settings, settings.text('style'), {
      depend: () => {},
      report,
    });
    return writer.reference(entry, null, entry.key);
  }
}
