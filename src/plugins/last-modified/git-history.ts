/** What Git knows of a folder and of the files in it, as the gem asks for it: of each file its own line of history. */
import { basename } from 'node:path';
import { strip } from '../../ruby/string.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { askGit } from '../shared/git.js';

/** A commit's abbreviated name, with the lines that came and went. */
interface ChangedLines {
  readonly hash: string;
  readonly additions: number;
  readonly subtractions: number;
}

/** What `git show` prints of a commit in the gem, in its order. */
const FIELDS = [
  'long_sha',
  'author_name',
  'author_email',
  'author_date',
  'commit_name',
  'commit_email',
  'commit_date',
];
const FORMAT = '--format=%H%x00%an%x00%ae%x00%ad%x00%cn%x00%ce%x00%cd%x00%B%x00';

/** The history of the repository in a folder. */
export class GitHistory {
  private readonly tracked: ReadonlySet<string>;
  private readonly commits = new Map<string, RubyHash>();

  constructor(private readonly folder: string) {
    this.tracked = new Set(this.linesOf('ls-tree', '--full-tree', '-r', '--name-only', 'HEAD'));
  }

  /** Of the whole repository; `null` where there is no history. */
  ofSite(): RubyHash | null {
    const summary = this.summaryOf([]);
    if (summary === null) return null;
    const [top = ''] = this.linesOf('rev-parse', '--show-toplevel');
    const files = this.linesOf('ls-tree', '-r', 'HEAD').length;
    return new Map<Value, Value>([['project_name', basename(top)], ['files_count', files], ...summary]);
  }

  /** Of a file, by its path from the top of the repository; `null` for one that is not in the last commit. */
  ofFile(path: string): RubyHash | null {
    return this.tracked.has(path) ? this.summaryOf(['--', path]) : null;
  }

  private summaryOf(paths: readonly string[]): RubyHash | null {
    const changes = this.changesIn(paths);
    const [last] = changes;
    const first = changes.at(-1);
    if (last === undefined || first === undefined) return null;
    const authors = this.authorsIn(paths);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
    return new Map<Value, Value>([
      ['authors', authors],
      ['total_commits', sum(authors.map((author) => author.get('commits') as number))],
      ['total_additions', sum(changes.map(({ additions }) => additions))],
      ['total_subtractions', sum(changes.map(({ subtractions }) => subtractions))],
      ['first_commit', this.commit(first.hash)],
      ['last_commit', this.commit(last.hash)],
    ]);
  }

  private authorsIn(paths: readonly string[]): RubyHash[] {
    return this.linesOf('shortlog', '-se', 'HEAD', ...paths).map((line) => {
      const [, commits = '', name = '', email = ''] = /^\s*(\d+)\t(.*)<(.*)>/.exec(line) ?? [];
      return new Map<Value, Value>([
        ['commits', Number(commits)],
        ['name', strip(name)],
        ['email', strip(email)],
      ]);
    });
  }

  /** The newest first; merges, of which Git lists no files, do not count. */
  private changesIn(paths: readonly string[]): ChangedLines[] {
    const log = askGit(this.folder, ['log', '--numstat', '--format=%x00%h', ...paths]);
    return log.split('\0').flatMap((entry) => {
      const [hash = '', blank, ...lines] = entry.split('\n');
      if (blank !== '' || lines.length === 0) return [];
      const numbers = lines.map((line) => line.split('\t').map((field) => Number.parseInt(field, 10) || 0));
      const sum = (column: 0 | 1): number =>
        numbers.reduce((total, fields) => total + (fields[column] ?? 0), 0);
      return [{ hash, additions: sum(0), subtractions: sum(1) }];
    });
  }

  private commit(hash: string): RubyHash {
    let commit = this.commits.get(hash);
    if (commit === undefined) {
      commit = this.readCommit(hash);
      this.commits.set(hash, commit);
    }
    return commit;
  }

  private readCommit(hash: string): RubyHash {
    const fields = askGit(this.folder, ['show', '--name-only', FORMAT, hash]).split('\0');
    const message = strip(withoutTabs(fields[FIELDS.length] ?? ''));
    const [subject = '', , ...body] = message.split('\n');
    const files = strip(fields[FIELDS.length + 1] ?? '');
    return new Map<Value, Value>([
      ['short_sha', hash],
      ...FIELDS.map((name, index): [Value, Value] => [name, strip(fields[index] ?? '')]),
      ['subject', strip(subject)],
      ['body', message.includes('\n') ? body.join('\n') : null],
      ['message', message],
      ['changed_files', files === '' ? [] : files.split('\n')],
    ]);
  }

  private linesOf(...args: readonly string[]): string[] {
    return askGit(this.folder, args).split('\n').slice(0, -1);
  }
}

/** As Git prints messages: a tab leads to the next of columns eight apart. */
function withoutTabs(message: string): string {
  const line = (text: string): string =>
    text
      .split('\t')
      .reduce((before, after) => before.padEnd(8 * (Math.floor(before.length / 8) + 1)) + after);
  return message.split('\n').map(line).join('\n');
}
