/**
 * What plugins ask Git of one file after the other, when it changed last and how often, answered from one look at the whole history. Where
 * branches were merged Git follows some of them and some not, so there each question is Git's own to answer.
 */
import { existsSync } from 'node:fs';
import { posix, relative, resolve } from 'node:path';
import { slashed } from '../../ruby/file-path.js';

/** Runs Git with these arguments. @returns what it prints; `null` when it fails */
export type RunGit = (args: readonly string[]) => string | null;

/** A question about a file. */
type Question = { readonly path: string } & (
  | { readonly kind: 'count' }
  | { readonly kind: 'last'; readonly options: readonly string[]; readonly end: string }
);

/** The history of one repository, as it is at the first question. */
export class FileHistory {
  /** Commits by the paths that they touch, the latest first; `null` where Git is to be asked. */
  private commits: ReadonlyMap<string, readonly string[]> | null | undefined;
  private prefix = '';
  /** What is told of each commit, by the options that say how. */
  private readonly texts = new Map<string, ReadonlyMap<string, string>>();

  /** @param directory absolute path of the folder from which paths go out */
  constructor(
    private readonly directory: string,
    private readonly git: RunGit,
  ) {}

  /** What Git would print. @param words `git` first @returns `null` for a question that is not one of these, or that Git is to answer */
  answer(words: readonly string[]): string | null {
    const question = questionOf(words);
    if (question === null) return null;
    const path = resolve(this.directory, question.path);
    // A name that is no file's may be a branch's.
    if (!existsSync(path)) return null;
    this.commits ??= this.read();
    if (this.commits === null) return null;
    const found = this.commits.get(posix.join(this.prefix, slashed(relative(this.directory, path))));
    // It may be a folder, or not be in the history.
    if (found === undefined) return null;
    if (question.kind === 'count') return `${found.length}\n`;
    const text = this.textsOf(question.options).get(found[0]!);
    return text === undefined ? null : `${text}${question.end}`;
  }

  private read(): ReadonlyMap<string, readonly string[]> | null {
    const prefix = this.git(['rev-parse', '--show-prefix']);
    if (prefix === null || this.git(['rev-list', '--merges', '-n', '1', 'HEAD']) !== '') return null;
    this.prefix = prefix.trimEnd();
    const log = this.git(['log', '-z', '--no-renames', '--name-only', '--format=%x01%H%x01', 'HEAD']);
    if (log === null) return null;
    const commits = new Map<string, string[]>();
    const parts = log.split('\x01');
    for (let index = 1; index < parts.length; index += 2) {
      for (const path of parts[index + 1]!.split('\0').map((name) => name.replace(/^\n/, ''))) {
        if (path === '') continue;
        const known = commits.get(path);
        if (known === undefined) commits.set(path, [parts[index]!]);
        else known.push(parts[index]!);
      }
    }
    return commits;
  }

  private textsOf(options: readonly string[]): ReadonlyMap<string, string> {
    const key = options.join('\0');
    let texts = this.texts.get(key);
    if (texts !== undefined) return texts;
    const marked = options.map((option) => option.replace(FORMAT, '$1tformat:%x01%H%x01$3%x02'));
    const log = this.git(['log', ...marked, 'HEAD']) ?? '';
    texts = new Map(
      [...log.matchAll(/\x01(.*?)\x01(.*?)\x02/gs)].map(([, commit, text]) => [commit!, text!]),
    );
    this.texts.set(key, texts);
    return texts;
  }
}

/** A format of the asker's own, `format:` before it or not. */
const FORMAT = /^(--(?:pretty|format)=)(t?format:)?(.*%.*)$/s;
/** What Git reads as more than a name. */
const PATTERN = /[*?[\\:]/;
/** The one option that asks for the latest alone. */
const LATEST = /^(?:-1|-n1|--max-count=1)$/;

function questionOf([, command, ...rest]: readonly string[]): Question | null {
  const path = rest.at(-1) ?? '';
  const words = rest.slice(0, -1).filter((word) => word !== '--');
  if (path === '' || path.startsWith('-') || PATTERN.test(path)) return null;
  if (command === 'rev-list') {
    return [...words].sort().join(' ') === '--count HEAD' ? { kind: 'count', path } : null;
  }
  if (command !== 'log') return null;
  const options = words
    .join('\0')
    .replace(/(^|\0)-n\x001(?=\0|$)/, '$1-1')
    .split('\0');
  const isLatest = options.some((word) => LATEST.test(word));
  const shown = options.filter((word) => word !== 'HEAD' && !LATEST.test(word));
  const formats = shown.filter((word) => FORMAT.test(word));
  const isPlain = shown.every((word) => FORMAT.test(word) || /^--date=[\w:%-]+$/.test(word));
  if (!isLatest || !isPlain || formats.length !== 1) return null;
  return { kind: 'last', path, options: shown, end: /=format:/.test(formats[0]!) ? '' : '\n' };
}
