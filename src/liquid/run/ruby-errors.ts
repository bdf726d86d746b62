import { className, conversionName } from '../../ruby/compare.js';
import { inspect } from '../../ruby/inspect.js';
import { Drop, type Value } from '../../ruby/value.js';
import { FilterError } from '../filter.js';

/** Ruby's `NoMethodError`: an input that cannot do what the filter asks of it. */
export function noMethod(method: string, receiver: Value): FilterError {
  return new FilterError(`undefined method \`${method}' for ${receiverText(receiver)}`, false);
}

function receiverText(receiver: Value): string {
  if (receiver === null || typeof receiver === 'boolean')
    return `${inspect(receiver)}:${className(receiver)}`;
  if (receiver instanceof Drop) return `an instance of ${receiver.className}`;
  const text = inspect(receiver);
  return text.length > 65 ? `an instance of ${className(receiver)}` : `${text}:${className(receiver)}`;
}

/** What Ruby takes for a text of itself (`StringValue`); its `TypeError` for anything else. */
export function impliedText(value: Value): string {
  if (typeof value === 'string') return value;
  throw new FilterError(`no implicit conversion of ${conversionName(value)} into String`, false);
}

/** Ruby's `TypeError`: a key that an array cannot be asked for. */
export class KeyTypeError extends FilterError {
  constructor(message: string) {
    super(message, false);
    this.name = 'KeyTypeError';
  }
}
