/** Former names of settings, still read until version 0.3.0, by the name that replaced them. */
export const formerNames: Readonly<Record<string, string>> = {
  MAX_OPERATION_COST: 'OPERATION_CALLS',
  MAX_CONCURRENT_REQUESTS: 'REQUESTS_UNDER_WAY',
  LINKCY_MAX_CONCURRENT_CALLS: 'LINKCY_CALLS',
  LINKCY_MAX_CONCURRENT_CALLS_PER_REQUEST: 'LINKCY_CALLS_PER_REQUEST',
  LINKCY_MAX_RESPONSE_KILOBYTES: 'LINKCY_ANSWER_KILOBYTES',
  LINKCY_RETRY_BUDGET_PERCENT: 'LINKCY_RETRY_PERCENT',
  LINKCY_ROLLING_WINDOW_SECONDS: 'LINKCY_RECENT_SECONDS',
  LINKCY_CIRCUIT_FAILURE_PERCENT: 'LINKCY_CIRCUIT_PERCENT',
  LINKCY_CIRCUIT_MIN_CALLS: 'LINKCY_CIRCUIT_CALLS',
  LINKCY_CIRCUIT_OPEN_SECONDS: 'LINKCY_CIRCUIT_SECONDS',
  SOCKET_MAX_BUFFERED_MESSAGES: 'SOCKET_UNSENT_MESSAGES',
  SOCKET_MAX_BUFFERED_KILOBYTES: 'SOCKET_UNSENT_KILOBYTES',
};

/** The same for the options of `createServer`. */
export const formerOptionNames = { demoToken: 'lentToken' } as const;
/** The same for its `limits`. */
export const formerLimitNames = {
  maxOperationCost: 'operationCalls',
  maxConcurrentRequests: 'requestsUnderWay',
  maxResponseBytes: 'largestAnswerBytes',
  circuitMinCalls: 'circuitLeastCalls',
  socketMaxBufferedMessages: 'socketUnsentMessages',
  socketMaxBufferedBytes: 'socketUnsentBytes',
} as const;

/** One line for the log for each variable that is set under its former name. */
export function renameNotices(variables: Readonly<Record<string, string | undefined>>): string[] {
  const isSet = (name: string) => Boolean(variables[name]?.trim());
  return noticesFor(formerNames, isSet);
}

/** The values under their present names, and one line for the log for each that has its former one. */
export function withPresentNames<Values extends object>(
  given: Values,
  formerNamesOf: Readonly<Record<string, string>>,
): { readonly values: Values; readonly notices: readonly string[] } {
  const entries = new Map<string, unknown>(Object.entries(given));
  const notices = noticesFor(formerNamesOf, (name) => entries.get(name) !== undefined);
  for (const [name, former] of Object.entries(formerNamesOf)) {
    if (entries.get(name) === undefined && entries.has(former)) entries.set(name, entries.get(former));
    entries.delete(former);
  }
  return { values: Object.fromEntries(entries) as Values, notices };
}

function noticesFor(names: Readonly<Record<string, string>>, isSet: (name: string) => boolean): string[] {
  return Object.entries(names)
    .filter(([, former]) => isSet(former))
    .map(([name, former]) =>
      isSet(name)
        ? `${former} is ignored: it is called ${name} now, which is set as well.`
        : `${former} is called ${name} now; the old name will not be read any more from version 0.3.0 on.`,
    );
}
