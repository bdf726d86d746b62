/**
 * The Ruby that the gem's settings hold, as far as its guide shows it and a little further: `record['a']['b']`, texts, numbers, `+`,
 * comparisons, `&&`, `||`, `!`, `? :`, and a few methods.
 */
import { compare, isEqual } from '../../ruby/compare.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { ExpressionError } from './expression-error.js';
import { callMethod } from './ruby-methods.js';

/** Reads a record. */
export type Expression = (record: Value) => Value;

const TOKEN =
  /\s*(?:(\d+\.\d+|\d+)|'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\#])*)"|:?([A-Za-z_]\w*[?!]?)|(&&|\|\||==|!=|<=|>=|&\.|[<>!?:+[\](),.]))/y;

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign';
  readonly text: string;
}

/** From what binds least to what binds most. */
const LEVELS: readonly ReadonlySet<string>[] = [
  new Set(['||', 'or']),
  new Set(['&&', 'and']),
  new Set(['==', '!=']),
  new Set(['<', '>', '<=', '>=']),
  new Set(['+']),
];

/** @throws {ExpressionError} for what is not read here */
export function compileExpression(source: string): Expression {
  return new Parser(tokensOf(source)).parse();
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  const text = source.trimEnd();
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) throw new ExpressionError(`${text.slice(at).trim()} is not read here`);
    const [, number, single, double, name, sign] = found;
    const written = single?.replace(/\\(['\\])/g, '$1') ?? double?.replace(/\\(["\\])/g, '$1');
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (written !== undefined) tokens.push({ kind: 'text', text: written });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'sign', text: sign! });
  }
  return tokens;
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Expression {
    const whole = this.conditional();
    if (this.at < this.tokens.length)
      throw new ExpressionError(`${this.tokens[this.at]!.text} is not read here`);
    return whole;
  }

  private takes(text: string): boolean {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === 'text' || token.text !== text) return false;
    this.at += 1;
    return true;
  }

  private expect(text: string): void {
    if (!this.takes(text)) throw new ExpressionError(`${text} is missing`);
  }

  private conditional(): Expression {
    const condition = this.binary(0);
    if (!this.takes('?')) return condition;
    const yes = this.conditional();
    this.expect(':');
    const no = this.conditional();
    return (record) => (isTruthy(condition(record)) ? yes(record) : no(record));
  }

  private binary(level: number): Expression {
    const signs = LEVELS[level];
    if (signs === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const token = this.tokens[this.at];
      if (token === undefined || token.kind === 'text' || !signs.has(token.text)) return left;
      this.at += 1;
      left = combined(token.text, left, this.binary(level + 1));
    }
  }

  private unary(): Expression {
    if (!this.takes('!') && !this.takes('not')) return this.postfix();
    const value = this.unary();
    return (record) => !isTruthy(value(record));
  }

  private postfix(): Expression {
    let value = this.primary();
    for (;;) {
      const before = value;
      if (this.takes('[')) {
        const key = this.conditional();
        this.expect(']');
        value = (record) => callMethod(before(record), '[]', [key(record)]);
      } else if (this.takes('.') || this.takes('&.')) {
        const name = this.name();
        const args = this.takes('(') ? this.list(')') : [];
        value = (record) =>
          callMethod(
            before(record),
            name,
            args.map((arg) => arg(record)),
          );
      } else return value;
    }
  }

  private name(): string {
    const token = this.tokens[this.at++];
    if (token?.kind !== 'name') throw new ExpressionError('a method is missing');
    return token.text;
  }

  private list(end: string): readonly Expression[] {
    const items: Expression[] = [];
    if (this.takes(end)) return items;
    do items.push(this.conditional());
    while (this.takes(','));
    this.expect(end);
    return items;
  }

  private primary(): Expression {
    if (this.takes('(')) {
      const inner = this.conditional();
      this.expect(')');
      return inner;
    }
    if (this.takes('[')) {
      const items = this.list(']');
      return (record) => items.map((item) => item(record));
    }
    const token = this.tokens[this.at++];
    if (token === undefined) throw new ExpressionError('it ends too early');
    if (token.kind === 'number') return () => Number(token.text);
    if (token.kind === 'text') return () => token.text;
    return named(token.text);
  }
}

function named(name: string): Expression {
  switch (name) {
    case 'record':
      return (record) => record;
    case 'nil':
      return () => null;
    case 'true':
      return () => true;
    case 'false':
      return () => false;
    default:
      throw new ExpressionError(`${name} is not known here`);
  }
}

function combined(sign: string, left: Expression, right: Expression): Expression {
  switch (sign) {
    case '||':
    case 'or':
      return (record) => {
        const value = left(record);
        return isTruthy(value) ? value : right(record);
      };
    case '&&':
    case 'and':
      return (record) => {
        const value = left(record);
        return isTruthy(value) ? right(record) : value;
      };
    case '==':
      return (record) => isEqual(left(record), right(record));
    case '!=':
      return (record) => !isEqual(left(record), right(record));
    case '+':
      return (record) => sum(left(record), right(record));
    default:
      return (record) => ordered(sign, left(record), right(record));
  }
}

function sum(left: Value, right: Value): Value {
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  throw new ExpressionError(`no sum of ${toS(left)} and ${toS(right)}`);
}

function ordered(sign: string, left: Value, right: Value): boolean {
  const order = compare(left, right);
  if (order === null) throw new ExpressionError(`no order of ${toS(left)} and ${toS(right)}`);
  if (sign === '<') return order < 0;
  if (sign === '>') return order > 0;
  return sign === '<=' ? order <= 0 : order >= 0;
}
