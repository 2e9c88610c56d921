const started = performance.now();

/** A line of progress on the screen, with the time since the start. */
export function say(line: string): void {
  const seconds = Math.floor((performance.now() - started) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  process.stderr.write(`${clock.padStart(6)}  ${line}\n`);
}
