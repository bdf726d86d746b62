/** Where the `link` and `post_url` tags lead: indexes made at their first use. */
import type { LinkTarget } from '../liquid/context.js';
import type { Document, Page } from '../model/page.js';
import type { Site } from '../model/site.js';
import { suggest } from '../ruby/suggest.js';
import { clockFields } from '../ruby/time/time.js';
import { toS } from '../ruby/to-s.js';

/** Finds files by path and posts by name. */
export class Links {
  private byPath: Map<string, LinkTarget> | null = null;
  private posts: PostIndex | null = null;

  constructor(private readonly site: Site) {}

  /** By path relative to the source, with or without a leading slash (Jekyll 4.4.1, `Tags::Link`). */
  findFile(path: string): LinkTarget | null {
    this.byPath ??= indexFiles(this.site);
    return this.byPath.get(path) ?? this.byPath.get(path.startsWith('/') ? path : `/${path}`) ?? null;
  }

  /** The post of that name and whether only its date and slug agree with it. */
  findPost(name: string): { readonly target: LinkTarget; readonly isByDate: boolean } | null {
    this.posts ??= new PostIndex(this.site.collections.get('posts')?.documents ?? []);
    return this.posts.find(name);
  }

  /** A hint naming what may have been meant: the same name with another extension or date, else the nearest; `null` when none is near. */
  near(kind: 'file' | 'post', name: string): string | null {
    const known = kind === 'file' ? [...(this.byPath?.keys() ?? [])] : (this.posts?.names() ?? []);
    const stem = stemOf(name);
    const same = known.find((one) => stemOf(one) === stem);
    return same === undefined ? suggest(name, known) : `Did you mean '${same}'?`;
  }
}

/** Without what is most often mistaken: a date before the name, an extension behind it. */
function stemOf(name: string): string {
  return name
    .replace(/^\//, '')
    .replace(/(^|\/)\d+-\d+-\d+-/, '$1')
    .replace(/\.\w+$/, '');
}

/** Only what is written can be linked to; the first of several with one path wins. */
function indexFiles(site: Site): Map<string, LinkTarget> {
  const index = new Map<string, LinkTarget>();
  const add = (path: string, target: LinkTarget): void => {
    if (!index.has(path)) index.set(path, target);
  };
  const collections = [...site.collections.values()];
  for (const page of site.pages) add(relativePath(page), page);
  for (const file of [...site.staticFiles, ...collections.flatMap(({ files }) => files)]) {
    if (file.isWritten) add(file.path, file);
  }
  for (const { documents } of collections) {
    for (const document of documents) if (document.isWritten) add(document.path, document);
  }
  return index;
}

/** A page's own path, whatever its front matter says under `path`. */
function relativePath(page: Page): string {
  return (page.dir + page.name).replace(/^\//, '');
}

const POST_NAME = /^(.+\/)*(\d+-\d+-\d+)-(.*)$/;

/** Posts by file name, and by date and slug (Jekyll 4.4.1, `Tags::PostComparer`). */
class PostIndex {
  private readonly byName = new Map<string, Document>();
  private readonly byDate = new Map<string, Document>();

  constructor(posts: readonly Document[]) {
    for (const post of posts) {
      for (const name of namesOf(post)) if (!this.byName.has(name)) this.byName.set(name, post);
      const { year, month, day } = clockFields(post.date);
      const key = dateKey(year, month, day, toS(post.data.get('slug') ?? null));
      if (!this.byDate.has(key)) this.byDate.set(key, post);
    }
  }

  names(): string[] {
    return [...this.byName.keys()];
  }

  find(name: string): { readonly target: LinkTarget; readonly isByDate: boolean } | null {
    const bare = name.replace(/^\//, '');
    const named = this.byName.get(bare);
    if (named) return { target: named, isByDate: false };
    const parts = POST_NAME.exec(bare);
    if (!parts) return null;
    const [year, month, day] = parts[2]!.split('-').map(Number) as [number, number, number];
    const dated = this.byDate.get(dateKey(year, month, day, parts[3]!));
    return dated ? { target: dated, isByDate: true } : null;
  }
}

function dateKey(year: number, month: number, day: number, slug: string): string {
  return `${year}-${month}-${day} ${slug}`;
}

/**
 * The names a post answers to: its path without `_posts/` and without its extension. What follows any dot counts as extension, so
 * `2024-01-01-a.b.md` is also found as `2024-01-01-a`.
 */
function namesOf(post: Document): string[] {
  const match = /^(?:_posts\/(.*)|(.*\/)?_posts\/([^/]*))$/.exec(post.path);
  if (!match) return [];
  const path = match[1] ?? `${match[2] ?? ''}${match[3]}`;
  const slash = path.lastIndexOf('/') + 1;
  const names: string[] = [];
  for (let dot = path.indexOf('.', slash); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    names.push(path.slice(0, dot));
  }
  return names.reverse();
}
