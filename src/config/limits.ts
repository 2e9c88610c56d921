import {
  count,
  countOrNone,
  kilobytes,
  milliseconds,
  seconds,
  setting,
  wholeNumber,
  type ValuesOf,
} from './setting.js';

const percent = (name: string, standard: number, meaning: string) =>
  setting(name, String(standard), meaning, wholeNumber(1, 100));

/** Everything that is limited, by the name under which the code knows it; times in milliseconds, sizes in bytes. */
export const limitSettings = {
  // What a client may ask for, at any door
  requestBodyBytes: kilobytes('REQUEST_BODY_KILOBYTES', 256, 'largest body of a request, in units of 1,024 bytes'),
  documentTokens: count('DOCUMENT_TOKENS', 2_000, 'tokens of a document: names, values, punctuation', 20_000),
  documentDepth: count('DOCUMENT_DEPTH', 12, 'fields below each other'),
  documentListDepth: count('DOCUMENT_LIST_DEPTH', 4, 'lists below each other'),
  documentAliases: countOrNone('DOCUMENT_ALIASES', 15, 'aliases of an operation, fragments included', 1_000),
  documentDirectives: countOrNone('DOCUMENT_DIRECTIVES', 9, 'directives of an operation, fragments included', 1_000),
  documentRepeatedFields: count(
    'DOCUMENT_REPEATED_FIELDS',
    50,
    'how often the same field may be written in one place, fragments included',
  ),
  queryRootFields: count('QUERY_ROOT_FIELDS', 20, 'fields at the root of a query'),
  mutationRootFields: count('MUTATION_ROOT_FIELDS', 5, 'fields at the root of a mutation'),
  mutationMoneyFields: count('MUTATION_MONEY_FIELDS', 1, 'those of them that move money'),
  operationCalls: count(
    'OPERATION_CALLS',
    500,
    'cost of an operation: the calls to LinkCy that it takes at worst, variables included',
  ),
  // Below the number of rows that a list has by itself it would mean nothing.
  listRows: setting(
    'LIST_ROWS',
    '100',
    'largest first and last; LinkCy gives at most 100 rows a page',
    wholeNumber(20, 100),
  ),
  inputListItems: count('INPUT_LIST_ITEMS', 1_000, 'items of a list in an input', 10_000),
  nodesIds: count('NODES_IDS', 100, 'ids of one nodes(ids)', 100),
  queryMilliseconds: seconds('QUERY_SECONDS', 15, 'time for a query, in seconds'),
  mutationMilliseconds: seconds('MUTATION_SECONDS', 45, 'time for a mutation, in seconds'),
  loginAttemptsPerAccount: count(
    'LOGIN_ATTEMPTS_PER_ACCOUNT',
    10,
    'wrong passwords for one account, and secrets texted to its phone',
  ),
  loginAttemptsPerAddress: count(
    'LOGIN_ATTEMPTS_PER_ADDRESS',
    100,
    'the same from one address, which many people may share',
  ),
  loginAttemptsMilliseconds: seconds(
    'LOGIN_ATTEMPTS_SECONDS',
    900,
    'time for which such an attempt counts, in seconds',
  ),

  // Calls to LinkCy
  connectTimeoutMilliseconds: seconds('LINKCY_CONNECT_SECONDS', 2, 'time to connect to LinkCy, in seconds'),
  readTimeoutMilliseconds: seconds('LINKCY_READ_SECONDS', 8, 'time for a call that reads, in seconds'),
  writeTimeoutMilliseconds: seconds('LINKCY_WRITE_SECONDS', 30, 'time for a call that writes, in seconds'),
  largestAnswerBytes: kilobytes('LINKCY_ANSWER_KILOBYTES', 4_096, 'largest answer of LinkCy, in units of 1,024 bytes'),
  maxConcurrentCallsPerRequest: count(
    'LINKCY_CALLS_PER_REQUEST',
    16,
    'calls under way at once for one request',
    10_000,
  ),
  maxConcurrentCalls: count('LINKCY_CALLS', 64, 'calls under way at once in the process', 10_000),
  retriesPerRead: countOrNone('LINKCY_RETRIES', 2, 'repetitions of a call that reads; writes are never repeated', 10),
  shortestRetryDelayMilliseconds: milliseconds(
    'LINKCY_RETRY_SHORTEST_MILLISECONDS',
    100,
    'shortest pause before a repetition, in milliseconds',
  ),
  longestRetryDelayMilliseconds: milliseconds(
    'LINKCY_RETRY_LONGEST_MILLISECONDS',
    1_000,
    'longest pause before a repetition, in milliseconds',
  ),
  retryBudgetPercent: percent('LINKCY_RETRY_PERCENT', 10, 'share of recent calls that may be repetitions, in percent'),
  recentMilliseconds: seconds('LINKCY_RECENT_SECONDS', 10, 'what counts as recent, in seconds'),
  circuitFailurePercent: percent(
    'LINKCY_CIRCUIT_PERCENT',
    50,
    'share of recent calls that must fail until LinkCy gets none for a while, in percent',
  ),
  circuitLeastCalls: count('LINKCY_CIRCUIT_CALLS', 20, 'recent calls that this takes at least'),
  circuitOpenMilliseconds: seconds('LINKCY_CIRCUIT_SECONDS', 5, 'how long it then gets none, in seconds'),

  watchCallsPerSecond: count(
    'WATCH_CALLS_PER_SECOND',
    250,
    'calls a second that finding out about approvals may cost, in this process',
    10_000,
  ),

  // What is kept: by each instance, or in the Redis that they share
  pendingOperations: count(
    'PENDING_OPERATIONS',
    10_000,
    'operations that may wait for an approval, and a tenth of those that are kept for 24 hours',
  ),
  idempotencyKeys: count(
    'IDEMPOTENCY_KEYS',
    200_000,
    'idempotency keys that may be kept, each for 24 hours',
    100_000_000,
  ),
  principalPercent: percent(
    'STORE_PRINCIPAL_PERCENT',
    90,
    'share of these places that one caller may take, in percent',
  ),
  addressPercent: percent(
    'STORE_ADDRESS_PERCENT',
    25,
    'the same for an address, for callers whose token LinkCy has not accepted, in percent',
  ),

  // The process and its connections
  requestsUnderWay: count('REQUESTS_UNDER_WAY', 500, 'requests under way at once; more are answered with 503'),
  socketInitMilliseconds: seconds('SOCKET_INIT_SECONDS', 3, 'time until connection_init, in seconds'),
  socketPingMilliseconds: seconds('SOCKET_PING_SECONDS', 12, 'pause between pings of a socket, in seconds'),
  socketMessageBytes: kilobytes('SOCKET_MESSAGE_KILOBYTES', 64, 'largest message to a socket, in units of 1,024 bytes'),
  socketSubscriptions: count('SOCKET_SUBSCRIPTIONS', 20, 'subscriptions on one socket'),
  socketsPerPrincipal: count('SOCKETS_PER_PRINCIPAL', 10, 'sockets and event streams with the same token'),
  socketsPerAddress: count(
    'SOCKETS_PER_ADDRESS',
    500,
    'the same from one address, as long as LinkCy has not accepted their tokens',
  ),
  socketUnsentMessages: count('SOCKET_UNSENT_MESSAGES', 128, 'messages that a slow socket may leave unread'),
  socketUnsentBytes: kilobytes('SOCKET_UNSENT_KILOBYTES', 8_192, 'what they may weigh, in units of 1,024 bytes'),
  httpHeadersMilliseconds: seconds('HTTP_HEADERS_SECONDS', 10, 'time for the headers of a request, in seconds'),
  httpRequestMilliseconds: seconds('HTTP_REQUEST_SECONDS', 30, 'time until a request has arrived whole, in seconds'),
  httpKeepAliveMilliseconds: seconds('HTTP_KEEP_ALIVE_SECONDS', 65, 'how long an idle connection is kept, in seconds'),
  drainMilliseconds: setting(
    'DRAIN_SECONDS',
    '3',
    'after SIGTERM, time in which kept connections are told to close before the server stops listening, in seconds',
    (text) => wholeNumber(0, 300)(text) * 1_000,
  ),
  shutdownMilliseconds: seconds('SHUTDOWN_SECONDS', 50, 'time for what is under way when the server stops, in seconds'),
} as const;

export type Limits = ValuesOf<typeof limitSettings>;

/** What is wrong with limits that are each right on their own. */
export function contradictions(limits: Limits): string[] {
  const [write, mutation] = [limits.writeTimeoutMilliseconds, limits.mutationMilliseconds];
  const [headers, request] = [limits.httpHeadersMilliseconds, limits.httpRequestMilliseconds];
  const [shortest, longest] = [limits.shortestRetryDelayMilliseconds, limits.longestRetryDelayMilliseconds];
  const [drain, shutdown] = [limits.drainMilliseconds, limits.shutdownMilliseconds];
  return [
    ...(shutdown < drain ? ['SHUTDOWN_SECONDS must not be less than DRAIN_SECONDS'] : []),
    // A write begins only while its whole time fits in.
    ...(mutation <= write ? ['MUTATION_SECONDS must be more than LINKCY_WRITE_SECONDS'] : []),
    ...(request < headers ? ['HTTP_REQUEST_SECONDS must not be less than HTTP_HEADERS_SECONDS'] : []),
    ...(longest < shortest
      ? ['LINKCY_RETRY_LONGEST_MILLISECONDS must not be less than LINKCY_RETRY_SHORTEST_MILLISECONDS']
      : []),
  ];
}
