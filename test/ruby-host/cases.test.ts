import { afterAll, describe, expect, test } from 'vitest';
import { KeptEngines } from '../../src/build.js';
import { buildSite } from '../helpers/build-site.js';
import { casesOf, topics, withEngine } from './cases.js';
import { installedRuby } from './installed-ruby.js';

const engines = installedRuby === null ? ['wasm'] : ['system', 'wasm'];

// Each case begins with a Ruby that has heard of no other.
const kept = new KeptEngines();
afterAll(() => kept.dispose());

describe.each(engines)('%s', (engine) => {
  describe.each(topics)('%s', (topic) => {
    for (const { name, files, outputs } of casesOf(topic)) {
      test(name, async () => {
        const environment = { SOURCE_DATE_EPOCH: '1704164645', PATH: process.env['PATH'] ?? '' };
        const built = await buildSite(withEngine(files, engine), environment, undefined, kept);
        expect(built.said).toBe('');
        expect(built.outputs).toEqual(outputs);
      });
    }
  });
});
