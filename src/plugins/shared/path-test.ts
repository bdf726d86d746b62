import { compileFnmatch } from '../../ruby/fnmatch.js';

/** A test for paths in the site: patterns match whole ones or their beginnings (Jekyll 4.4.1, `EntryFilter#glob_include?`). */
export function pathTest(patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.map((pattern) => {
    const absolute = `/${withoutSlash(pattern)}`;
    const matches = compileFnmatch(absolute);
    return (path: string): boolean => path.startsWith(absolute) || matches(path);
  });
  return (path) => tests.some((test) => test(`/${withoutSlash(path)}`));
}

/** As Jekyll compares paths: pages have no slash in front, static files have one. */
export function withoutSlash(path: string): string {
  return path.replace(/^\//, '');
}
