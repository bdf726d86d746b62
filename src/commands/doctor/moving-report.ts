/**
 * What someone who moves from Jekyll must know: everything of the site that would come out differently here, with its place, what
 * comes of it and what to do.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Config } from '../../model/config.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { wholeText } from '../../model/output.js';
import type { Site } from '../../model/site.js';
import * as messages from '../../report/messages.js';
import { slashed } from '../../ruby/file-path.js';
import { allDocuments } from '../../site/site-files.js';
import type { Abilities } from '../../survey.js';
import { findTags } from './liquid-tags.js';
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
export function unknownTags(site: Site, abilities: Abilities): Diagnostic[] {
  const unknown = templatesOf(site).flatMap(({ path, body, line: firstLine }) =>
    findTags(body)
      .filter(({ name }) => !abilities.tags.has(name.replace(/^end/, '')) && !abilities.tags.has(name))
      .map(({ name, line, column }) => ({ name, place: { file: path, line: firstLine + line - 1, column } })),
  );
  const names = new Set(unknown.map(({ name }) => name.replace(/^end/, '')));
  return [...names].map((name) => {
    const places = unknown.filter((found) => found.name === name).map(({ place }) => place);
    return messages.unknownTagInSite(name, places);
  });
}

interface ScannedTemplate {
  readonly path: string;
  readonly body: string;
  /** 1-based line on which the body starts. */
  readonly line: number;
}

function templatesOf(site: Site): ScannedTemplate[] {
  const { root, includes } = site.config.directories;
  const bodies = [...site.pages, ...allDocuments(site), ...site.layouts.values()].map(
    ({ path, body, bodyLine }) => ({
      path,
      body: wholeText(body),
      line: bodyLine,
    }),
  );
  const included = includes.flatMap(filesBelow).map((file) => ({
    path: slashed(relative(root, file)),
    body: readFileSync(file, 'utf8'),
    line: 1,
  }));
  return [...bodies, ...included];
}

/** The configuration was read without insisting on the theme, so that the rest can be told as well. Gems are fetched by the next build. */
function themeFindings({ settings, directories }: Config): Diagnostic[] {
  const name = settings.get('theme');
  const isPath = typeof name === 'string' && /[/\\]|^\.{1,2}$/.test(name);
  return isPath && directories.theme === null ? [messages.themeNotFound(name, [])] : [];
}

function rubyPluginFindings({ safe, directories }: Config, { rubyEngine }: Abilities): Diagnostic[] {
  // Jekyll does not run them under `safe` either.
  if (safe) return [];
  const files = directories.plugins.flatMap(filesBelow).filter((file) => file.endsWith('.rb'));
  return files.map((file) => {
    const path = slashed(relative(directories.root, file));
    const registrations = readRubyPlugin(readFileSync(file, 'utf8'));
    const what = registrations.map(describe);
    return rubyEngine === null
      ? messages.rubyPlugin(path, what, registrations[0]?.line)
      : messages.rubyPluginRuns(path, what, rubyEngine, registrations[0]?.line);
  });
}

function describe({ kind, name, line }: Registration): string {
  return `${kind} \`${name}\` (line ${line})`;
}

function settingFindings(config: Config): Diagnostic[] {
  return differingSettings(config.settings).map(({ path, effect, remedy }) =>
    messages.settingDiffers(path.join('.'), effect, remedy, settingPlace(config, path)),
  );
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

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
