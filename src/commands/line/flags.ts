/**
 * The switches of every command: Jekyll's names, letters and configuration keys (Jekyll 4.4.1, `exe/jekyll` and `Command`), ours
 * marked. A switch's `key` is what it sets in the configuration, or the name under which a command looks for it.
 */

/** `negatable` has a `--no-` form; `list` is cut at commas. */
export type FlagKind = 'boolean' | 'negatable' | 'string' | 'list' | 'integer';

export interface Flag {
  readonly key: string;
  /** One letter, without the dash. */
  readonly short?: string;
  /** Without the dashes, as the user types it. */
  readonly long: string;
  /** Another name, as other programs have it, likewise. */
  readonly alias?: string;
  readonly kind: FlagKind;
  /** Values besides `true` and `false` that may follow a switch after `=`; `FILE` stands for a name. */
  readonly words?: readonly string[];
  /** What stands for the value in help texts, e.g. `DIR`. */
  readonly value?: string;
  readonly description: string;
  /** Known, but its work is not done yet: help does not name it, using it fails and says so. */
  readonly isUnsupported?: true;
  /** What is wrong with a text that somebody gave for another switch; `null` when nothing is. */
  readonly refuse?: (value: string) => string | null;
}

/** What the user gave: by key, in the order given. */
export type FlagValues = Readonly<Record<string, FlagValue>>;
export type FlagValue = boolean | string | number | readonly string[];

/** Of the program itself: they mean the same with every command. */
export const GLOBAL_FLAGS: readonly Flag[] = [
  { key: 'help', short: 'h', long: 'help', kind: 'boolean', description: 'Show this text' },
  { key: 'version', short: 'v', long: 'version', kind: 'boolean', description: 'Print name and version' },
  { key: 'trace', short: 't', long: 'trace', kind: 'boolean', description: 'Print the stack of an error' },
];

const CONFIG: Flag = {
  key: 'config',
  long: 'config',
  kind: 'list',
  value: 'FILE[,FILE...]',
  description: 'Configuration files; later ones win',
};
const SOURCE: Flag = {
  key: 'source',
  short: 's',
  long: 'source',
  kind: 'string',
  value: 'DIR',
  description: 'Folder of the site (default: this one)',
};
const DESTINATION: Flag = {
  key: 'destination',
  short: 'd',
  long: 'destination',
  kind: 'string',
  value: 'DIR',
  description: 'Folder to write to (default: _site, or dist)',
};
const SAFE: Flag = {
  key: 'safe',
  long: 'safe',
  kind: 'boolean',
  description: 'Run no plugins but those on the whitelist, follow no links',
};
const PLUGINS: Flag = {
  key: 'plugins_dir',
  short: 'p',
  long: 'plugins',
  kind: 'list',
  value: 'DIR[,DIR...]',
  description: 'Folders of plugins (default: _plugins)',
  refuse: (value) => (/^\d+$/.test(value) ? `-p names folders of plugins; the port is -P ${value}.` : null),
};
const LAYOUTS: Flag = {
  key: 'layouts_dir',
  long: 'layouts',
  kind: 'string',
  value: 'DIR',
  description: 'Folder of layouts (default: _layouts)',
};
const PROFILE: Flag = {
  key: 'profile',
  long: 'profile',
  kind: 'boolean',
  words: ['json', 'FILE.json'],
  description: 'Print what templates cost, or write what ran when to a file',
};
const QUIET: Flag = {
  key: 'quiet',
  short: 'q',
  long: 'quiet',
  kind: 'boolean',
  description: 'Print errors only',
};
const VERBOSE: Flag = {
  key: 'verbose',
  short: 'V',
  long: 'verbose',
  kind: 'boolean',
  description: 'Print the shape of the site and why, and what plugins tell',
};
const GITHUB_PAGES: Flag = {
  key: 'github_pages',
  long: 'github-pages',
  kind: 'boolean',
  description: 'Build as GitHub Pages does: its settings, plugins and Jekyll 3',
};
const OFFLINE: Flag = {
  key: 'offline',
  long: 'offline',
  kind: 'boolean',
  description: 'Fetch nothing: a theme must be on this machine',
};
const FROZEN: Flag = {
  key: 'frozen',
  long: 'frozen',
  kind: 'boolean',
  description: 'Fetch only what .utterson.lock holds, for builds that must be the same everywhere',
};
const JOBS: Flag = {
  key: 'jobs',
  long: 'jobs',
  kind: 'string',
  value: 'N',
  description: 'Work in so many threads (default: auto, by the size of the site)',
  refuse: (value) => (/^(?:auto|[1-9]\d*)$/.test(value) ? null : 'it wants a number from 1 on, or auto.'),
};
const OVER_FOREIGN: Flag = {
  key: 'force',
  long: 'force',
  kind: 'boolean',
  description: 'Write into a folder outside of the site that holds other files, and remove those',
};

