import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

/** One input of the corpus with the reference's output; `cases/README.md` explains the fields. */
export interface Case {
  readonly area: Area;
  /** File of the corpus without its extension, e.g. `05-lists`. */
  readonly topic: string;
  readonly name: string;
  /** The files of the site to build, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The page to compare, below the destination. */
  readonly page: string;
  readonly expected: Expected;
}

export type Area = 'markdown' | 'liquid' | 'highlight' | 'sites';

export interface Expected {
  /** The whole output; `null` when the build must stop. */
  readonly output: string | null;
  /** The failure's text. */
  readonly message?: string;
  /** What is printed for the failure. */
  readonly log?: string;
  /** What is printed while the build goes on; `undefined` when nothing is said of it. */
  readonly warning?: string;
}

/** A whole site with its expected destination, in `cases/sites`. */
export interface SiteCase {
  readonly name: string;
  readonly folder: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Modification time to give every source file before building. */
  readonly mtime: Date | null;
  readonly exit: number;
  /** `undefined` when nothing is said of it. */
  readonly stderr: string | undefined;
}

export const casesFolder = join(process.cwd(), 'test/conformance/cases');

/** The cases of an area that are one page each: the corpus's, or those in another folder. */
export function readCases(area: Exclude<Area, 'sites'>, folder = join(casesFolder, area)): Case[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const topic = basename(file, '.yml');
      return (parse(readFileSync(join(folder, file), 'utf8')) as RawCase[]).map((raw, index) =>
        readers[area](raw, topic, raw.name ?? `${topic} ${index + 1}`),
      );
    });
}

interface RawCase {
  readonly name?: string;
  readonly input: string;
  readonly options?: Record<string, unknown>;
  readonly html?: string;
  readonly language: string;
  readonly template: string;
  readonly data?: string;
  readonly files?: Record<string, string>;
  readonly config?: string;
  readonly output?: string;
  readonly error?: true;
  readonly message?: string;
  readonly log?: string;
  readonly warning?: string;
}

const readers: Record<Exclude<Area, 'sites'>, (raw: RawCase, topic: string, name: string) => Case> = {
  markdown: (raw, topic, name) => ({
    area: 'markdown',
    topic,
    name,
    files: {
      'index.md': `---\nlayout: null\nrender_with_liquid: false\n---\n${raw.input}`,
      ...(raw.options && { '_config.yml': JSON.stringify({ kramdown: raw.options }) }),
      ...(raw.config !== undefined && { '_config.yml': raw.config }),
    },
    page: 'index.html',
    expected: {
      output: raw.html ?? null,
      ...(raw.message !== undefined && { message: raw.message }),
      ...(raw.log !== undefined && { log: raw.log }),
      ...(raw.warning !== undefined && { warning: raw.warning }),
    },
  }),
  liquid: (raw, topic, name) => ({
    area: 'liquid',
    topic,
    name,
    files: {
      ...raw.files,
      'case.html': `---\n${raw.data === undefined ? '' : withLineEnd(raw.data)}---\n${raw.template}`,
      ...(raw.config !== undefined && { '_config.yml': raw.config }),
    },
    page: 'case.html',
    expected: {
      output: raw.output ?? null,
      ...(raw.message !== undefined && { message: raw.message }),
      ...(raw.log !== undefined && { log: raw.log }),
      warning: raw.warning ?? '',
    },
  }),
  highlight: (raw, topic, name) => ({
    area: 'highlight',
    topic,
    name,
    files: {
      'index.md': `---\nlayout: null\nrender_with_liquid: false\n---\n\`\`\`${raw.language}\n${withLineEnd(raw.input)}\`\`\`\n`,
    },
    page: 'index.html',
    expected: { output: raw.html ?? null },
  }),
};

function withLineEnd(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** The cases that are whole sites, those that must fail included. */
export function readSiteCases(): SiteCase[] {
  const folder = join(casesFolder, 'sites');
  const names = readdirSync(folder).filter((name) => name !== 'errors');
  const failing = readdirSync(join(folder, 'errors')).map((name) => `errors/${name}`);
  return [...names, ...failing].sort().map((name) => {
    const raw = parse(readFileSync(join(folder, name, 'case.yml'), 'utf8')) as RawSiteCase;
    return {
      name,
      folder: join(folder, name),
      args: raw.args.split(' '),
      env: raw.env ?? {},
      mtime: raw.mtime === undefined ? null : new Date(raw.mtime),
      exit: raw.exit ?? (existsSync(join(folder, name, 'expected')) ? 0 : 1),
      stderr: raw.stderr,
    };
  });
}

interface RawSiteCase {
  readonly args: string;
  readonly env?: Record<string, string>;
  readonly mtime?: string;
  readonly exit?: number;
  readonly stderr?: string;
}
