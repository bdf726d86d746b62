import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Area, readCases } from '../conformance/cases.js';
import { buildPage } from '../conformance/one-page.js';
import { judge } from '../conformance/verdict.js';

/** Makes a test of each case in that folder: files in the corpus's format, with the output of the reference. */
export function testCases(area: Exclude<Area, 'sites'>, folder: string): void {
  const cases = readCases(area, join(process.cwd(), folder));
  describe.each([...new Set(cases.map(({ topic }) => topic))])('%s', (topic) => {
    for (const each of cases.filter((one) => one.topic === topic)) {
      test(each.name, async () => {
        const { expected, actual } = judge(each.expected, await buildPage(each));
        expect(actual).toBe(expected);
      });
    }
  });
}
