import { readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fastGlob from 'fast-glob';
import { build, type KeptEngines, loadConfig } from '../../src/build.js';
import { type Diagnostic, SiteError } from '../../src/model/diagnostic.js';
import { recordingReporter } from './recording-reporter.js';
import { temporaryFolder } from './temporary-folder.js';

/** What building a small site gave. */
export interface BuiltSite {
  /** Text of each file of the destination by path; empty when the build failed. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Warnings and errors as Jekyll prints them, white space as one space, paths from the site's folder. */
  readonly said: string;
  readonly isFailed: boolean;
  /** All that was reported. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds a site made of these files, all of them of this time. @param engines that outlive the build */
export async function buildSite(
  files: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
  modifiedAt = new Date('2024-01-02T03:04:05Z'),
  engines?: KeptEngines,
): Promise<BuiltSite> {
  const folder = temporaryFolder(files);
  for (const path of Object.keys(files)) utimesSync(join(folder, path), modifiedAt, modifiedAt);
  return buildFolder(folder, environment, engines);
}

/** Builds the site in a folder, in Greenwich's time. @param engines that outlive the build */
export async function buildFolder(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  engines?: KeptEngines,
): Promise<BuiltSite> {
  const lines: string[] = [];
  const diagnostics: Diagnostic[] = [];
  let isFailed = false;
  const { reporter: silent } = recordingReporter('error');
  const reporter: typeof silent = {
    ...silent,
    report(diagnostic) {
      silent.report(diagnostic);
      diagnostics.push(diagnostic);
      if (diagnostic.severity === 'error') isFailed = true;
      if (diagnostic.severity !== 'info') lines.push(`${diagnostic.topic ?? ''} ${diagnostic.message}`);
    },
  };
  const flags = { disable_disk_cache: true };
  try {
    const config = loadConfig({
      directory: folder,
      flags,
      environment: { ...environment, TZ: 'UTC' },
      reporter,
    });
    await build({ config, reporter, ...(engines && { engines, remembers: true }) });
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    reporter.report(error.diagnostic);
  }
  return {
    outputs: textsOf(join(folder, '_site')),
    said: squeeze(lines.join('\n'), folder),
    isFailed,
    diagnostics,
  };
}

function textsOf(folder: string): Record<string, string> {
  const paths = fastGlob.sync('**', { cwd: folder, dot: true }).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

function squeeze(text: string, folder: string): string {
  return text.replaceAll(`${folder}/`, '').replace(/\s+/g, ' ').trim();
}
