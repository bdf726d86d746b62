/**
 * What an output read, as a key. Each kind has its fingerprint in `render/fingerprints.ts`; a kind that has none does not compile.
 *
 * Names in keys are the site's own (paths relative to a folder of the site, labels, ids): no key holds an absolute path of the site.
 */
export type DependencyKey =
  /** A file of the source by its path, e.g. `source:docs/_part.md`, or that there is none. */
  | `source:${string}`
  /** The file `{% include NAME %}` finds, or that there is none. */
  | `include:${string}`
  /** The layout of that name, its front matter included, or that there is none. */
  | `layout:${string}`
  /** A key of the configuration, read by the build itself: filters, converters, tags, plugins. */
  | `config:${string}`
  /** `site.KEY` as templates see it; `site:*` is which keys there are; `site:pages` and the like are members and order. */
  | `site:${string}`
  /** A top-level entry of `site.data`; `data:*` is which entries there are. */
  | `data:${string}`
  /** Members and order of a collection. */
  | `collection:${string}`
  /** An attribute of all members of a group, see `groupKey`. */
  | `members:${string}`
  /** A page, document or static file itself (front matter, text, address); or one attribute of it, see `attributeKey`. */
  | `page:${string}`
  /** An attribute of the theme. */
  | `theme:${string}`
  /** The present moment; or only what it prints in a format, e.g. `time:%Y`. */
  | 'time'
  | `time:${string}`
  /** A variable of the environment. */
  | `env:${string}`
  /** What runs plugins in another language, by its name: the program's version, and the files that were loaded there. */
  | `code:${string}`
  /** Where `{% link PATH %}` leads. */
  | `link:${string}`
  /** Where `{% post_url NAME %}` leads. */
  | `post:${string}`
  /** When a file was changed last, by Git or its own stamp. */
  | `modified:${string}`
  /** The bytes of a Sass file, by its path within the site or the theme. */
  | `sass:${string}`
  /** The names of the Sass files below a folder. */
  | `sass-names:${string}`
  /** What outputs before this one left behind, see `CarriedName`. */
  | `carried:${CarriedName}`
  /** Chance: never the same again. */
  | 'random'
  /** What nobody records, such as what a user's own plugin reads: made anew each time. */
  | 'unseen';

/** What stands before the first colon of a key. */
export type DependencyKind = KindOf<DependencyKey>;

type KindOf<K extends string> = K extends `${infer Kind}:${string}` ? Kind : K;

/** State that goes from one output to the next, by name. */
export type CarriedName =
  /** A counter of `increment` and `decrement`. */
  | `counter ${string}`
  /** What a template remembers from one rendering to the next, by its key: positions of `cycle`, */
  | `cycles ${string}`
  /** what `ifchanged` wrote last, */
  | `lastChanged ${string}`
  /** where `offset: continue` goes on. */
  | `offsets ${string}`
  /** The text that came first under a template's key. */
  | `template ${string}`
  /** A name of the payload that an output before this one set, e.g. `layout`, `content`. */
  | `payload ${string}`
  /** What `include_cached` rendered first for a file and parameters. */
  | `included ${string}`
  /** The excerpt of a page or document, by its id, as it was rendered first. */
  | `excerpt ${string}`
  /** The date `last_modified_at` printed first for a path. */
  | `modified ${string}`
  /** That a layout of a name is missing, which was told in full. */
  | `told ${string}`
  /** Whether a Markdown text was converted, which completes `site.kramdown`. */
  | 'kramdown';

/** Between an id and an attribute; neither ids nor labels hold it. */
const OF = '\0';

/** The key of one attribute of a page, document or static file. */
export function attributeKey(id: string, attribute: string): DependencyKey {
  return `page:${id}${OF}${attribute}`;
}

/** The key of an attribute over all members of a group. */
export function groupKey(group: MemberGroup, attribute: string): DependencyKey {
  return `members:${group}${OF}${attribute}`;
}

/** Files that templates see in lists: a collection by its label, pages, static files. */
export type MemberGroup = `collection ${string}` | 'pages' | 'static files';

/** A key's parts: what stands before the attribute, and the attribute; `null` where the key has none. */
export function splitKey(key: DependencyKey): { readonly of: string; readonly attribute: string | null } {
  const colon = key.indexOf(':');
  const rest = key.slice(colon + 1);
  const end = rest.indexOf(OF);
  return end < 0
    ? { of: rest, attribute: null }
    : { of: rest.slice(0, end), attribute: rest.slice(end + OF.length) };
}

/** The kind of a key. */
export function kindOf(key: DependencyKey): DependencyKind {
  const colon = key.indexOf(':');
  return (colon < 0 ? key : key.slice(0, colon)) as DependencyKind;
}

/** A key for people: `page:posts:_posts/a.md.title`. */
export function printKey(key: DependencyKey): string {
  return key.replace(OF, '.');
}
