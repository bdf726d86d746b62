import { defineConfig } from 'vitest/config';

export default defineConfig({
  // As in the library (esbuild.config.js).
  define: { __ONE_FILE__: 'false' },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/helpers/compile.ts',
    setupFiles: 'test/coverage/measure-children.ts',
    expect: { requireAssertions: true },
    testTimeout: 60_000,
    // What the program says there, tests of it expect by themselves.
    env: { CI: '' },
    // Two cores on the usual machine: more workers only take memory.
    maxWorkers: 2,
    coverage: { provider: 'v8', include: ['src/**'], reporter: 'json' },
  },
});
