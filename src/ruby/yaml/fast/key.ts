import type { Value } from '../../value.js';

/** libyaml looks for a key's colon among 1,024 characters; a little less is certain. */
const MAX_KEY_LENGTH = 1000;

/**
 * Whether a value can be a key as it is. The general way knows dates and floats again that come twice, merges what stands behind
 * `<<`, and puts up with nil.
 */
export function isKey(key: Value | undefined): key is string | number | bigint | boolean {
  return key !== undefined && typeof key !== 'object' && key !== '<<';
}

/** Whether what stands before a colon is short enough for a key, and on one line. */
export function isSimpleKey(text: string, start: number, colon: number): boolean {
  return colon - start <= MAX_KEY_LENGTH && !text.slice(start, colon).includes('\n');
}