const JSON_OUTPUT: Flag = {
  key: 'json',
  long: 'json',
  kind: 'boolean',
  description: 'Print one JSON document for programs to read, and nothing else',
};

/** Where a site is and how it is read; Jekyll takes these with any command, so each of ours does, whether they mean something there or not. */
export const SITE_FLAGS: readonly Flag[] = [SOURCE, DESTINATION, CONFIG, SAFE, PLUGINS, LAYOUTS, PROFILE];

/** Shared by build and serve. */
export const BUILD_FLAGS: readonly Flag[] = [
  ...SITE_FLAGS,
  { key: 'future', long: 'future', kind: 'boolean', description: 'Publish posts with a date in the future' },
  {
    key: 'limit_posts',
    long: 'limit_posts',
    kind: 'integer',
    value: 'COUNT',
    description: 'Read only the newest COUNT posts',
  },
  {
    key: 'watch',
    short: 'w',
    long: 'watch',
    kind: 'negatable',
    description: 'Build again when a file changes (default: serve does, build does not)',
  },
  {
    key: 'baseurl',
    short: 'b',
    long: 'baseurl',
    kind: 'string',
    value: 'PATH',
    description: 'Path under which the site is served, e.g. /blog',
  },
  {
    key: 'force_polling',
    long: 'force_polling',
    kind: 'boolean',
    description: 'Watch by looking at the files again and again',
  },
  {
    key: 'lsi',
    long: 'lsi',
    kind: 'boolean',
    description: 'Find related posts by their words',
    isUnsupported: true,
  },
  {
    key: 'show_drafts',
    short: 'D',
    long: 'drafts',
    kind: 'boolean',
    description: 'Build what is in _drafts, too',
  },
  {
    key: 'unpublished',
    long: 'unpublished',
    kind: 'boolean',
    description: 'Build what says `published: false`, too',
  },
  {
    key: 'disable_disk_cache',
    long: 'disable-disk-cache',
    alias: 'no-cache',
    kind: 'boolean',
    description: 'Keep nothing on disk between builds',
  },
  QUIET,
  VERBOSE,
  {
    key: 'incremental',
    short: 'I',
    long: 'incremental',
    kind: 'boolean',
    description: 'Means nothing more: builds take over what no change can reach',
  },
  {
    key: 'strict_front_matter',
    long: 'strict_front_matter',
    kind: 'boolean',
    description: 'Fail when front matter cannot be read',
  },
  GITHUB_PAGES,
  {
    key: 'ruby',
    long: 'ruby',
    kind: 'string',
    value: 'ENGINE',
    description: 'What runs plugins in Ruby: auto, wasm, system or off (default: auto)',
  },
  OFFLINE,
  FROZEN,
  JOBS,
  { key: 'strict', long: 'strict', kind: 'boolean', description: 'Fail when there are warnings' },
  OVER_FOREIGN,
];

/** Of build alone. */
export const ONE_BUILD_FLAGS: readonly Flag[] = [
  {
    key: 'verify',
    long: 'verify',
    kind: 'boolean',
    description: 'Build once more from nothing, elsewhere, and fail where that gives other bytes',
  },
  {
    key: 'explain',
    long: 'explain',
    kind: 'boolean',
    description: 'Say how many pages were rendered for which reason, and how many were taken over',
  },
  JSON_OUTPUT,
];

/** Of build, and of no use where nothing is written. */
const WRITING_KEYS: ReadonlySet<string> = new Set([
  'watch',
  'force_polling',
  'lsi',
  'incremental',
  'strict',
  'force',
  'jobs',
]);

/** Of explain. */
export const EXPLAIN_FLAGS: readonly Flag[] = [
  ...BUILD_FLAGS.filter(({ key }) => !WRITING_KEYS.has(key)),
  JSON_OUTPUT,
];

