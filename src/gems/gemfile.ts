/**
 * The plugins that a Gemfile names (Bundler 2.3, `Dsl`, `Runtime#require`), read as text: literal calls in blocks are understood, and
 * what else could name a plugin is told by its line.
 */
import type { BundledGem, UnreadLine } from '../model/bundle.js';
import { type GemCall, isPluginGroup, readGemCall, wordsIn } from './gem-call.js';
import { and, isOurPlatform, not, readCondition } from './ruby-condition.js';
import { type Statement, statementsIn } from './statements.js';

/** What a Gemfile says of plugins. */
export interface GemfilePlugins {
  readonly gems: readonly BundledGem[];
  readonly unread: readonly UnreadLine[];
}

/** A block around statements. */
interface Block {
  readonly isPluginGroup: boolean;
  /** Whether what stands in it counts; `null` for what only Ruby can tell. */
  isWanted: boolean | null;
  /** Of `if`: whether a branch before this one may count; else `false`. */
  taken: boolean | null;
}

/** @param file absolute path, for places */
export function readGemfile(text: string, file: string): GemfilePlugins {
  const gems: BundledGem[] = [];
  const unread: UnreadLine[] = [];
  const blocks: Block[] = [];
  for (const statement of statementsIn(text)) {
    if (followBlocks(statement, blocks)) continue;
    const found = readStatement(statement, blocks);
    if (found === null) continue;
    const place = { file, line: statement.line };
    if ('isUnread' in found) unread.push({ gem: found.gem, ...place });
    else gems.push({ ...found, ...place });
  }
  return { gems, unread };
}

type Found = { readonly isUnread: true; readonly gem: string | null } | Pick<BundledGem, 'name' | 'requires'>;

function readStatement(statement: Statement, blocks: readonly Block[]): Found | null {
  const { body, condition } = withoutModifier(statement);
  const around = blocks.reduce<boolean | null>((wanted, block) => and(wanted, block.isWanted), condition);
  if (around === false) return null;
  if (/^(?:eval_gemfile|instance_eval|eval)\b/.test(body.masked)) return { isUnread: true, gem: null };
  if (!/^gem\b\s*[("'\w:]/.test(body.masked)) return null;
  const call = readGemCall(body);
  const isPlugin = call.isPlugin || blocks.some((block) => block.isPluginGroup);
  return isPlugin ? readPlugin(call, around) : null;
}

function readPlugin({ name, requires, isWanted }: GemCall, around: boolean | null): Found | null {
  const wanted = and(around, isWanted);
  if (wanted === false || requires?.length === 0) return null;
  if (name === null || wanted === null) return { isUnread: true, gem: name };
  return { name, requires: requires ?? [name] };
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

/** Whether the statement begins, divides or ends a block, which is then noted. */
function followBlocks({ text, masked }: Statement, blocks: Block[]): boolean {
  if (masked === 'end') return blocks.pop() !== undefined;
  const inner = blocks.at(-1);
  if (/^(?:else|elsif|when|in|rescue|ensure)\b/.test(masked) && inner !== undefined) {
    const condition = /^elsif\s+(.*)$/.exec(text)?.[1];
    const isNext = not(inner.taken);
    inner.isWanted = and(isNext, condition === undefined ? true : readCondition(condition));
    inner.taken = not(and(isNext, not(inner.isWanted)));
    return true;
  }
  const branch = /^(if|unless)\s+(.*?)(?:\sthen)?$/.exec(text);
  if (branch) {
    const condition = readCondition(branch[2]!);
    const isWanted = branch[1] === 'if' ? condition : not(condition);
    blocks.push({ isPluginGroup: false, isWanted, taken: isWanted });
    return true;
  }
  if (/^(?:case|begin|def|while|until|for|class|module)\b/.test(masked)) {
    blocks.push({ isPluginGroup: false, isWanted: null, taken: null });
    return true;
  }
  if (!/\bdo(?:\s*\|[^|]*\|)?$/.test(masked)) return false;
  blocks.push(readBlock(text.replace(/\s*\bdo(?:\s*\|[^|]*\|)?$/, '')));
  return true;
}

function readBlock(head: string): Block {
  const [, name = '', args = ''] = /^(\w+)\b\s*(.*)$/s.exec(head) ?? [];
  return {
    isPluginGroup: name === 'group' && isPluginGroup(args),
    isWanted: isBlockWanted(name, args),
    taken: null,
  };
}

function isBlockWanted(name: string, args: string): boolean | null {
  if (['group', 'source', 'git', 'path', 'github', 'git_source'].includes(name)) return true;
  if (name === 'platform' || name === 'platforms') return isOurPlatform(wordsIn(args));
  if (name === 'install_if') return readCondition(args.replace(/^\((.*)\)$/s, '$1'));
  return null;
}
