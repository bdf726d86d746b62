import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { RubyHash } from '../ruby/value.js';

/** jekyll-environment-variables 1.0.1: the variables of the environment as `site.env`. */
export const environmentVariables: EnginePlugin = {
  name: 'jekyll-environment-variables',
  generators: [
    {
      name: 'Jekyll::EnvironmentVariables',
      priority: 'normal',
      generate: ({ config }) => {
        const set = Object.entries(config.variables).filter(([, value]) => value !== undefined);
        const env: RubyHash = new Map(set as [string, string][]);
        return { site: new Map([['env', env]]) };
      },
    },
  ],
};
