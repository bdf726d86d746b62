import { unknownLanguages } from '../check/code-languages.js';
import { checkedTexts } from '../check/templates.js';
import { loadConfig } from '../config/load.js';
import { examineSite } from '../examine-site.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import { countFindings } from '../report/findings.js';
import type { CommandReporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { type Abilities, abilitiesOf, type SurveyedSite, surveySite } from '../survey.js';
import { isServedOutput } from '../write/served-mark.js';
import { githubPagesSign, type Inventory, inventoryLines, takeInventory } from './doctor/inventory.js';
import { jekyllChecks } from './doctor/jekyll-checks.js';
import { missingLayouts } from './doctor/missing-layouts.js';
import { differencesOfSetup, unknownTags } from './doctor/moving-report.js';
import type { Invocation } from './line/command.js';
import { configFlags } from './line/config-flags.js';
import { printJson } from './line/json-output.js';
import { placesFrom } from './line/places.js';
import { refuseNoSite } from './line/site-here.js';

/**
 * `utterson doctor`: what a site has, what of it would come out differently than with Jekyll, and what is wrong with it. Fails for what
 * would stop a build.
 */
export async function doctor(invocation: Invocation): Promise<number> {
  if (invocation.flags['json']) {
    return await printJson(invocation, async (quiet) => {
      const { stops, inventory, githubPages } = await examine(quiet);
      return { ok: stops === 0, site: inventory, looksLikeGithubPages: githubPages };
    });
  }
  const { reporter } = invocation;
  const examination = await examine(invocation);
  tellVerdict(examination, reporter);
  return examination.stops === 0 ? 0 : 1;
}

interface Examination {
  readonly inventory: Inventory;
  /** By what the site looks like one of GitHub Pages; `null` when it does not. */
  readonly githubPages: string | null;
  /** How many findings stop a build, and how many do not. */
  readonly stops: number;
  readonly others: number;
}

async function examine(invocation: Invocation): Promise<Examination> {
  const { directory, environment } = invocation;
  const config = loadConfig({
    directory,
    flags: configFlags(invocation.flags),
    environment,
    reporter: invocation.reporter,
    ignoresMissingTheme: true,
  });
  refuseNoSite(config, directory);
  const reporter = placesFrom(directory, config, invocation.reporter);
  const abilities = await abilitiesOf(config);
  const held: Diagnostic[] = [];
  const quiet = { ...reporter, info: () => {}, report: (finding: Diagnostic) => held.push(finding) };
  const surveyed = await survey(config, quiet, abilities);
  const { site, extensions } = surveyed;
  const texts = checkedTexts(site);
  const inventory = takeInventory(site, texts, abilities);
  for (const [topic, text] of inventoryLines(inventory)) reporter.info(topic, text);
  const served = isServedOutput(config) ? [messages.servedOutput(config.directories.destination)] : [];
  const findings = [
    ...served,
    ...differencesOfSetup(config, abilities),
    ...held,
    ...unknownTags(texts, abilities),
    ...examineSite({ site, extensions, plugins: abilities.loaded, absent: abilities.absent }, texts),
    ...missingLayouts(site),
    ...unknownLanguages(site, texts),
    ...jekyllChecks(site),
  ];
  for (const finding of findings) reporter.report(finding);
  const { errors, warnings } = countFindings([...config.diagnostics, ...findings]);
  return { inventory, githubPages: githubPagesSign(site), stops: errors, others: warnings };
}

/** A generator that ends in an error must not keep the rest from being looked at. */
async function survey(
  config: Parameters<typeof surveySite>[0],
  reporter: CommandReporter,
  { loaded }: Abilities,
): Promise<SurveyedSite> {
  try {
    return await surveySite(config, reporter, loaded);
  } catch (error) {
    if (!(error instanceof SiteError) || loaded.length === 0) throw error;
    reporter.report(error.diagnostic);
    return await surveySite(config, { ...reporter, report: () => {} });
  }
}

function tellVerdict({ stops, others, githubPages }: Examination, reporter: CommandReporter): void {
  if (githubPages !== null) {
    reporter.info('GitHub Pages:', `the site looks like one of theirs (${githubPages}).`);
    reporter.info(
      '',
      '→ Build it as they do with --github-pages, or write `utterson: {github_pages: true}` into _config.yml.',
    );
  }
  if (stops + others === 0) {
    reporter.info('Verdict:', 'Everything looks fine. Expect the same bytes that Jekyll writes.');
    reporter.info('', '→ `utterson diff OLD NEW` compares two outputs.');
    return;
  }
  const all = `${stops + others} ${stops + others === 1 ? 'finding' : 'findings'}`;
  const stopping = `${stops === 1 ? 'stops' : 'stop'} a build`;
  const said =
    stops === 0
      ? `${all}, ${others === 1 ? 'which stops no build' : 'of which none stops a build'}`
      : others === 0
        ? `${all}, which ${stopping}`
        : `${all}, of which ${stops} ${stopping}`;
  reporter.info('Verdict:', `${said}.`);
}
