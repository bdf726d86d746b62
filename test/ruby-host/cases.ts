import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

/** A site with plugins in Ruby, and what Jekyll 4.4.1 made of it early in 2024 (`scripts/ruby-cases.js`). */
export interface RubyCase {
  readonly name: string;
  /** The site's files by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Every file of the destination by path. */
  readonly outputs: Readonly<Record<string, string>>;
}

const folder = join(process.cwd(), 'test/ruby-host/cases');

/** What the cases are about. */
export const topics: readonly string[] = readdirSync(folder).map((file) => basename(file, '.yml'));

/** The cases of a topic. */
export function casesOf(topic: string): readonly RubyCase[] {
  return parse(readFileSync(join(folder, `${topic}.yml`), 'utf8'));
}

/** The same files, with the engine that runs the plugins. */
export function withEngine(
  files: Readonly<Record<string, string>>,
  engine: string,
): Readonly<Record<string, string>> {
  const { '_config.yml': config = '', ...others } = files;
  return { ...others, '_config.yml': `${config}utterson: {ruby: ${engine}}\n` };
}
