#!/usr/bin/env node
import('../lib/cli.js').then(({ main }) => main(process.argv.slice(2)));
