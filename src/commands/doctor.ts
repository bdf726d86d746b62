import { loadConfig } from '../config/load.js';
import { countFindings } from '../report/findings.js';
import { abilitiesOf, surveySite } from '../survey.js';
import { jekyllChecks } from './doctor/jekyll-checks.js';
import { differencesOfSetup, unknownTags } from './doctor/moving-report.js';
import type { Invocation } from './line/command.js';
import { configFlags } from './line/config-flags.js';
import { placesFrom } from './line/places.js';

/**
 * `utterson doctor`: the checks of Jekyll's doctor, and what of the site would come out differently than with Jekyll. Fails when
 * there is anything to say.
 */
export async function doctor(invocation: Invocation): Promise<number> {
  const { directory, environment } = invocation;
  const config = loadConfig({
    directory,
    flags: configFlags(invocation.flags),
    environment,
    reporter: invocation.reporter,
    ignoresMissingTheme: true,
  });
  invocation.reporter.info(
    'Generation:',
    `Jekyll ${config.generation.number}, since ${config.generationReason}`,
  );
  const reporter = placesFrom(directory, config, invocation.reporter);
  const abilities = await abilitiesOf(config);
  const setup = differencesOfSetup(config, abilities);
  for (const finding of setup) reporter.report(finding);
  // A plugin that is missing has been named; it must not keep the rest from being looked at.
  const { site, diagnostics } = await surveySite({ ...config, plugins: [] }, reporter);
  const findings = [...unknownTags(site, abilities), ...jekyllChecks(site)];
  for (const finding of findings) reporter.report(finding);
  const { errors } = countFindings([...config.diagnostics, ...diagnostics]);
  // What runs is told, and is well.
  const wrong = setup.filter(({ severity }) => severity !== 'info');
  if (wrong.length + findings.length + errors > 0) return 1;
  reporter.info('Your test results', 'are in. Everything looks fine.');
  return 0;
}
