import { expect, test } from 'vitest';
import { processorsAllowed } from '../../../src/render/ahead/spare-processor.js';

test.each([
  ['max 100000\n', Number.POSITIVE_INFINITY],
  ['100000 100000\n', 1],
  ['150000 100000\n', 1.5],
  ['', Number.POSITIVE_INFINITY],
])('the quota %j', (quota, processors) => {
  expect(processorsAllowed(quota)).toBe(processors);
});
