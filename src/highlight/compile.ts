import { beyondAscii, type FirstCharacters, firstCharacters } from './first-characters.js';
import type { Action, Condition, Lexer, Next, Rule, StateEntry, States } from './lexer.js';
import { compilePattern, type PatternForm, patternSource, startsAtLine } from './pattern.js';
import type { Token } from './tokens.js';

/** A state ready to run: included states are laid in, expressions are sticky. */
export interface CompiledState {
  readonly name: string;
  /** The rules that can match at a character, in code that is all ASCII. */
  readonly asciiRulesAt: RulesAt;
  /** The same for any code. */
  readonly unicodeRulesAt: RulesAt;
}

/** Rules by a character's code, or `beyondAscii`. */
export type RulesAt = (code: number) => readonly CompiledRule[];

/** Exactly one of `token`, `groups` and `action` is set. */
export interface CompiledRule {
  readonly pattern: RegExp;
  readonly atLineStart: boolean;
  readonly when: Condition | undefined;
  readonly token: Token | undefined;
  readonly groups: readonly Token[] | undefined;
  readonly action: Action | undefined;
  readonly next: readonly string[];
}

/** A lexer with its states compiled, each when first entered. */
export interface CompiledLexer {
  readonly lexer: Lexer;
  /** A state by name; with `make`, one that the lexer makes while it runs. */
  state(name: string, make?: () => readonly StateEntry[]): CompiledState;
}

/** Lexers that were compiled, for the next use. */
export type PreparedLexers = Map<Lexer, CompiledLexer>;

/** Prepares a lexer. Its table of rules is made now, its expressions when a state first needs them. */
export function compileLexer(lexer: Lexer): CompiledLexer {
  const states = lexer.states();
  const compiled = new Map<string, CompiledState>();
  const ascii = memoize((rule: Rule) => compileRule(rule, 'ascii'));
  const unicode = memoize((rule: Rule) => compileRule(rule, 'unicode'));
  return {
    lexer,
    state(name, make) {
      let state = compiled.get(name);
      if (state === undefined) {
        const rules = flatten(states, make?.() ?? entriesOf(states, name)).map(indexRule);
        state = { name, asciiRulesAt: rulesAt(rules, ascii), unicodeRulesAt: rulesAt(rules, unicode) };
        compiled.set(name, state);
      }
      return state;
    },
  };
}

/** A rule with the characters it can start with. */
interface IndexedRule {
  readonly rule: Rule;
  readonly first: FirstCharacters | undefined;
}

function indexRule(rule: Rule): IndexedRule {
  return { rule, first: firstCharacters(patternSource(rule.pattern, 'unicode'), rule.pattern.ignoreCase) };
}

function rulesAt(rules: readonly IndexedRule[], compile: (rule: Rule) => CompiledRule): RulesAt {
  const lists: (readonly CompiledRule[] | undefined)[] = new Array(beyondAscii + 1).fill(undefined);
  return (code) =>
    (lists[code] ??= rules
      .filter(({ first }) => first === undefined || first[code] === 1)
      .map(({ rule }) => compile(rule)));
}

function memoize(compile: (rule: Rule) => CompiledRule): (rule: Rule) => CompiledRule {
  const made = new Map<Rule, CompiledRule>();
  return (rule) => {
    let compiled = made.get(rule);
    if (compiled === undefined) made.set(rule, (compiled = compile(rule)));
    return compiled;
  };
}

function flatten(states: States, entries: readonly StateEntry[]): Rule[] {
  return entries.flatMap((entry) =>
    'include' in entry ? flatten(states, entriesOf(states, entry.include)) : [entry],
  );
}

function entriesOf(states: States, name: string): readonly StateEntry[] {
  const entries = states[name];
  if (entries === undefined) throw new Error(`Lexer has no state "${name}"`);
  return entries;
}

function compileRule(rule: Rule, form: PatternForm): CompiledRule {
  const { effect, next, pattern } = rule;
  return {
    pattern: compilePattern(pattern, form),
    atLineStart: startsAtLine(pattern),
    when: rule.when,
    token: typeof effect === 'string' ? effect : undefined,
    groups: typeof effect === 'object' ? effect : undefined,
    action: typeof effect === 'function' ? effect : undefined,
    next: listOf(next),
  };
}

function listOf(next: Next | undefined): readonly string[] {
  if (next === undefined) return [];
  return typeof next === 'string' ? [next] : next;
}
