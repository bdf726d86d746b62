import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

/** A site for a gem, and what Jekyll 4.4.1 with the gem made of it early in 2024, folders read in order of names. */
export interface GemCase {
  readonly name: string;
  /** The site's files by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Variables of the environment besides `TZ`; none unless given. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Every file of the destination by path; absent when the build must stop. */
  readonly outputs?: Readonly<Record<string, string>>;
  /** What is printed for warnings or for the error, white space as one space; nothing unless given. */
  readonly said?: string;
}

const folder = join(process.cwd(), 'test/plugins/cases');

/** Gems with a file of cases; `order-of-gems` has several at once. */
export const gems: readonly string[] = readdirSync(folder).map((file) => basename(file, '.yml'));

/** The cases in `cases/GEM.yml`. */
export function casesOf(gem: string): readonly GemCase[] {
  return parse(readFileSync(join(folder, `${gem}.yml`), 'utf8'));
}
