import { testCases } from '../helpers/reference-cases.js';

testCases('liquid', 'test/liquid/cases');
