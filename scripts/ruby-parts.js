import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const RELATIVE = /^require_relative "(.+)"\n/gm;
/** What Ruby reads at a file's beginning alone. */
const HEAD = /^# frozen_string_literal: true\n/;

/** For esbuild: a file in Ruby with those in it that it requires by `require_relative`, as one. */
export const rubyParts = {
  name: 'ruby-parts',
  setup({ onLoad }) {
    onLoad({ filter: /\.rb$/ }, ({ path }) => {
      const partOf = (_, name) => readFileSync(join(dirname(path), `${name}.rb`), 'utf8').replace(HEAD, '');
      return { contents: readFileSync(path, 'utf8').replace(RELATIVE, partOf), loader: 'copy' };
    });
  },
};
