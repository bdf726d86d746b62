/** The version whose output is restated: what `jekyll.version` prints, whichever the generation. */
export const JEKYLL_VERSION = '4.4.1';

/**
 * Which Jekyll a site was written for, as far as its pages show it. Sites on GitHub Pages are built by Jekyll 3.10.0 with kramdown
 * 2.4.0, all others by the newest; each member below is one rule by which the two differ. What is not here is as in Jekyll 4.4.1.
 */
export interface Generation {
  /** The major version: 3 stands for 3.10.0, 4 for 4.4.1. */
  readonly number: 3 | 4;
  /** Whether `role` is an attribute of a footnote's `sup` and `li` (kramdown 2.4.0), and not of the link in the `sup`. */
  readonly footnotesHaveRoles: boolean;
  /** Whether a collection's static files keep their names, whatever ends the permalink: `file.pdf`, not `file.html.pdf`. */
  readonly collectionFilesKeepNames: boolean;
  /** Whether a collection's static files are written only where `output` says so of its documents. */
  readonly collectionFilesNeedOutput: boolean;
  /** Whether `sort`, `where`, `find` and `group_by` take properties that look like numbers for numbers: `9 10 100`, not `10 100 9`. */
  readonly textsMayBeNumbers: boolean;
  /** Whether `where: "x", nil` finds what has no `x`, and does not hand all items back. */
  readonly whereFindsNil: boolean;
  /** Whether templates see the build's moment as the `date` of a document without one, and not nil. */
  readonly undatedDocumentsHaveDates: boolean;
  /** Whether an excerpt gets only those link definitions of the rest that it uses, and without any no empty line for them. */
  readonly excerptsGetUsedDefinitions: boolean;
  /** Whether `site.static_files` holds those of collections, too. */
  readonly siteListsCollectionFiles: boolean;
  /** Whether `link` and `post_url` put `baseurl` first. */
  readonly linksHaveBaseurl: boolean;
  /** Whether links that filters made of texts are kept from one pass over the site to the next (see `Plugin.passes`). */
  readonly linksAreKept: boolean;
  /** Whether templates see the `name` of a document's file. */
  readonly documentsHaveNames: boolean;
  /** Whether `exclude` of the configuration is added to Jekyll's own entries, and does not replace them. */
  readonly excludesAreAdded: boolean;
  /** Whether a theme's `_config.yml` and `_data` count. */
  readonly themesAreConfigured: boolean;
  /** Whether keys of former versions are taken for their successors: `gems` for `plugins`, a text under `exclude` for a list. */
  readonly formerKeysCount: boolean;
  /** Whether a style sheet's imports are looked up beside it before the load paths (jekyll-sass-converter 3), and not there alone. */
  readonly importsLookBeside: boolean;
}

/** Both generations. */
export const GENERATIONS: Readonly<Record<3 | 4, Generation>> = {
  3: {
    number: 3,
    footnotesHaveRoles: true,
    collectionFilesKeepNames: true,
    collectionFilesNeedOutput: false,
    textsMayBeNumbers: false,
    whereFindsNil: false,
    undatedDocumentsHaveDates: false,
    excerptsGetUsedDefinitions: false,
    siteListsCollectionFiles: false,
    linksHaveBaseurl: false,
    linksAreKept: false,
    documentsHaveNames: false,
    excludesAreAdded: false,
    themesAreConfigured: false,
    formerKeysCount: true,
    importsLookBeside: false,
  },
  4: {
    number: 4,
    footnotesHaveRoles: false,
    collectionFilesKeepNames: false,
    collectionFilesNeedOutput: true,
    textsMayBeNumbers: true,
    whereFindsNil: true,
    undatedDocumentsHaveDates: true,
    excerptsGetUsedDefinitions: true,
    siteListsCollectionFiles: true,
    linksHaveBaseurl: true,
    linksAreKept: true,
    documentsHaveNames: true,
    excludesAreAdded: true,
    themesAreConfigured: true,
    formerKeysCount: false,
    importsLookBeside: true,
  },
};
