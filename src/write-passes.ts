/** What of the passes is written, and writing it. */
import type { BuiltPass, RenderedPass } from './build-pass.js';
import { canWrite, type GoodPart, goodPartOf, type LastPaths } from './keep-going.js';
import type { Config } from './model/config.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { Output } from './model/output.js';
import { countFindings } from './report/findings.js';
import { reportConflicts } from './write/conflicts.js';
import { listOutputs, survivors } from './write/outputs.js';
import { noteWriter } from './write/served-mark.js';
import {
  runWriteHooks,
  type WriteTools,
  type WrittenOutputs,
  type WrittenSite,
  writeSite,
} from './write/write-site.js';

/** Of a build that wrote nothing. */
export const NOTHING_WRITTEN: WrittenSite & { readonly placed?: undefined } = {
  written: 0,
  unchanged: 0,
  removed: 0,
  changedPaths: [],
};

/** What decides on what is written. */
interface WhatCounts {
  readonly isGood: boolean;
  readonly keepsGoing: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly lastPaths: LastPaths;
}

/** Whether every page of a pass could be rendered. */
export function isComplete(pass: BuiltPass): pass is RenderedPass {
  return pass.rendered?.isComplete === true;
}

/** What of a pass is written. */
export type WrittenPart = GoodPart & { readonly pass: RenderedPass };

/** What is written; `null` for nothing. */
export function partsOf(
  passes: readonly BuiltPass[],
  { isGood, keepsGoing, diagnostics, lastPaths }: WhatCounts,
): readonly WrittenPart[] | null {
  if (keepsGoing) {
    if (!canWrite(passes, diagnostics)) return null;
    return passes.map((pass) => ({ pass, ...goodPartOf(pass, diagnostics, lastPaths) }));
  }
  if (!isGood || !passes.every(isComplete)) return null;
  return passes.map((pass) => ({ pass, turns: pass.rendered.turns, broken: [], kept: [] }));
}

/** What writing needs of the build. */
export interface PassWriting extends WriteTools {
  readonly diagnostics: readonly Diagnostic[];
  readonly keepsGoing: boolean;
  readonly isFailed: () => boolean;
  /** Whether it goes to a folder that is nobody's, and is remembered by none. */
  readonly isElsewhere: boolean;
}

/** Writes parts of passes, unless something comes up that is wrong. */
export function writePasses(
  config: Config,
  parts: readonly WrittenPart[],
  {
    hooks,
    reporter,
    diagnostics,
    keepsGoing,
    isFailed,
    onChange,
    onCleaned,
    known,
    seen,
    remembers,
    isElsewhere,
  }: PassWriting,
): WrittenOutputs | typeof NOTHING_WRITTEN {
  const { errors } = countFindings(diagnostics);
  let outputs: readonly Output[] = [];
  for (const { pass, turns, kept } of parts) {
    const own = listOutputs(pass.site, pass.rendered.pages, turns);
    reportConflicts(own, config.directories.destination, reporter.report);
    outputs = [...survivors(outputs, own, pass.site.config), ...kept, ...own];
  }
  const isStopped = keepsGoing ? countFindings(diagnostics).errors > errors : isFailed();
  if (isStopped) return NOTHING_WRITTEN;
  const written = writeSite(config, outputs, {
    hooks,
    reporter,
    onChange,
    onCleaned,
    known,
    seen,
    remembers,
  });
  if (!isElsewhere) noteWriter(config);
  for (const { pass, turns } of parts) {
    const { rendered, extensions } = pass;
    const { markdownify } = extensions.converters;
    const site = { ...pass.site, config: { ...pass.site.config, directories: config.directories } };
    runWriteHooks(site, rendered.pages, turns, { hooks, markdownify });
    hooks.site('post_write', { ...site, pages: rendered.pages });
  }
  return written;
}
