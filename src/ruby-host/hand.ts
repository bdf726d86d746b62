/** What a session has in hand: the site as it is now, and whose turn it is. */
import type { Config } from '../model/config.js';
import type { GeneratorTools } from '../model/generator.js';
import type { HookItem } from '../model/hook.js';
import { wholeText } from '../model/output.js';
import type { Renderable, SiteFile } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { SiteRendering } from '../model/site-rendering.js';
import { isTruthy, type RubyHash, type Value } from '../ruby/value.js';
import { fileAttributes, filesById } from './file-attributes.js';
import type { References } from './references.js';

/** What of a site Ruby knows that is another now. */
export interface Stale {
  /** Whether it knows of none yet. */
  readonly isFirst: boolean;
  readonly ids: readonly string[];
  readonly isData: boolean;
}

/** That of one session. */
export class Hand {
  /** The page or document whose hooks have their turn. */
  item: HookItem | null = null;
  /** Names for all templates, where they may be added to. */
  payload: Map<string, Value> | null = null;
  /** Takes the next token of the template that is parsed. */
  takeToken: (() => string | null) | null = null;
  private current: Site | null = null;
  private files: ReadonlyMap<string, SiteFile> = new Map();
  private givenTools: GeneratorTools | null = null;
  /** What Ruby knows of each file. */
  private known = new Map<string, Renderable>();
  private knownData: RubyHash | null = null;

  constructor(
    private readonly config: Config,
    private readonly references: References,
  ) {}

  /** Takes a site; answers what is no longer as Ruby knows it, `null` for the same site. */
  take(site: Site, tools: GeneratorTools | null): Stale | null {
    this.givenTools = tools ?? this.givenTools;
    if (this.current === site) return null;
    const isFirst = this.current === null;
    this.current = site;
    this.files = filesById(site);
    const files = renderables(site);
    const stale = files.filter((file) => this.known.has(file.id) && this.known.get(file.id) !== file);
    this.known = new Map(files.map((file) => [file.id, file]));
    const isData = this.knownData !== null && this.knownData !== site.data;
    this.knownData = site.data;
    return { isFirst, ids: stale.map(({ id }) => id), isData };
  }

  /** What Ruby changed itself is known to it: the next site that holds it is no news. */
  changedByRuby(ids: Iterable<string>, data: RubyHash | undefined): void {
    for (const id of ids) this.known.delete(id);
    if (data !== undefined) this.knownData = data;
  }

  get site(): Site {
    if (this.current === null) throw new Error('there is no site yet');
    return this.current;
  }

  get tools(): GeneratorTools {
    if (this.givenTools === null) throw new Error('that can be asked only once the site has been read');
    return this.givenTools;
  }

  /** The site's rendering; before the first page is rendered, one made for the purpose. */
  get rendering(): SiteRendering {
    return this.references.rendering ?? this.tools.rendering();
  }

  attributesOf(id: string): Value {
    const file = this.files.get(id);
    return file === undefined ? null : fileAttributes(file);
  }

  dataOf(id: string): RubyHash {
    if (this.item?.file.id === id) return this.item.data;
    const file = this.files.get(id);
    if (file?.kind === 'static') return file.data;
    return file?.kind === 'page' ? file.frontMatter : this.file(id).data;
  }

  contentOf(id: string): string {
    if (this.item?.file.id === id) return this.item.content;
    this.references.rendering?.dependOnFile(id, 'content');
    return this.references.rendering?.contentOf(id) ?? wholeText(this.file(id).body);
  }

  outputOf(id: string): string | null {
    if (this.item?.file.id === id) return this.item.output;
    this.references.rendering?.dependOnFile(id, 'output');
    return this.references.rendering?.outputOf(id) ?? null;
  }

  excerptOf(id: string, isRendered: boolean): string {
    const file = this.file(id);
    if (!isRendered) {
      this.references.rendering?.depend('unseen');
      return excerptText(file, this.config);
    }
    const drop = this.rendering.fileValue(id);
    const excerpt =
      drop !== null && typeof drop === 'object' && 'get' in drop ? drop.get('excerpt' as never) : null;
    return typeof excerpt === 'string' ? excerpt : '';
  }

  private file(id: string): Renderable {
    const file = this.item?.file.id === id ? this.item.file : this.files.get(id);
    if (file === undefined || file.kind === 'static') throw new Error(`no page or document has the id ${id}`);
    return file;
  }
}

function renderables(site: Site): Renderable[] {
  return [...site.pages, ...[...site.collections.values()].flatMap(({ documents }) => documents)];
}

/** What an excerpt is cut from, up to the separator. */
function excerptText(file: Renderable, config: Config): string {
  const body = wholeText(file.body);
  const separator = file.data.get('excerpt_separator') ?? config.excerptSeparator;
  const end = isTruthy(separator) ? body.indexOf(String(separator)) : -1;
  return end < 0 ? body : body.slice(0, end);
}
