/** The hand-written tables of `docs/tables`: what no table of the program says, examples above all, which a test runs. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A template or a text, and what becomes of it. */
export interface Example {
  readonly source: string;
  readonly prints: string;
  /** Further files of its site, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A tag, a filter, or a piece of kramdown. */
export interface Entry {
  readonly name: string;
  readonly about: string;
  readonly examples: readonly Example[];
}

/** Entries of one kind. */
export interface Section {
  readonly title: string;
  /** The version of Liquid that knows them; default 4. */
  readonly liquid?: 4 | 5;
  readonly entries: readonly Entry[];
}

/** A variable of templates. */
export interface Variable {
  /** As a template writes it, e.g. `page.title`. */
  readonly name: string;
  readonly about: string;
  /** A filter for what would be long, e.g. `size`. */
  readonly with?: string;
  /** What `inspect` shows of it in the sample site; left out where that says nothing. */
  readonly prints?: string;
}

/** Variables of one object. */
export interface VariableSection {
  readonly title: string;
  readonly variables: readonly Variable[];
}

/** A variable of the environment. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly about: string;
}

/** A site in which a gem is at work, and what comes of it. */
export interface PluginExample {
  /** Lines of `_config.yml` besides `plugins:`. */
  readonly config?: string;
  /** Files of the site by path, with front matter where they are pages. */
  readonly files?: Readonly<Record<string, string>>;
  /** The body of the page `example.html`, if there is one. */
  readonly source?: string;
  /** What that page's file ends in, when it is Markdown. */
  readonly extension?: 'md';
  /** Which file of the output is shown; that of the page unless given. */
  readonly shows?: string;
  /** What stands in it. */
  readonly prints?: string;
  /** The one commit that all of it is in, where there is one. */
  readonly commit?: PluginCommit;
  /** Why no test runs it, and with what it was tried by hand. */
  readonly tried?: string;
}

/** A commit of Git's. */
export interface PluginCommit {
  readonly author: string;
  /** E.g. `2024-05-01T12:00:00Z`. */
  readonly date: string;
}

/** A gem restated in the program. */
export interface PluginEntry {
  readonly name: string;
  /** The release that it writes the same as, e.g. `0.17.0`. */
  readonly version: string;
  readonly about: string;
  /** npm packages that the site needs for it, as `npm install` takes them. */
  readonly needs?: string;
  /** Keys of the configuration: what they are unless given, `''` for nothing, and what they do. */
  readonly options?: Readonly<Record<string, readonly [byDefault: string, about: string]>>;
  readonly front_matter?: Readonly<Record<string, string>>;
  /** What templates find. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Tags and filters. */
  readonly brings?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** What a text may have in it. */
  readonly syntax?: Readonly<Record<string, string>>;
  /** Names that the gem, or a release of it that is not written here, knows and nobody reads: what they do there. */
  readonly undone?: Readonly<Record<string, string>>;
  readonly example: PluginExample;
}

/** The tables by name. */
interface Tables {
  /** What is to be said of a command besides its description and flags, by its name. */
  readonly commands: Readonly<Record<string, string>>;
  readonly filters: readonly Section[];
  readonly tags: readonly Section[];
  readonly kramdown: readonly Entry[];
  readonly variables: readonly VariableSection[];
  readonly environment: readonly EnvironmentVariable[];
}

/** Reads `docs/tables/NAME.yml`. The tests say whether it is well. */
export function readTable<Name extends keyof Tables>(name: Name): Tables[Name] {
  return parse(readFileSync(`docs/tables/${name}.yml`, 'utf8')) as Tables[Name];
}

/** Reads `docs/tables/plugins`, a file for each gem, in the order of their names. */
export function readPlugins(): PluginEntry[] {
  const folder = 'docs/tables/plugins';
  return readdirSync(folder)
    .sort()
    .map((file) => parse(readFileSync(`${folder}/${file}`, 'utf8')) as PluginEntry);
}

/** The names of the npm packages that a gem needs, without their versions. */
export function packagesOf({ needs = '' }: PluginEntry): string[] {
  return needs.split(' ').flatMap((name) => (name === '' ? [] : [name.replace(/(?<=.)@[^/]*$/, '')]));
}