/** Of serve, besides those of build. */
export const SERVE_FLAGS: readonly Flag[] = [
  {
    key: 'host',
    short: 'H',
    long: 'host',
    kind: 'string',
    value: 'HOST',
    description: 'Address to listen on (default: 127.0.0.1)',
  },
  {
    key: 'port',
    short: 'P',
    long: 'port',
    kind: 'string',
    value: 'PORT',
    description: 'Port to listen on (default: 4000)',
  },
  {
    key: 'open_url',
    short: 'o',
    long: 'open-url',
    kind: 'boolean',
    description: 'Open the site in a browser',
  },
  {
    key: 'detach',
    short: 'B',
    long: 'detach',
    kind: 'boolean',
    description: 'Serve in the background, without watching',
  },
  {
    key: 'ssl_cert',
    long: 'ssl-cert',
    kind: 'string',
    value: 'FILE',
    description: 'Certificate for https, relative to the site',
  },
  { key: 'ssl_key', long: 'ssl-key', kind: 'string', value: 'FILE', description: 'Key of that certificate' },
  {
    key: 'show_dir_listing',
    long: 'show-dir-listing',
    kind: 'boolean',
    description: 'List folders that have no index',
  },
  {
    key: 'skip_initial_build',
    long: 'skip-initial-build',
    kind: 'boolean',
    description: 'Serve what was built before, and build at the first change',
  },
  {
    key: 'livereload',
    short: 'l',
    long: 'livereload',
    kind: 'negatable',
    description: 'Have open pages show what changed (default: yes)',
  },
  {
    key: 'livereload_ignore',
    long: 'livereload-ignore',
    kind: 'list',
    value: 'GLOB[,GLOB...]',
    description: 'Files of the output whose changes do not reload',
  },
  {
    key: 'livereload_min_delay',
    long: 'livereload-min-delay',
    kind: 'integer',
    value: 'SECONDS',
    description: 'Wait so long before a reload',
  },
  {
    key: 'livereload_max_delay',
    long: 'livereload-max-delay',
    kind: 'integer',
    value: 'SECONDS',
    description: 'Wait at most so long while changes keep coming',
  },
  {
    key: 'livereload_port',
    long: 'livereload-port',
    kind: 'integer',
    value: 'PORT',
    description: 'Port of the reload socket (default: that of the server)',
  },
];

/** Of clean. */
export const CLEAN_FLAGS: readonly Flag[] = [SOURCE, DESTINATION, CONFIG, QUIET, OVER_FOREIGN];

/** Of themes. */
export const THEMES_FLAGS: readonly Flag[] = [SOURCE, CONFIG, QUIET, OFFLINE, FROZEN];

/** Of preview: what of build and serve means something to a server of files. */
export const PREVIEW_FLAGS: readonly Flag[] = [...BUILD_FLAGS, ...SERVE_FLAGS].filter(({ key }) =>
  [
    'config',
    'source',
    'destination',
    'baseurl',
    'quiet',
    'host',
    'port',
    'open_url',
    'ssl_cert',
    'ssl_key',
    'show_dir_listing',
  ].includes(key),
);

/** Of doctor. */
export const DOCTOR_FLAGS: readonly Flag[] = [
  SOURCE,
  CONFIG,
  SAFE,
  PLUGINS,
  LAYOUTS,
  GITHUB_PAGES,
  JSON_OUTPUT,
];

/** Of diff. */
export const DIFF_FLAGS: readonly Flag[] = [JSON_OUTPUT];

/** Of info. */
export const INFO_FLAGS: readonly Flag[] = [SOURCE, CONFIG, GITHUB_PAGES];

/** Of new. */
export const NEW_FLAGS: readonly Flag[] = [
  {
    key: 'starter',
    long: 'starter',
    kind: 'string',
    value: 'NAME',
    description: 'What to begin with: blog (default), company, documentation, jekyll or blank',
  },
  {
    key: 'title',
    long: 'title',
    kind: 'string',
    value: 'TITLE',
    description: 'What the site is called (default: as its folder)',
  },
  {
    key: 'url',
    long: 'url',
    kind: 'string',
    value: 'URL',
    description: 'Where it will live, e.g. https://example.com',
  },
  {
    key: 'jekyll',
    long: 'jekyll',
    kind: 'boolean',
    description: 'The same as --starter jekyll: _layouts, _posts, …',
  },
  {
    key: 'blank',
    long: 'blank',
    kind: 'boolean',
    description: 'The same as --starter blank: the folders, and next to nothing in them',
  },
  {
    key: 'github',
    long: 'github',
    kind: 'boolean',
    description: 'Add a workflow that puts the site online with GitHub Pages',
  },
  {
    key: 'force',
    long: 'force',
    kind: 'boolean',
    description: 'Write even where files are, over those of the same name',
  },
  {
    key: 'skip-bundle',
    long: 'skip-bundle',
    kind: 'boolean',
    description: 'Accepted; there is no bundle to install',
  },
];

