/** Builds in which another thread converts all that it can: `JOBS=2 npx vitest run test/conformance` has all builds of a test so. */

/** As flags and environment of a configuration. */
export interface Jobs {
  readonly flags: { readonly jobs?: string };
  readonly environment: Readonly<Record<string, string>>;
}

/** One thread. */
export const ALONE: Jobs = { flags: { jobs: '1' }, environment: {} };

/** Two, of which the one that renders waits for the other. */
export const IN_TWO: Jobs = { flags: { jobs: '2' }, environment: { UTTERSON_JOBS_PATIENCE: '20000' } };

/** As this run of the tests has it. */
export const JOBS: Jobs = process.env['JOBS'] === undefined ? { flags: {}, environment: {} } : IN_TWO;
