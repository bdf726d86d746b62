/**
 * The gems that a Gemfile names (Bundler 2.3, `Dsl`, `Runtime#require`), read as text: literal calls in blocks are understood, and
 * what else could name a plugin is told by its line.
 */
import { dirname } from 'node:path';
import type { Bundle, BundledGem, DeclaredGem, GemOrigin, UnreadLine } from '../model/bundle.js';
import { expandPath } from '../ruby/file-path.js';
import { isDirectory, isFile } from '../ruby/file-test.js';
import { type Block, followBlocks } from './blocks.js';
import { argumentsOf, type GemCall, literal, optionIn, readGemCall } from './gem-call.js';
import { and, not, readCondition } from './ruby-condition.js';
import { type Statement, statementsIn } from './statements.js';

/** What a Gemfile says. */
export type Gemfile = Pick<Bundle, 'gems' | 'unread' | 'declared' | 'gemspecs' | 'server'>;

/** The public server, by the names that it has in Gemfiles. */
const PUBLIC_SERVER = /^(?:https?:\/\/(?:www\.)?rubygems\.org\/?|:?rubygems)$/;

/** @param file absolute path, from which paths in it count */
export function readGemfile(text: string, file: string): Gemfile {
  const reader = new GemfileReader(file);
  for (const statement of statementsIn(text)) reader.read(statement);
  return reader;
}

class GemfileReader implements Gemfile {
  readonly gems: BundledGem[] = [];
  readonly unread: UnreadLine[] = [];
  readonly declared: DeclaredGem[] = [];
  readonly gemspecs: string[] = [];
  server: string | null = null;
  private readonly blocks: Block[] = [];
  private readonly folder: string;

  constructor(private readonly file: string) {
    this.folder = dirname(file);
  }

  read(statement: Statement): void {
    if (followBlocks(statement, this.blocks)) return;
    const { body, condition } = withoutModifier(statement);
    const around = this.blocks.reduce<boolean | null>((wanted, one) => and(wanted, one.isWanted), condition);
    if (around === false) return;
    const [, name = ''] = /^([a-z_]+)\b/.exec(body.masked) ?? [];
    if (['eval_gemfile', 'instance_eval', 'eval'].includes(name)) this.noteUnread(null, body);
    if (name === 'source') this.readServer(body);
    if (name === 'gemspec') this.readGemspec(body);
    if (/^gem\b\s*[("'\w:]/.test(body.masked)) this.readGem(body, around);
  }

  private readServer(statement: Statement): void {
    const url = literal(argumentsOf(statement)[0] ?? '');
    if (url !== null && !PUBLIC_SERVER.test(url)) this.server ??= url;
  }

  private readGemspec(statement: Statement): void {
    const path = literal(optionIn(argumentsOf(statement), 'path') ?? '');
    this.gemspecs.push(this.absolute(path ?? '.'));
  }

  private readGem(statement: Statement, around: boolean | null): void {
    const call = readGemCall(statement);
    const isPlugin = call.isPlugin || this.blocks.some((block) => block.isPluginGroup);
    if (isPlugin) this.notePlugin(call, around, statement);
    const { name, requirements, isWanted } = call;
    if (name === null || isWanted === false) return;
    const origin = call.origin ?? this.blocks.findLast((block) => block.origin !== null)?.origin ?? null;
    this.declared.push({ name, requirements, origin: this.withWholePath(origin, name) });
  }

  private notePlugin({ name, requires, isWanted }: GemCall, around: boolean | null, at: Statement): void {
    const wanted = and(around, isWanted);
    if (wanted === false || requires?.length === 0) return;
    if (name === null || wanted === null) this.noteUnread(name, at);
    else this.gems.push({ name, requires: requires ?? [name], file: this.file, line: at.line });
  }

  private noteUnread(gem: string | null, { line }: Statement): void {
    this.unread.push({ gem, file: this.file, line });
  }

  /** The folder of a gem may lie in the one that is named. */
  private withWholePath(origin: GemOrigin | null, name: string): GemOrigin | null {
    if (origin?.kind !== 'path') return origin;
    const path = this.absolute(origin.path);
    const inside = `${path}/${name}`;
    return { kind: 'path', path: isDirectory(inside) && !isFile(`${path}/${name}.gemspec`) ? inside : path };
  }

  private absolute(path: string): string {
    return expandPath(path, this.folder, undefined);
  }
}

/** `… if condition`, `… unless condition`. */
function withoutModifier(statement: Statement): { body: Statement; condition: boolean | null } {
  const { text, masked, line } = statement;
  const found = /\s(if|unless)\s/.exec(masked);
  if (!found) return { body: statement, condition: true };
  const condition = readCondition(text.slice(found.index + found[0].length));
  const body = {
    text: text.slice(0, found.index).trim(),
    masked: masked.slice(0, found.index).trim(),
    line,
  };
  return { body, condition: found[1] === 'if' ? condition : not(condition) };
}
