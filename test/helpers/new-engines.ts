import { KeptEngines } from '../../src/build.js';

/** Runs with engines to be had, each new; all of them end with the run, whatever it comes to. */
export async function withEngines<T>(run: (newEngines: () => KeptEngines) => Promise<T>): Promise<T> {
  const made: KeptEngines[] = [];
  try {
    return await run(() => {
      const engines = new KeptEngines();
      made.push(engines);
      return engines;
    });
  } finally {
    for (const engines of made) engines.dispose();
  }
}
