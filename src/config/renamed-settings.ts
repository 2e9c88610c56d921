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

/** One line for the log for each setting that still has its former name. */
export function renameNotices(variables: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(formerNames).flatMap(([name, former]) => {
    if (!variables[former]?.trim()) return [];
    const isIgnored = Boolean(variables[name]?.trim());
    return isIgnored
      ? `${former} is ignored: it is called ${name} now, which is set as well.`
      : `${former} is called ${name} now; the old name will not be read any more from version 0.3.0 on.`;
  });
}
