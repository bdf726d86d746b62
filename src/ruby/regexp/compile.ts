/**
 * Regular expressions as Ruby writes them (Onigmo, UTF-8), as JavaScript's. Every group gets a name of ours, since atomic groups need one of
 * their own and would shift the numbers of the others.
 */

import { ANCHORS, ANY, END_OF_LINE, EVERYTHING, START_OF_LINE } from './anchors.js';
import { readClass } from './character-class.js';
import { escapedCharacter, escapedSet, literal } from './characters.js';
import { Reader, RegexpSyntaxError } from './reader.js';
import { type Switches, switched } from './switches.js';

/** A pattern that JavaScript can run. */
export interface RubyRegexp {
  /** Global: `lastIndex` is the caller's to set. */
  readonly pattern: RegExp;
  /** Groups by Ruby's numbers from 1: the names they have in JavaScript. Where groups have names of their own, they go by these only. */
  readonly groups: readonly string[];
  /** Groups by the names the pattern gives them. */
  readonly named: ReadonlyMap<string, string>;
}

/**
 * Compiles a pattern, e.g. `\A\h+(?<rest>[[:alpha:]]*+)`.
 *
 * @throws RegexpSyntaxError in Ruby's words
 */
export function compileRegexp(source: string): RubyRegexp {
  // A match that has to begin where the one before ended.
  const isSticky = source.startsWith('\\G');
  const compiler = new Compiler(isSticky ? source.slice(2) : source);
  const text = compiler.compile();
  try {
    return {
      pattern: new RegExp(text, `gv${compiler.ignoresCase ? 'i' : ''}${isSticky ? 'y' : ''}`),
      groups: compiler.groups,
      named: compiler.named,
    };
  } catch (error) {
    throw new RegexpSyntaxError('it is not supported', source, error);
  }
}

class Compiler {
  readonly groups: string[] = [];
  readonly named = new Map<string, string>();
  private readonly reader: Reader;
  private readonly hasNames: boolean;
  private atoms = 0;
  /** Whether what matches characters ignores their case; `null` before the first. */
  private isCaseIgnored: boolean | null = null;

