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

const percent = (name: string, defaultValue: number, meaning: string) =>
  setting(name, String(defaultValue), meaning, wholeNumber(1, 100));

/** Every limit, by the name under which the code knows it; times in milliseconds, sizes in bytes. */
export const limitSettings = {
  // What a client may ask for, on any transport
  requestBodyBytes: kilobytes('REQUEST_BODY_KILOBYTES', 256, 'largest body of a request, in units of 1,024 bytes'),
  documentTokens: count('DOCUMENT_TOKENS', 2_000, 'tokens of a document: names, values, punctuation', 20_000),
  documentDepth: count('DOCUMENT_DEPTH', 12, 'levels of nested fields'),
  documentListDepth: count('DOCUMENT_LIST_DEPTH', 4, 'levels of nested lists'),
  documentAliases: countOrNone('DOCUMENT_ALIASES', 15, 'aliases in an operation, fragments included', 1_000),
  documentDirectives: countOrNone('DOCUMENT_DIRECTIVES', 9, 'directives in an operation, fragments included', 1_000),
  documentRepeatedFields: count(
    'DOCUMENT_REPEATED_FIELDS',
    50,
    'times that one selection set may repeat the same field, fragments included',
  ),
  queryRootFields: count('QUERY_ROOT_FIELDS', 20, 'root fields of a query'),
  mutationRootFields: count('MUTATION_ROOT_FIELDS', 5, 'root fields of a mutation'),
  mutationMoneyFields: count('MUTATION_MONEY_FIELDS', 1, 'root fields of a mutation that move money'),
  maxOperationCost: count(
    'MAX_OPERATION_COST',
    500,
    'highest cost of an operation: the most calls to LinkCy that it can take with its variables',
  ),
  // Not below the default number of rows, or a list without `first` would be refused.
  listRows: setting(
    'LIST_ROWS',
    '100',
    'largest first and last; a page of LinkCy has at most 100 rows',
    wholeNumber(20, 100),
  ),
  inputListItems: count('INPUT_LIST_ITEMS', 1_000, 'items of a list in an input', 10_000),
  nodesIds: count('NODES_IDS', 100, 'ids in one nodes(ids)', 100),
  queryMilliseconds: seconds('QUERY_SECONDS', 15, 'time limit of a query, in seconds'),
  mutationMilliseconds: seconds('MUTATION_SECONDS', 45, 'time limit of a mutation, in seconds'),
  loginAttemptsPerAccount: count(
    'LOGIN_ATTEMPTS_PER_ACCOUNT',
    10,
    'wrong passwords for one account, and secrets texted to its phone, within LOGIN_ATTEMPTS_SECONDS',
  ),
  loginAttemptsPerAddress: count(
    'LOGIN_ATTEMPTS_PER_ADDRESS',
    100,
    'the same from one IP address, which many people may share',
  ),
  loginAttemptsMilliseconds: seconds('LOGIN_ATTEMPTS_SECONDS', 900, 'how long such an attempt counts, in seconds'),

  // Calls to LinkCy
  connectTimeoutMilliseconds: seconds('LINKCY_CONNECT_SECONDS', 2, 'time limit for connecting to LinkCy, in seconds'),
  readTimeoutMilliseconds: seconds('LINKCY_READ_SECONDS', 8, 'time limit of a read call, in seconds'),
  writeTimeoutMilliseconds: seconds('LINKCY_WRITE_SECONDS', 30, 'time limit of a write call, in seconds'),
  maxResponseBytes: kilobytes(
    'LINKCY_MAX_RESPONSE_KILOBYTES',
    4_096,
    'largest response of LinkCy, in units of 1,024 bytes',
  ),
  maxConcurrentCallsPerRequest: count(
    'LINKCY_MAX_CONCURRENT_CALLS_PER_REQUEST',
    16,
    'concurrent calls to LinkCy for one request; further ones queue',
    10_000,
  ),
  maxConcurrentCalls: count(
    'LINKCY_MAX_CONCURRENT_CALLS',
    64,
    'concurrent calls to LinkCy of the process; further ones queue',
    10_000,
  ),
  retriesPerRead: countOrNone('LINKCY_RETRIES', 2, 'retries of a read call; writes are never retried', 10),
  shortestRetryDelayMilliseconds: milliseconds(
    'LINKCY_RETRY_SHORTEST_MILLISECONDS',
    100,
    'shortest pause before a retry, in milliseconds',
  ),
  longestRetryDelayMilliseconds: milliseconds(
    'LINKCY_RETRY_LONGEST_MILLISECONDS',
    1_000,
    'longest pause before a retry, in milliseconds',
  ),
  retryBudgetPercent: percent(
    'LINKCY_RETRY_BUDGET_PERCENT',
    10,
    'share of recent calls that may be retries, in percent',
  ),
  recentMilliseconds: seconds(
    'LINKCY_ROLLING_WINDOW_SECONDS',
    10,
    'how long a call counts as recent for the retry budget and the circuit breaker, in seconds',
  ),
  circuitFailurePercent: percent(
    'LINKCY_CIRCUIT_FAILURE_PERCENT',
    50,
    'share of recent calls that must fail to open the circuit breaker, in percent',
  ),
  circuitMinCalls: count('LINKCY_CIRCUIT_MIN_CALLS', 20, 'fewest recent calls that can open the circuit breaker'),
  circuitOpenMilliseconds: seconds(
    'LINKCY_CIRCUIT_OPEN_SECONDS',
    5,
    'how long LinkCy gets no calls once the circuit breaker has opened, in seconds',
  ),

  watchCallsPerSecond: count(
    'WATCH_CALLS_PER_SECOND',
    250,
    'calls a second that this process may spend on the state of pending approvals',
    10_000,
  ),

  // What is stored: in the memory of each instance, or in the Redis that they share
  pendingOperations: count(
    'PENDING_OPERATIONS',
    10_000,
    'operations that may wait for an approval, and a tenth of those that are stored for 24 hours',
  ),
  idempotencyKeys: count(
    'IDEMPOTENCY_KEYS',
    200_000,
    'idempotency keys that may be stored, each for 24 hours',
    100_000_000,
  ),
  principalPercent: percent(
    'STORE_PRINCIPAL_PERCENT',
    25,
    'share of these two limits that one caller may use, in percent',
  ),
  addressPercent: percent(
    'STORE_ADDRESS_PERCENT',
    25,
    'the same for all callers of an IP address whose tokens LinkCy has not accepted yet, in percent',
  ),

  // The process and its connections
  maxConcurrentRequests: count(
    'MAX_CONCURRENT_REQUESTS',
    500,
    'requests handled concurrently; further ones are answered with 503',
  ),
  socketInitMilliseconds: seconds('SOCKET_INIT_SECONDS', 3, 'time limit for connection_init, in seconds'),
  socketPingMilliseconds: seconds('SOCKET_PING_SECONDS', 12, 'pause between pings of a WebSocket, in seconds'),
  socketMessageBytes: kilobytes(
    'SOCKET_MESSAGE_KILOBYTES',
    64,
    'largest message that a WebSocket accepts, in units of 1,024 bytes',
  ),
  socketSubscriptions: count('SOCKET_SUBSCRIPTIONS', 20, 'subscriptions on one WebSocket'),
  socketsPerPrincipal: count('SOCKETS_PER_PRINCIPAL', 10, 'open WebSockets and event streams with the same token'),
  socketsPerAddress: count(
    'SOCKETS_PER_ADDRESS',
    500,
    'the same from one IP address, for tokens that LinkCy has not accepted yet',
  ),
  socketMaxBufferedMessages: count(
    'SOCKET_MAX_BUFFERED_MESSAGES',
    128,
    'messages buffered for a slow WebSocket before it is closed',
  ),
  socketMaxBufferedBytes: kilobytes(
    'SOCKET_MAX_BUFFERED_KILOBYTES',
    8_192,
    'their total size, in units of 1,024 bytes',
  ),
  httpHeadersMilliseconds: seconds('HTTP_HEADERS_SECONDS', 10, 'time limit for the headers of a request, in seconds'),
  httpRequestMilliseconds: seconds('HTTP_REQUEST_SECONDS', 30, 'time limit for receiving a whole request, in seconds'),
  httpKeepAliveMilliseconds: seconds(
    'HTTP_KEEP_ALIVE_SECONDS',
    65,
    'how long an idle connection stays open, in seconds',
  ),
  drainMilliseconds: setting(
    'DRAIN_SECONDS',
    '3',
    'after SIGTERM, how long open connections are told to close before the server stops listening, in seconds',
    (text) => wholeNumber(0, 300)(text) * 1_000,
  ),
  shutdownMilliseconds: seconds(
    'SHUTDOWN_SECONDS',
    50,
    'time limit for requests in flight when the server stops, in seconds',
  ),
} as const;