/** Of new-theme. */
export const NEW_THEME_FLAGS: readonly Flag[] = [
  {
    key: 'code_of_conduct',
    short: 'c',
    long: 'code-of-conduct',
    kind: 'boolean',
    description: 'Add a code of conduct',
  },
];

const SCOPE: Flag = {
  key: 'scope',
  long: 'scope',
  kind: 'string',
  value: 'SELECTOR',
  description: 'What code stands in (default: .highlight)',
};
const MODES: readonly Flag[] = [
  { key: 'light', long: 'light', kind: 'boolean', description: 'The light mode of a theme that has two' },
  { key: 'dark', long: 'dark', kind: 'boolean', description: 'The dark mode of a theme that has two' },
  {
    key: 'both',
    long: 'both',
    kind: 'boolean',
    description: 'The light mode, and the dark one for readers who prefer it',
  },
];

/** Of highlight-css. */
export const HIGHLIGHT_CSS_FLAGS: readonly Flag[] = [
  ...MODES,
  SCOPE,
  {
    key: 'list',
    long: 'list',
    kind: 'boolean',
    description: 'Show the names of all themes, and how they look',
  },
];

/** Of rougify: Rouge's (4.7, `CLI::Style`), and the modes. */
export const ROUGIFY_FLAGS: readonly Flag[] = [
  ...MODES,
  SCOPE,
  { key: 'tex', long: 'tex', kind: 'boolean', description: 'Write TeX', isUnsupported: true },
  {
    key: 'tex_prefix',
    long: 'tex-prefix',
    kind: 'string',
    value: 'PREFIX',
    description: 'How commands of TeX begin',
    isUnsupported: true,
  },
];

const DATE: Flag = {
  key: 'date',
  short: 'd',
  long: 'date',
  kind: 'string',
  value: 'DATE',
  description: 'Its date (default: now)',
};
const FORCE: Flag = {
  key: 'force',
  short: 'f',
  long: 'force',
  kind: 'boolean',
  description: 'Write over a file of that name',
};
const TIMESTAMP: Flag = {
  key: 'timestamp_format',
  long: 'timestamp-format',
  kind: 'string',
  value: 'FORMAT',
  description: 'How dates are written (default: %Y-%m-%d %H:%M %z)',
};
const EXTENSION: Flag = {
  key: 'extension',
  short: 'x',
  long: 'extension',
  kind: 'string',
  value: 'EXTENSION',
  description: 'File extension (default: md)',
};
const LAYOUT: Flag = {
  key: 'layout',
  short: 'l',
  long: 'layout',
  kind: 'string',
  value: 'LAYOUT',
  description: 'Its layout (default: post)',
};

/** Of the commands that Jekyll has from jekyll-compose 0.12, by command. */
export const COMPOSE_FLAGS = {
  draft: [EXTENSION, LAYOUT, FORCE, CONFIG, SOURCE],
  post: [EXTENSION, LAYOUT, FORCE, DATE, CONFIG, SOURCE, TIMESTAMP],
  page: [EXTENSION, { ...LAYOUT, description: 'Its layout (default: page)' }, FORCE, CONFIG, SOURCE],
  publish: [DATE, CONFIG, SOURCE, FORCE, TIMESTAMP],
  unpublish: [CONFIG, SOURCE, FORCE],
  rename: [
    FORCE,
    CONFIG,
    SOURCE,
    { ...DATE, description: 'Its new date (default: as it is)' },
    { key: 'now', long: 'now', kind: 'boolean', description: 'Date it now' },
  ],
  compose: [
    EXTENSION,
    LAYOUT,
    FORCE,
    DATE,
    {
      key: 'collection',
      short: 'c',
      long: 'collection',
      kind: 'string',
      value: 'COLLECTION',
      description: 'Collection to put it in',
    },
    { key: 'post', long: 'post', kind: 'boolean', description: 'Write a post (default)' },
    { key: 'draft', long: 'draft', kind: 'boolean', description: 'Write a draft' },
    CONFIG,
    SOURCE,
  ],
} satisfies Record<string, readonly Flag[]>;
