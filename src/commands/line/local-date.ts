/** `YYYY-MM-DD` in local time. */
export function localDate(time: Date): string {
  return `${time.getFullYear()}-${twoDigits(time.getMonth() + 1)}-${twoDigits(time.getDate())}`;
}

/** `YYYY-MM-DD HH:MM:SS` in local time. */
export function localDateTime(time: Date): string {
  return `${localDate(time)} ${time.toTimeString().slice(0, 8)}`;
}

/** `+HHMM`, the offset of local time from UTC at that time. */
export function localOffset(time: Date): string {
  const minutes = -time.getTimezoneOffset();
  const absolute = Math.abs(minutes);
  return (minutes < 0 ? '-' : '+') + twoDigits(Math.floor(absolute / 60)) + twoDigits(absolute % 60);
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
