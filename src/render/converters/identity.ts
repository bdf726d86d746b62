import type { Converter } from '../../model/plugin.js';

/** Takes every file and changes nothing, so that each has a converter (Jekyll 4.4.1, `Converters::Identity`). */
export const identity: Converter = {
  name: 'Jekyll::Converters::Identity',
  priority: 'lowest',
  highlighterPrefix: null,
  highlighterSuffix: null,
  matches: () => true,
  outputExtension: (extension) => extension,
  convert: (text) => text,
};
