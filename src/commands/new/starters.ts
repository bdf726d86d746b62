/** What `new` can write: each starter is one folder of `scaffold` or several, laid over each other. */
import { readScaffold, type ScaffoldFile, type Substitutions } from './scaffold.js';

export interface Starter {
  /** As `--starter` names it. */
  readonly name: string;
  /** For whom it is, after the name. */
  readonly about: string;
  /** What messages call it. */
  readonly noun: string;
  /** The folder it is built to. */
  readonly output: string;
  /** Folders that it makes and that stay empty. */
  readonly emptyFolders: readonly string[];
  readonly files: (substitutions: Substitutions) => readonly ScaffoldFile[];
}

const ownShape = { noun: 'site', output: 'dist', emptyFolders: [] };
const jekyllsShape = { noun: 'Jekyll site', output: '_site' };

/** In the order in which they are offered. */
export const STARTERS: readonly Starter[] = [
  { name: 'blog', about: 'posts, tags, a page about you', ...ownShape, files: laid('own', 'blog') },
  {
    name: 'company',
    about: 'what you do, who you are, news, contact',
    ...ownShape,
    files: laid('own', 'company'),
  },
  {
    name: 'documentation',
    about: 'a guide, a reference, releases',
    ...ownShape,
    files: laid('own', 'documentation'),
  },
  {
    name: 'jekyll',
    about: "the blog, in Jekyll's folders",
    ...jekyllsShape,
    emptyFolders: [],
    files: (substitutions) =>
      overlay([
        ...laid('own', 'blog')(substitutions).map(inJekyllsShape),
        ...readScaffold('jekyll', substitutions),
      ]),
  },
  {
    name: 'blank',
    about: "Jekyll's folders with next to nothing in them",
    ...jekyllsShape,
    // As in Jekyll.
    emptyFolders: ['_data', '_drafts', '_includes', '_posts'],
    files: laid('blank'),
  },
];

/** The starter of that name. */
export function starterNamed(name: string): Starter | undefined {
  return STARTERS.find((starter) => starter.name === name);
}

function laid(...folders: readonly string[]): Starter['files'] {
  return (substitutions) => overlay(folders.flatMap((folder) => readScaffold(folder, substitutions)));
}

/** Of files with one path the last counts. */
function overlay(files: readonly ScaffoldFile[]): ScaffoldFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/** Where Jekyll has what lies in a folder of ours; `.markdown` is how Jekyll's own new sites spell it. */
function inJekyllsShape({ path, text }: ScaffoldFile): ScaffoldFile {
  const moved = path
    .replace(/^(?:content|public)\//, '')
    .replace(/^(data|includes|layouts|sass)\//, '_$1/')
    .replace(/^((?:_posts\/)?[^/]+)\.md$/, (name, stem: string) =>
      name === 'README.md' ? name : `${stem}.markdown`,
    );
  return { path: moved, text };
}
