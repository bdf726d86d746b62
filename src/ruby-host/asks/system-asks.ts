import { once } from '../../ruby/once.js';
import { localOffset, localSeconds, withTimeZone } from '../../ruby/time/time-zone.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import type { Writable } from '../marshal/write-marshal.js';
import { httpGet } from '../services/http-get.js';
import { historyIn, runCommand } from '../services/run-command.js';
import { type Ask, type AskParts, done, text } from './ask.js';

/** What Ruby would have of the system: what is said, its time zone, commands, the network. */
export function systemAsks(parts: AskParts): readonly Ask[] {
  const { config, settings, log } = parts;
  const inZone = <T>(ask: () => T): T => withTimeZone(config.timezone, ask);
  const history = once(() =>
    historyIn({ directory: config.directories.root, environment: config.variables }),
  );
  const run = (command: Value): Writable => {
    const { output, errors, status } = runCommand(command as string | string[], {
      directory: config.directories.root,
      environment: config.variables,
      allow: settings.allow,
      history: history(),
    });
    return [output, errors, status];
  };
  return [
    ['log', (level, topic, message) => done(log(text(level), text(topic), message as string | null))],
    ['zone_offset', (seconds) => inZone(() => localOffset(seconds as number))],
    ['zone_seconds', (...fields) => inZone(() => secondsOf(fields as number[]))],
    ['run', (command) => run(command ?? null)],
    ['http', (url, headers) => get(parts, text(url), headers as RubyHash)],
  ];
}

function get({ config, settings }: AskParts, url: string, headers: RubyHash): Writable {
  const { isOffline, variables } = config;
  const tools = { allow: settings.allow, isOffline, environment: variables };
  const answer = httpGet(url, Object.fromEntries(headers) as Record<string, string>, tools);
  return [answer.status, answer.url, answer.body.toString('utf8')];
}

function secondsOf([
  year = 1970,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
]: readonly number[]): number {
  return localSeconds(year, month, day, hour, minute, second);
}
