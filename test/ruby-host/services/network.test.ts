import { Worker } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { httpGet } from '../../../src/ruby-host/services/http-get.js';
import { buildSite } from '../../helpers/build-site.js';

const ENVIRONMENT = { PATH: process.env['PATH'] ?? '' };

/** A server in a thread of its own, since this one waits. @returns its origin */
async function serve(): Promise<string> {
  const source = `
    const { createServer } = require('node:http');
    const { parentPort } = require('node:worker_threads');
    createServer(({ url, headers }, response) => {
      response.statusCode = url === '/none' ? 404 : 200;
      response.end(url === '/none' ? 'nothing' : 'Grüße ' + url + ' ' + (headers['x-key'] ?? ''));
    }).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });`;
  const worker = new Worker(source, { eval: true });
  onTestFinished(() => void worker.terminate());
  const port = await new Promise((resolve) => worker.once('message', resolve));
  return `http://127.0.0.1:${port}`;
}

function siteThat(code: string, allow: string): Parameters<typeof buildSite>[0] {
  return {
    '_config.yml': `utterson: {ruby: {engine: wasm, allow: [${allow}]}}\n`,
    '_plugins/ask.rb': `require 'net/http'\nrequire 'open-uri'\nclass Ask < Liquid::Tag\n  def render(context)\n    ${code}\n  end\nend\nLiquid::Template.register_tag('ask', Ask)\n`,
    'index.html': '---\n---\n{% ask %}',
  };
}

describe('the network', () => {
  test('is there where it is allowed, by the ways that plugins know', async () => {
    const origin = await serve();
    const host = JSON.stringify(origin);
    const code = [
      `Net::HTTP.get(URI(${host} + '/a'))`,
      `URI.open(${host} + '/b', 'X-Key' => 'k').read`,
      `URI.parse(${host} + '/c').open { |io| io.read }`,
      `Net::HTTP.get_response(URI(${host} + '/none')).then { |r| [r.code, r.is_a?(Net::HTTPSuccess)].inspect }`,
      `URI(${host}).then { |u| Net::HTTP.start(u.host, u.port) { |http| http.request(Net::HTTP::Get.new('/d')).body } }`,
      `begin; URI.open(${host} + '/none'); rescue OpenURI::HTTPError => e; e.message; end`,
    ].join(', ');
    const { outputs, said } = await buildSite(
      siteThat(`[${code}].join('|')`, `'network:${origin}'`),
      ENVIRONMENT,
    );
    expect(said).toBe('');
    expect(outputs['index.html']).toBe(
      'Grüße /a |Grüße /b k|Grüße /c |["404", false]|Grüße /d |404 Not Found',
    );
  });

  test('is refused by name, with the line to add', async () => {
    const { said } = await buildSite(
      siteThat(`Net::HTTP.get(URI('https://example.org/'))`, 'network:example.com'),
      ENVIRONMENT,
    );
    expect(said).toContain(
      "the network (example.org) is not allowed to plugins; to allow it add `utterson: {ruby: {allow: ['network:example.org']}}`",
    );
  });

  test('is left alone when the build is offline, whatever is allowed', async () => {
    const origin = await serve();
    const tools = { allow: [`network:${origin}`], environment: ENVIRONMENT };
    expect(httpGet(`${origin}/a`, {}, { ...tools, isOffline: false }).status).toBe(200);
    expect(() => httpGet(`${origin}/a`, {}, { ...tools, isOffline: true })).toThrow(
      '127.0.0.1 is not asked: `--offline` leaves the network alone',
    );
  });
});
