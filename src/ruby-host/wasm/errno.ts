/** Numbers of errors in WASI (snapshot preview 1), by Node's names. */
export const ERRNO = {
  OK: 0,
  EACCES: 2,
  EAGAIN: 6,
  EBADF: 8,
  EEXIST: 20,
  EINVAL: 28,
  EIO: 29,
  EISDIR: 31,
  ELOOP: 32,
  ENAMETOOLONG: 37,
  ENOENT: 44,
  ENOSPC: 51,
  ENOSYS: 52,
  ENOTDIR: 54,
  ENOTEMPTY: 55,
  EPERM: 63,
  EPIPE: 64,
  EROFS: 69,
  ESPIPE: 70,
  EXDEV: 75,
} as const;

/** An error that a call of WASI answers. */
export class WasiError extends Error {
  constructor(readonly errno: number) {
    super(`WASI error ${errno}`);
  }
}

/** The number of what Node threw. */
export function errnoOf(error: unknown): number {
  if (error instanceof WasiError) return error.errno;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!(code in ERRNO)) throw error;
  return ERRNO[code as keyof typeof ERRNO];
}
