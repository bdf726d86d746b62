import { describe, expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';
import { casesOf, topics, withEngine } from './cases.js';
import { installedRuby } from './installed-ruby.js';

const engines = installedRuby === null ? ['wasm'] : ['system', 'wasm'];

describe.each(engines)('%s', (engine) => {
  describe.each(topics)('%s', (topic) => {
    for (const { name, files, outputs } of casesOf(topic)) {
      test(name, async () => {
        const built = await buildSite(withEngine(files, engine), {
          SOURCE_DATE_EPOCH: '1704164645',
          PATH: process.env['PATH'] ?? '',
        });
        expect(built.said).toBe('');
        expect(built.outputs).toEqual(outputs);
      });
    }
  });
});