  constructor(source: string) {
    this.reader = new Reader(source);
    this.hasNames = /(?<!\\)\(\?<[^=!]/.test(source);
  }

  compile(): string {
    const text = this.alternatives({ ignoresCase: false, dotTakesAll: false, isExtended: false });
    if (!this.reader.isAtEnd) throw this.reader.error('unmatched close parenthesis');
    return text;
  }

  get ignoresCase(): boolean {
    return this.isCaseIgnored === true;
  }

  /** JavaScript ignores case in all of a pattern or in nothing. */
  private notesCase(text: string, { ignoresCase }: Switches): string {
    if (this.isCaseIgnored !== null && this.isCaseIgnored !== ignoresCase) {
      throw this.reader.error('ignoring case in a part only is not supported');
    }
    this.isCaseIgnored = ignoresCase;
    return text;
  }

  /** Up to a closing parenthesis, which is left, or the end. */
  private alternatives(switches: Switches): string {
    let text = '';
    let current = switches;
    while (!this.reader.isAtEnd && !this.reader.isAt(')')) {
      if (this.reader.takes('|')) {
        text += '|';
      } else {
        const changed = this.switchesOnly(current);
        if (changed === null) {
          text += this.piece(current);
        } else {
          // They hold up to the end of the group, alternatives included (as Onigmo has it).
          current = changed;
          text += `(?:${this.alternatives(current)})`;
        }
      }
    }
    return text;
  }

  /** `(?i)` and the like, which hold for what follows; `null` if nothing of the kind stands here. */
  private switchesOnly(switches: Switches): Switches | null {
    const match = this.reader.match(/\(\?([imxadu]*)(?:-([imx]*))?\)/y);
    return match === null ? null : switched(switches, match[1] ?? '', match[2] ?? '');
  }

  private piece(switches: Switches): string {
    if (switches.isExtended && this.reader.match(/\s+|#[^\n]*\n?/y) !== null) return '';
    if (this.reader.match(/\(\?#(?:[^)\\]|\\[\s\S])*\)/y) !== null) return '';
    const atom = this.atom(switches);
    return this.quantified(atom);
  }

  private quantified(atom: string): string {
    let text = atom;
    for (;;) {
      const match = this.reader.match(/[*+?]|\{(\d*)(?:,(\d*))?\}/y);
      if (match === null) return text;
      const [quantifier, least, most] = match;
      const isRange = quantifier.startsWith('{');
      if (isRange && least === '' && (most ?? '') === '') {
        text += literal(quantifier);
        continue;
      }
      if (text === '') throw this.reader.error('target of repeat operator is not specified');
      const count = isRange && least === '' ? `{0,${most}}` : quantifier;
      const isLazy = this.reader.takes('?');
      const isPossessive = !isLazy && !isRange && this.reader.takes('+');
      text = `(?:${text})${count}${isLazy ? '?' : ''}`;
      if (isPossessive) text = this.atomic(text);
    }
  }

  /** What matched once is not tried again: what a look-ahead found, taken as a whole. */
  private atomic(text: string): string {
    this.atoms += 1;
    return `(?:(?=(?<a${this.atoms}>${text}))\\k<a${this.atoms}>)`;
  }

  private atom(switches: Switches): string {
    const { reader } = this;
    if (reader.takes('(')) return this.group(switches);
    if (reader.isAt('[')) return this.notesCase(readClass(reader), switches);
    if (reader.takes('\\')) return this.escape(switches);
    if (reader.takes('.')) return switches.dotTakesAll ? EVERYTHING : ANY;
    if (reader.takes('^')) return START_OF_LINE;
    if (reader.takes('$')) return END_OF_LINE;
    if (reader.match(/[*+?]/y) !== null) throw reader.error('target of repeat operator is not specified');
    return this.character(reader.next(), switches);
  }

  private group(switches: Switches): string {
    const { reader } = this;
    const plain = reader.match(/\?(?::|=|!|<=|<!)/y);
    if (plain !== null) return this.closed(`(${plain[0]}`, switches);
    if (reader.takes('?>')) return this.atomic(this.closed('', switches, ''));
    const name = reader.match(/\?(?:<([^>]+)>|'([^']+)')/y);
    if (name !== null) return this.captured(name[1] ?? name[2]!, switches);
    const own = reader.match(/\?([imxadu]*)(?:-([imx]*))?:/y);
    if (own !== null) return this.closed('(?:', switched(switches, own[1] ?? '', own[2] ?? ''));
    if (reader.isAt('?')) throw reader.error('undefined group option');
    return this.hasNames ? this.closed('(?:', switches) : this.captured(null, switches);
  }

  private captured(name: string | null, switches: Switches): string {
    const own = `g${this.groups.length + 1}`;
    this.groups.push(own);
    if (name !== null) this.named.set(name, own);
    return this.closed(`(?<${own}>`, switches);
  }

  private closed(open: string, switches: Switches, close = ')'): string {
    const text = this.alternatives(switches);
    if (!this.reader.takes(')')) throw this.reader.error('end pattern with unmatched parenthesis');
    return `${open}${text}${close}`;
  }

  private escape(switches: Switches): string {
    const { reader } = this;
    const anchor = reader.match(/[AzZbBRX]/y);
    if (anchor !== null) return ANCHORS[anchor[0]!]!;
    if (reader.isAt('G')) throw reader.error('\\G is not supported but at the start');
    if (reader.isAt('g<')) throw reader.error('calls of groups are not supported');
    const byName = reader.match(/k(?:<([^>]+)>|'([^']+)')/y);
    if (byName !== null) return this.reference(byName[1] ?? byName[2]!);
    const number = reader.match(/[1-9]\d*/y);
    if (number !== null) {
      if (Number(number[0]) < 10 || Number(number[0]) <= this.groups.length) return this.reference(number[0]);
      reader.back(number[0].length);
    }
    return escapedSet(reader) ?? this.character(escapedCharacter(reader), switches);
  }

  private character(character: string, switches: Switches): string {
    const hasCase = character.toLowerCase() !== character.toUpperCase();
    return hasCase ? this.notesCase(literal(character), switches) : literal(character);
  }

  private reference(name: string): string {
    const group = this.named.get(name) ?? (/^\d+$/.test(name) ? `g${name}` : null);
    if (group === null) throw this.reader.error(`undefined name <${name}> reference`);
    if (!this.groups.includes(group)) throw this.reader.error('invalid backref number/name');
    return `\\k<${group}>`;
  }
}
