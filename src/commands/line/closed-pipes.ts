/** A reader that has seen enough (`utterson help | head`) is no error. */
export function allowClosedPipes(): void {
  if (!process.stdout.listeners('error').includes(refuseAllButClosedPipes)) {
    process.stdout.on('error', refuseAllButClosedPipes);
  }
}

function refuseAllButClosedPipes(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
