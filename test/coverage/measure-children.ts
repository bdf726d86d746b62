import { inject } from 'vitest';

// Node reads this when a process starts: it makes the programs that tests start write what they executed, not the tests themselves.
const folder = inject('childCoverage');
if (folder !== null) process.env['NODE_V8_COVERAGE'] = folder;
