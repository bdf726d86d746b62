/**
 * What someone who moves from Jekyll must know: everything of the site that would come out differently here, with its place, what
 * comes of it and what to do.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { findTags, placeIn } from '../../check/liquid-names.js';
import { type CheckedText, filesBelow } from '../../check/templates.js';
import type { Config } from '../../model/config.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import * as messages from '../../report/messages.js';
import { slashed } from '../../ruby/file-path.js';
import { suggest } from '../../ruby/suggest.js';
import type { Abilities } from '../../survey.js';
import { type Registration, readRubyPlugin } from './ruby-plugin.js';
import { differingSettings, placeOfKey } from './settings.js';

/** Ruby plugins, gems and settings: what can be told before the site is read. */
export function differencesOfSetup(config: Config, abilities: Abilities): Diagnostic[] {
  return [
    ...themeFindings(config),
    ...rubyPluginFindings(config, abilities),
    ...abilities.missingGems,
    ...settingFindings(config),
  ];
}

/** Tags that no template can use here; one finding per name, at its first place. */
export function unknownTags(
  texts: readonly CheckedText[],
  { tags, absent, rubyFailure }: Abilities,
): Diagnostic[] {
  // They may be those of the plugins that could not be loaded.
  if (rubyFailure !== null) return [];
  const unknown = texts.flatMap((text) =>
    findTags(text.body)
      .filter(({ name }) => !tags.has(name.replace(/^end/, '')) && !tags.has(name))
      .map((found) => ({ name: found.name, place: placeIn(text, found) })),
  );
  const names = new Set(unknown.map(({ name }) => name.replace(/^end/, '')));
  return [...names].map((name) => {
    const places = unknown.filter((found) => found.name.replace(/^end/, '') === name);
    const opening = places.filter((found) => found.name === name);
    const hint = absent.tagHint(name) ?? suggest(name, tags);
    return messages.unknownTagInSite(
      name,
      (opening.length > 0 ? opening : places).map(({ place }) => place),
      hint,
    );
  });
}

/** The configuration was read without insisting on the theme, so that the rest can be told as well. Gems are fetched by the next build. */
function themeFindings({ settings, directories }: Config): Diagnostic[] {
  const name = settings.get('theme');
  const isPath = typeof name === 'string' && /[/\\]|^\.{1,2}$/.test(name);
  return isPath && directories.theme === null ? [messages.themeNotFound(name, [])] : [];
}

function rubyPluginFindings(
  { safe, directories }: Config,
  { rubyEngine, rubyFailure }: Abilities,
): Diagnostic[] {
  // Jekyll does not run them under `safe` either.
  if (safe) return [];
  const files = directories.plugins.flatMap(filesBelow).filter((file) => file.endsWith('.rb'));
  const found = files.map((file) => {
    const path = slashed(relative(directories.root, file));
    const registrations = readRubyPlugin(readFileSync(file, 'utf8'));
    const what = registrations.map(describe);
    return rubyEngine === null
      ? messages.rubyPlugin(path, what, registrations[0]?.line)
      : messages.rubyPluginRuns(path, what, rubyEngine, registrations[0]?.line);
  });
  return rubyFailure === null ? found : [...found, rubyFailure];
}

function describe({ kind, name, line }: Registration): string {
  return `${kind} \`${name}\` (line ${line})`;
}

function settingFindings(config: Config): Diagnostic[] {
  return differingSettings(config.settings).map(({ path, effect, remedy }) => {
    const finding = messages.settingDiffers(path.join('.'), effect, remedy, settingPlace(config, path));
    return effect.startsWith('The build stops') ? { ...finding, severity: 'error' } : finding;
  });
}

/** Where a key stands: in the last configuration file that has it. */
function settingPlace(config: Config, path: readonly string[]): messages.Place | undefined {
  for (const file of config.configFiles.toReversed()) {
    if (!/\.ya?ml$/i.test(file)) continue;
    const found = placeOfKey(readFileSync(file, 'utf8'), path);
    if (found) return { file: slashed(relative(config.directories.root, file)), line: found.line };
  }
  return undefined;
}
