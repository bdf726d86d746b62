/** How the site fares, and what of it concerns one page. */
import type { Finding } from './finding.js';

/** A page that could not be made. */
export interface BrokenPage {
  /** As the build names it, e.g. `about.md`. */
  readonly file: string;
  /** Relative to the destination, where it was when it was last good, or would be; `null` for what has no address. */
  readonly path: string | null;
  /** The file that is to blame, as the build names it, where that is another one. */
  readonly cause?: string;
}

/** How the site fares. */
export interface SiteState {
  /** What a first build is at, e.g. `Rendering: 12 of 400`; `null` once one is done. */
  readonly progress: string | null;
  readonly findings: readonly Finding[];
  /** What is broken while all else goes on; empty when errors concern all. */
  readonly broken: readonly BrokenPage[];
}

/** Before the first build. */
export const STARTING: SiteState = { progress: 'Reading the site', findings: [], broken: [] };

/** What a page is to show. */
export interface PageFindings {
  /** Why what is on the page is not what it should be. */
  readonly here: readonly Finding[];
  /** All else: warnings, and errors of other pages. */
  readonly elsewhere: readonly Finding[];
}

/** @param path of what the page shows, relative to the destination; `null` when it shows nothing of the site */
export function findingsFor(path: string | null, { findings, broken }: SiteState): PageFindings {
  const isHere = ({ isError, owner }: Finding): boolean => {
    if (!isError) return false;
    const owners = broken.filter(
      ({ file, cause }) => owner !== undefined && (file === owner || cause === owner),
    );
    // What is of no file may concern every page that is broken; what concerns no page concerns all.
    const concerned = owners.length > 0 ? owners : broken;
    if (concerned.length === 0) return true;
    // A style sheet, or a feed, is no page that one looks at.
    return concerned.some((page) => page.path !== null && (page.path === path || !isPage(page.path)));
  };
  const elsewhere = findings.filter((finding) => !isHere(finding));
  // Errors first.
  elsewhere.sort((a, b) => Number(b.isError) - Number(a.isError));
  return { here: findings.filter(isHere), elsewhere };
}

/** Whether a path of the output is that of a page. */
export function isPage(path: string): boolean {
  return /\.(?:x?html|htm)$/i.test(path);
}
