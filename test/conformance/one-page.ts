import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, loadConfig } from '../../src/build.js';
import { SiteError } from '../../src/model/diagnostic.js';
import { createReporter, PLAIN, type Reporter } from '../../src/report/logger.js';
import { JOBS } from '../helpers/jobs.js';
import type { Case } from './cases.js';
import type { Actual } from './verdict.js';

/** Builds the small site of a case in this process, and reads its page. */
export async function buildPage({ files, page }: Case): Promise<Actual> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-case-')));
  const lines: string[] = [];
  const reporter = quietReporter(lines, folder);
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { ok } = await build({ config: configOf(folder, reporter), reporter });
    return {
      output: ok ? readFileSync(join(folder, '_site', page), 'utf8') : null,
      log: lines.join('\n'),
    };
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    reporter.report(error.diagnostic);
    return { output: null, log: lines.join('\n') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function configOf(folder: string, reporter: Reporter): ReturnType<typeof loadConfig> {
  return loadConfig({
    directory: folder,
    flags: { ...JOBS.flags, disable_disk_cache: true },
    environment: { ...JOBS.environment, TZ: 'UTC' },
    reporter,
  });
}

/** Keeps what Jekyll would print of warnings and errors, without our places, frames and hints; paths start from the site. */
function quietReporter(lines: string[], folder: string): Reporter {
  const silent = createReporter({
    level: 'error',
    streams: { out: () => undefined, err: () => undefined },
    colors: { out: PLAIN, err: PLAIN },
  });
  return {
    ...silent,
    report(diagnostic) {
      silent.report(diagnostic);
      if (diagnostic.severity === 'info') return;
      const line = [diagnostic.topic, diagnostic.message].filter(Boolean).join(' ');
      lines.push(line.replaceAll(`${folder}/`, '').replaceAll(folder, ''));
    },
  };
}
