/** Gems of a site whose work is not done here, and what templates and pages miss by it. */
import type { AbsentNames } from '../liquid/engine.js';
import { columnOf, lineOf, type Place } from '../liquid/errors.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Site } from '../model/site.js';
import * as messages from '../report/messages.js';
import { allDocuments } from '../site/site-files.js';
import { type LackingGem, lackingGems } from './known-gems.js';
import { isDone, type NamedGem } from './named-gems.js';
import { gemOfFilter, gemOfTag } from './names-of-gems.js';

/**
 * Extensions of pages that nobody need convert: what they say is what browsers, feed readers and other programs take. Only a page with
 * another one may have waited for a plugin that nobody knows.
 */
const FINISHED_EXTENSIONS: ReadonlySet<string> = new Set(
  (
    '.html .htm .xhtml .xht .xml .xsl .rss .atom .rdf .css .js .mjs .cjs .map .json .jsonld .geojson .json5 .webmanifest ' +
    '.webapp .svg .txt .text .csv .tsv .ics .vcf .opml .kml .gpx .xspf .m3u .m3u8 .pls .bib .yml .yaml .toml .conf .htaccess .php ' +
    '.asp .aspx .jsp .cgi .py .rb .sh .ps1 .bat .sql .lua .wasm .vtt .srt .appcache .plist .pem .asc .sig .dtd .xsd .wsdl'
  ).split(' '),
);

/** Those of one site. */
export class MissingGems implements AbsentNames {
  private readonly known: readonly { readonly gem: LackingGem; readonly named: NamedGem }[];
  private readonly unknown: readonly NamedGem[];

  /**
   * @param named   the gems of a site; those whose work is done are passed over
   * @param isQuiet whether a gem is told of only where something of it is used
   */
  constructor(
    named: readonly NamedGem[],
    private readonly isQuiet: (name: string) => boolean,
  ) {
    const missing = named.filter(({ name }) => !isDone(name));
    this.known = missing.flatMap((gem) => {
      const known = lackingGems.get(gem.name);
      return known === undefined ? [] : [{ gem: known, named: gem }];
    });
    this.unknown = missing.filter(({ name }) => !lackingGems.has(name));
  }

  /** Their names. */
  get names(): readonly string[] {
    return [...this.known.map(({ named }) => named.name), ...this.unknown.map(({ name }) => name)];
  }

  /** One warning for each. */
  warnings(): Diagnostic[] {
    return [
      ...this.known
        .filter(({ named }) => !this.isQuiet(named.name))
        .map(({ gem, named }) => messages.pluginNotSupported(named.name, gem, named.place())),
      ...this.unknown.map(({ name, place }) => messages.pluginUnknown(name, place())),
    ];
  }

  tagHint(name: string): string | null {
    return (
      this.hint('tag', ({ tags }) => tags?.includes(name) ?? false) ?? unnamedHint('tag', gemOfTag.get(name))
    );
  }

  filterHint(name: string): string | null {
    const hint = this.hint('filter', ({ filters }) => filters?.includes(name) ?? false);
    return hint ?? unnamedHint('filter', gemOfFilter.get(name));
  }

  undefinedFilter(name: string, place: Place | null): Diagnostic | null {
    const hint = this.hint('filter', ({ filters }) => filters?.includes(name) ?? false);
    return hint === null
      ? null
      : messages.undefinedFilter(name, hint, place === null ? undefined : toPlace(place));
  }

  /**
   * Pages that are written as they stand, though a gem that is missing converts them, or may.
   *
   * @param isConverted whether any converter takes files with an extension
   */
  unconvertedPages(site: Site, isConverted: (extension: string) => boolean): Diagnostic[] {
    if (this.known.length + this.unknown.length === 0) return [];
    return [...site.pages, ...allDocuments(site)].flatMap(({ path, extension }) => {
      const hint = isConverted(extension) ? null : this.converterHint(extension.toLowerCase());
      return hint === null ? [] : [messages.unconvertedPage(path, extension, hint)];
    });
  }

  private converterHint(extension: string): string | null {
    const hint = this.knownHint('converter', ({ extensions }) => extensions?.includes(extension) ?? false);
    if (hint !== null) return hint;
    return extension === '' || FINISHED_EXTENSIONS.has(extension) ? null : this.unknownHint('converter');
  }

  /** Whose something is: a known gem's that has it, else perhaps that of one that nobody knows. */
  private hint(what: string, has: (gem: LackingGem) => boolean): string | null {
    return this.knownHint(what, has) ?? this.unknownHint(what);
  }

  private knownHint(what: string, has: (gem: LackingGem) => boolean): string | null {
    const owners = this.known.filter(({ gem }) => has(gem)).map(({ named }) => named.name);
    if (owners.length === 0) return null;
    return `It is the ${what} of the gem ${owners.join(' or ')}, whose work is not done here yet.`;
  }

  private unknownHint(what: string): string | null {
    if (this.unknown.length === 0) return null;
    const names = this.unknown.map(({ name }) => name).join(' or ');
    return `It may be a ${what} of the gem ${names}, of which nothing is known here.`;
  }
}

/** What a gem brings that is restated here and that the site does not name. */
function unnamedHint(what: string, gem: string | undefined): string | null {
  return gem === undefined ? null : `It is the ${what} of ${gem}: name it below \`plugins\`.`;
}

function toPlace(place: Place): messages.Place {
  return { file: place.file, line: lineOf(place), column: columnOf(place) };
}
