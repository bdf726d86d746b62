import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** No string of these tests needs as many by far; what takes more would not come to an end. */
const limit = 1_000_000;

/** Tries to match at a place, and what follows from where it ends; answers whether both did. */
type Matcher = (attempt: Attempt, at: number, then: (end: number) => boolean) => boolean;

/** One attempt: its text, what it cost, and what the groups hold. */
interface Attempt {
  readonly text: string;
  readonly groups: Map<AST.CapturingGroup, string>;
  steps: number;
}

const exec = RegExp.prototype.exec;

/**
 * Runs something, and answers with the steps that all its matching takes: how often a part of an expression meets a character, in a
 * matcher that backtracks as V8's does. Every expression of the process is counted meanwhile, thus in one synchronous stretch.
 */
export function countSteps(run: () => void): number {
  let steps = 0;
  let isInside = false;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    if (!isInside) {
      isInside = true;
      try {
        steps += stepsOf(this, text);
      } finally {
        isInside = false;
      }
    }
    return exec.call(this, text);
  };
  try {
    run();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return steps;
}

function step(attempt: Attempt, times = 1): void {
  attempt.steps += times;
  if (attempt.steps > limit) throw new Error(`more than ${limit} steps`);
}

const compiled = new Map<string, Matcher>();

function stepsOf(expression: RegExp, text: string): number {
  const attempt: Attempt = { text, groups: new Map(), steps: 0 };
  const match = matcherOf(expression);
  const start = expression.sticky || expression.global ? expression.lastIndex : 0;
  for (let at = start; at <= text.length; at++) {
    attempt.groups.clear();
    if (match(attempt, at, () => true) || expression.sticky) break;
  }
  return attempt.steps;
}

function matcherOf(expression: RegExp): Matcher {
  const key = String(expression);
  let matcher = compiled.get(key);
  if (matcher === undefined) {
    const { pattern } = new RegExpParser().parseLiteral(key);
    matcher = alternatives(pattern.alternatives, expression.flags.replace(/[gy]/g, ''));
    compiled.set(key, matcher);
  }
  return matcher;
}

function alternatives(list: readonly AST.Alternative[], flags: string): Matcher {
  const branches = list.map(({ elements }) =>
    elements
      .map((element) => matcherFor(element, flags))
      .reduceRight((next, first) => sequence(first, next), nothing),
  );
  return branches.length === 1
    ? branches[0]!
    : (attempt, at, then) => branches.some((branch) => branch(attempt, at, then));
}

function nothing(_: Attempt, at: number, then: (end: number) => boolean): boolean {
  return then(at);
}

function sequence(first: Matcher, next: Matcher): Matcher {
  if (next === nothing) return first;
  return (attempt, at, then) => first(attempt, at, (end) => next(attempt, end, then));
}

function matcherFor(element: AST.Element, flags: string): Matcher {
  switch (element.type) {
    case 'Group':
      return alternatives(element.alternatives, flags);
    case 'CapturingGroup':
      return capture(element, flags);
    case 'Quantifier':
      return repeat(element, flags);
    case 'Assertion':
      return assertion(element, flags);
    case 'Backreference':
      return backreference(element);
    default:
      return character(element, flags);
  }
}

function character(element: AST.Element, flags: string): Matcher {
  const accepts = acceptsCharacter(element, flags);
  return (attempt, at, then) => {
    step(attempt);
    return at < attempt.text.length && accepts(attempt.text[at]!) && then(at + 1);
  };
}

function acceptsCharacter({ raw }: AST.Element, flags: string): (character: string) => boolean {
  const one = new RegExp(`^(?:${raw})$`, flags);
  const known = new Map<string, boolean>();
  return (text) => {
    let isAccepted = known.get(text);
    if (isAccepted === undefined) known.set(text, (isAccepted = exec.call(one, text) !== null));
    return isAccepted;
  };
}

function capture(group: AST.CapturingGroup, flags: string): Matcher {
  const inner = alternatives(group.alternatives, flags);
  return (attempt, at, then) =>
    inner(attempt, at, (end) => {
      const before = attempt.groups.get(group);
      attempt.groups.set(group, attempt.text.slice(at, end));
      if (then(end)) return true;
      if (before === undefined) attempt.groups.delete(group);
      else attempt.groups.set(group, before);
      return false;
    });
}

function backreference({ resolved }: AST.Backreference): Matcher {
  const group = Array.isArray(resolved) ? resolved[0]! : (resolved as AST.CapturingGroup);
  return (attempt, at, then) => {
    step(attempt);
    const text = attempt.groups.get(group) ?? '';
    return attempt.text.startsWith(text, at) && then(at + text.length);
  };
}

/** Lookbehinds and ends of words are left to V8: in a lexer they look at a character or two. */
function assertion(element: AST.Assertion, flags: string): Matcher {
  if (element.kind === 'lookahead') {
    const inner = alternatives(element.alternatives, flags);
    return (attempt, at, then) => inner(attempt, at, () => true) !== element.negate && then(at);
  }
  const here = new RegExp(element.raw, `${flags}y`);
  return (attempt, at, then) => {
    step(attempt);
    here.lastIndex = at;
    return exec.call(here, attempt.text) !== null && then(at);
  };
}

function repeat({ element, min, max, greedy }: AST.Quantifier, flags: string): Matcher {
  if (/^Character/.test(element.type) && greedy) return run(acceptsCharacter(element, flags), min, max);
  const inner = matcherFor(element, flags);
  const round = (attempt: Attempt, done: number, at: number, then: (end: number) => boolean): boolean => {
    const more = (): boolean =>
      done < max &&
      inner(attempt, at, (end) => (end > at || done < min) && round(attempt, done + 1, end, then));
    const enough = (): boolean => done >= min && then(at);
    return greedy ? more() || enough() : enough() || more();
  };
  return (attempt, at, then) => round(attempt, 0, at, then);
}

/** Characters of one class in a row: the most common repetition, without a call for each. */
function run(accepts: (character: string) => boolean, min: number, max: number): Matcher {
  return (attempt, at, then) => {
    let end = at;
    while (end < attempt.text.length && end - at < max && accepts(attempt.text[end]!)) end++;
    step(attempt, end - at + 1);
    for (; end - at >= min; end--) {
      step(attempt);
      if (then(end)) return true;
    }
    return false;
  };
}
