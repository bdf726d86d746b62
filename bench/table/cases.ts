import { writeBlog } from '../sites/blog.js';
import { writeData } from '../sites/data.js';
import { writeNavigation } from '../sites/navigation.js';
import { writeStaticFiles } from '../sites/static-files.js';
import type { Case } from './case.js';
import { markdownCases } from './markdown-cases.js';
import { siteCase } from './site-case.js';

/** Sizes of the blogs, in posts. */
const BLOGS = [3, 1000, 10_000];

/** Takes gigabytes and most of an hour: only when it is asked for. */
const LARGE = 100_000;

const STATIC_FILES = 20_000;

/** Which cases are wanted. */
export interface Choice {
  /** Names, or their beginnings up to a hyphen, e.g. `blog` or `data-json`; `null` for all. */
  readonly only: readonly string[] | null;
  /** Sizes of the blogs instead of the usual ones. */
  readonly posts: readonly number[] | null;
  readonly isLarge: boolean;
}

/** The rows of the table. */
export function chooseCases({ only, posts, isLarge }: Choice): Case[] {
  const all = allCases(posts ?? (isLarge ? [...BLOGS, LARGE] : BLOGS));
  const wrong = only?.filter((name) => !all.some((one) => isMeant(one, name))) ?? [];
  if (wrong.length > 0) {
    throw new Error(
      `No such case: ${wrong.join(', ')}. There are: ${all.map(({ name }) => name).join(', ')}.`,
    );
  }
  return only === null ? all : all.filter((one) => only.some((name) => isMeant(one, name)));
}

function isMeant({ name }: Case, wanted: string): boolean {
  return name === wanted || name.startsWith(`${wanted}-`);
}

function allCases(blogs: readonly number[]): Case[] {
  return [
    ...blogs.map((posts) =>
      siteCase(`blog-${posts}`, `blog, ${counted(posts)} posts`, 'blog', (folder) =>
        writeBlog(folder, posts),
      ),
    ),
    siteCase('data-yaml', 'data, 5 MB of YAML', 'yaml', (folder) => writeData(folder, 'yaml')),
    siteCase('data-json', 'data, 20 MB of JSON', 'json', (folder) => writeData(folder, 'json')),
    siteCase('data-csv', 'data, 10 MB of CSV', 'csv', (folder) => writeData(folder, 'csv')),
    siteCase('data-front-matter', 'front matter of 1 MB', 'front-matter', (folder) =>
      writeData(folder, 'front-matter'),
    ),
    siteCase('static', `${counted(STATIC_FILES)} static files`, 'static', (folder) =>
      writeStaticFiles(folder, STATIC_FILES),
    ),
    ...[100, 200, 400].map((pages) =>
      siteCase(`navigation-${pages}`, `navigation, ${pages} pages`, 'navigation', (folder) =>
        writeNavigation(folder, pages),
      ),
    ),
    ...markdownCases(),
  ];
}

function counted(value: number): string {
  return value.toLocaleString('en');
}
