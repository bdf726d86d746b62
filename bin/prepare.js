// What npm's `prepare` runs: compiles a clone. A packed copy is compiled; npm prepares it all the same where a site names its folder.
if (require('node:fs').existsSync('esbuild.config.js')) {
  process.argv[2] = '--types';
  import('../esbuild.config.js');
}
