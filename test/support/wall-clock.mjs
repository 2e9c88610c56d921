// Loaded into the program before it starts: its wall clock is WALL_CLOCK_HOURS ahead. SIGUSR2 sets it an hour forward, and
// SIGHUP an hour back. Timers and performance.now() go on as they do on a machine whose clock is set.
const hour = 3_600_000;
const TrueDate = Date;
let ahead = Number(process.env.WALL_CLOCK_HOURS ?? 0) * hour;
const now = () => TrueDate.now() + ahead;

Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin + ahead });
globalThis.Date = new Proxy(TrueDate, {
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  apply: () => new TrueDate(now()).toString(),
  construct: (target, parameters) => Reflect.construct(target, parameters.length === 0 ? [now()] : parameters),
});
process.on('SIGUSR2', () => (ahead += hour));
process.on('SIGHUP', () => (ahead -= hour));
