/** What a process is started with whose wall clock is to be wrong by so many hours, and can be set. */
export const wallClock = (hours = 0) => ({
  NODE_OPTIONS: `--import ${new URL('wall-clock.mjs', import.meta.url).href}`,
  WALL_CLOCK_HOURS: String(hours),
});

/** Sets the wall clock of such a process. */
export const steps = {
  'an hour forward': (pid: number) => void process.kill(pid, 'SIGUSR2'),
  'an hour back': (pid: number) => void process.kill(pid, 'SIGHUP'),
} as const;
