/** Limits of a server on a machine that has other work: no test waits for them but those that give them another value. */
export const patientLimits = {
  connectTimeoutMilliseconds: 30_000,
  readTimeoutMilliseconds: 30_000,
  queryMilliseconds: 45_000,
  socketInitMilliseconds: 30_000,
};

/** How often a state is looked at, and after how long a test is taken to hang. `expect.poll` is not for tests side by side. */
export const patiently = { interval: 20, timeout: 60_000 };