export type Limits = ValuesOf<typeof limitSettings>;

/** Problems of limits that are valid one by one but contradict each other. */
export function contradictions(limits: Limits): string[] {
  const [write, mutation] = [limits.writeTimeoutMilliseconds, limits.mutationMilliseconds];
  const [headers, request] = [limits.httpHeadersMilliseconds, limits.httpRequestMilliseconds];
  const [shortest, longest] = [limits.shortestRetryDelayMilliseconds, limits.longestRetryDelayMilliseconds];
  const [drain, shutdown] = [limits.drainMilliseconds, limits.shutdownMilliseconds];
  return [
    ...(shutdown < drain ? ['SHUTDOWN_SECONDS must not be less than DRAIN_SECONDS'] : []),
    // A write is only sent while its whole time limit fits into the mutation's.
    ...(mutation <= write ? ['MUTATION_SECONDS must be more than LINKCY_WRITE_SECONDS'] : []),
    ...(request < headers ? ['HTTP_REQUEST_SECONDS must not be less than HTTP_HEADERS_SECONDS'] : []),
    ...(longest < shortest
      ? ['LINKCY_RETRY_LONGEST_MILLISECONDS must not be less than LINKCY_RETRY_SHORTEST_MILLISECONDS']
      : []),
  ];
}
