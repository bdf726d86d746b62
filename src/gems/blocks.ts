/** The blocks of a Gemfile, which say of the gems in them what they are for, whether they count, and where they come from. */
import type { GemOrigin } from '../model/bundle.js';
import { argumentsOf, isPluginGroup, optionIn, readOrigin, wordsIn } from './gem-call.js';
import { and, isOurPlatform, not, readCondition } from './ruby-condition.js';
import type { Statement } from './statements.js';

/** A block around statements. */
export interface Block {
  readonly isPluginGroup: boolean;
  /** Whether what stands in it counts; `null` for what only Ruby can tell. */
  isWanted: boolean | null;
  /** What the block says of where its gems come from, paths as written; `null` for nothing. */
  readonly origin: GemOrigin | null;
  /** Of `if`: whether a branch before this one may count; else `false`. */
  taken: boolean | null;
}

const PLAIN: Block = { isPluginGroup: false, isWanted: true, origin: null, taken: null };

/** Whether the statement begins, divides or ends a block, which is then noted. */
export function followBlocks({ text, masked }: Statement, blocks: Block[]): boolean {
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
    blocks.push({ ...PLAIN, isWanted, taken: isWanted });
    return true;
  }
  if (/^(?:case|begin|def|while|until|for|class|module)\b/.test(masked)) {
    blocks.push({ ...PLAIN, isWanted: null });
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
    origin: originOf(name, head),
    taken: null,
  };
}

/** `source "…" do` and its like. */
function originOf(name: string, head: string): GemOrigin | null {
  if (!['source', 'git', 'path', 'github'].includes(name)) return null;
  const [first = '', ...rest] = argumentsOf({ text: head, masked: head });
  return readOrigin((option) => (option === name ? first : optionIn(rest, option)));
}

function isBlockWanted(name: string, args: string): boolean | null {
  if (['group', 'source', 'git', 'path', 'github', 'git_source'].includes(name)) return true;
  if (name === 'platform' || name === 'platforms') return isOurPlatform(wordsIn(args));
  if (name === 'install_if') return readCondition(args.replace(/^\((.*)\)$/s, '$1'));
  return null;
}
