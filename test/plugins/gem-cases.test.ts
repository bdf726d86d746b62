import { describe, expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';
import { casesOf, gems } from './gem-cases.js';

describe.each(gems)('%s', (gem) => {
  for (const { name, files, environment, outputs, said = '' } of casesOf(gem)) {
    test(name, async () => {
      const built = await buildSite(files, environment);
      expect(built.said).toBe(said);
      expect(built.isFailed).toBe(outputs === undefined);
      expect(built.outputs).toEqual(outputs ?? {});
    });
  }
});
