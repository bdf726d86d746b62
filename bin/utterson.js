#!/usr/bin/env node
require('../lib/launch.cjs').launch(process.argv.slice(2));
