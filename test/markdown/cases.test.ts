import { testCases } from '../helpers/reference-cases.js';

testCases('markdown', 'test/markdown/cases');
