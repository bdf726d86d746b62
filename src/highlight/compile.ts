import type { Action, Condition, Lexer, Next, Rule, StateEntry, States } from './lexer.js';
import { compilePattern, startsAtLine, withUnicodeBoundaries } from './pattern.js';
import type { Token } from './tokens.js';

/** A state ready to run: included states are laid in, expressions are sticky. */
export interface CompiledState {
  readonly name: string;
  /** For code in ASCII. */
  readonly rules: readonly CompiledRule[];
  /** For any code. */
  readonly unicodeRules: () => readonly CompiledRule[];
}

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

/** Prepares a lexer. Its table of rules is made now, its expressions when a state is first entered. */
export function compileLexer(lexer: Lexer): CompiledLexer {
  const states = lexer.states();
  const compiled = new Map<string, CompiledState>();
  const rules = new Map<Rule, CompiledRule>();
  const compileOnce = (one: Rule): CompiledRule => {
    let made = rules.get(one);
    if (made === undefined) rules.set(one, (made = compileRule(one)));
    return made;
  };
  return {
    lexer,
    state(name, make) {
      let state = compiled.get(name);
      if (state === undefined) {
        state = stateOf(name, flatten(states, make?.() ?? entriesOf(states, name)).map(compileOnce));
        compiled.set(name, state);
      }
      return state;
    },
  };
}

function stateOf(name: string, rules: readonly CompiledRule[]): CompiledState {
  let unicodeRules: readonly CompiledRule[] | undefined;
  return { name, rules, unicodeRules: () => (unicodeRules ??= rules.map(forUnicode)) };
}

function forUnicode(rule: CompiledRule): CompiledRule {
  const pattern = withUnicodeBoundaries(rule.pattern);
  return pattern === rule.pattern ? rule : { ...rule, pattern };
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

function compileRule(rule: Rule): CompiledRule {
  const { effect, next, pattern } = rule;
  return {
    pattern: compilePattern(pattern),
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
