/** Whether what a module exports is a plugin: a member misspelt would be a plugin that does nothing, without a word. */
import { SiteError } from '../model/diagnostic.js';
import type { Plugin, PluginTools } from '../model/plugin.js';
import * as messages from '../report/messages.js';
import { suggest } from '../ruby/suggest.js';
import { defaultExport } from './default-export.js';

/** What each member is; all but the name may be left out. */
const MEMBERS: Readonly<Record<keyof Plugin, 'text' | 'flag' | 'function' | 'list' | 'mapping'>> = {
  name: 'text',
  isSafe: 'flag',
  pure: 'flag',
  defaults: 'mapping',
  needsNoFrontMatter: 'function',
  converters: 'function',
  generators: 'list',
  tags: 'list',
  filters: 'list',
  hooks: 'list',
  passes: 'function',
  commands: 'list',
};

const TESTS = {
  text: (value: unknown) => typeof value === 'string',
  flag: (value: unknown) => typeof value === 'boolean',
  function: (value: unknown) => typeof value === 'function',
  list: (value: unknown) => Array.isArray(value),
  mapping: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
} as const;

/**
 * The plugin that a module exports as its default, or that the function there makes.
 *
 * @param source the file's or package's name: that of a plugin that has none itself
 * @throws SiteError for what is no plugin
 */
export async function pluginFrom(
  module: { readonly default?: unknown },
  source: string,
  tools: PluginTools,
): Promise<Plugin> {
  const main = defaultExport(module);
  const made: unknown = typeof main === 'function' ? await main(tools) : main;
  if (typeof made !== 'object' || made === null) throw new SiteError(messages.sitePluginEmpty(source));
  for (const [member, value] of Object.entries(made)) {
    if (!isMember(member)) {
      throw new SiteError(messages.sitePluginMember(source, member, suggest(member, Object.keys(MEMBERS))));
    }
    if (value !== undefined && !TESTS[MEMBERS[member]](value)) {
      throw new SiteError(messages.sitePluginMemberType(source, member, MEMBERS[member]));
    }
  }
  return { name: source, ...made };
}

function isMember(name: string): name is keyof Plugin {
  return Object.hasOwn(MEMBERS, name);
}
