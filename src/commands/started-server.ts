import { PortInUseError } from '../serve/listen.js';
import { ServeOptionError } from '../serve/options.js';
import { CommandError } from './line/command.js';

/**
 * Starts a server.
 *
 * @throws CommandError for what keeps it from listening, with what to do about it
 */
export async function startedServer<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (error instanceof ServeOptionError) throw new CommandError(error.message);
    if (error instanceof PortInUseError) {
      const advice = error.next === null ? 'Choose another with --port.' : `--port ${error.next} is free.`;
      throw new CommandError(`${error.message}\n${advice}`);
    }
    throw error;
  }
}
