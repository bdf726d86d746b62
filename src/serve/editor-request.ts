/** The address that opens the editor: it takes the number of a place that pages were told of, from a page of ours on this computer. */
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { relative } from 'node:path';
import { slashed } from '../ruby/file-path.js';
import { type Access, isFromLoopback, isFromOwnPage } from './access.js';
import type { EditorAnswer } from './live-message.js';
import { type Opening, openEditor } from './open-editor.js';
import type { Place, Places } from './places.js';

/** What it is answered with. */
export interface EditorTools {
  readonly access: Access;
  readonly places: Places;
  /** The working directory, from which places are told. */
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** A request is `{"place":12}`; in bytes. */
const LONGEST = 100;

const REASONS: Readonly<Record<Exclude<Opening, 'opened'>, string>> = {
  'needs-terminal': 'Your editor needs the terminal',
  'none-found': 'No editor was found (EDITOR names one)',
  failed: 'Your editor could not be started',
};

/** Opens a place in the editor, or answers with what to copy. */
export async function answerEditor(
  request: IncomingMessage,
  response: ServerResponse,
  tools: EditorTools,
): Promise<void> {
  const token = request.headers['x-utterson-token'];
  const isAllowed =
    request.method === 'POST' &&
    request.headers['content-type'] === 'application/json' &&
    isFromLoopback(request) &&
    isFromOwnPage(request, typeof token === 'string' ? token : null, tools.access);
  const place = isAllowed ? await placeAsked(request, tools.places) : undefined;
  if (place === undefined) {
    response.writeHead(isAllowed ? 404 : 403).end();
    return;
  }
  const answer = JSON.stringify(await open(place, tools));
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(answer);
}

async function open(place: Place, { directory, environment }: EditorTools): Promise<EditorAnswer> {
  const name = `${slashed(relative(directory, place.file))}:${place.line}:${place.column}`;
  const opening = await openEditor(place, environment);
  if (opening === 'opened') return { isOpened: true, message: `Opened ${name}`, place: name };
  return { isOpened: false, message: `${REASONS[opening]}: ${name}`, place: name };
}

async function placeAsked(request: IncomingMessage, places: Places): Promise<Place | undefined> {
  const number = numberIn(await bodyOf(request));
  const place = number === null ? undefined : places.get(number);
  return place !== undefined && existsSync(place.file) ? place : undefined;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > LONGEST) return '';
  }
  return text;
}

function numberIn(text: string): number | null {
  const match = /^\{"place":(\d{1,9})\}$/.exec(text);
  return match ? Number(match[1]) : null;
}
