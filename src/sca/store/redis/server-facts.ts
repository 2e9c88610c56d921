import { RedisSetupError } from './failure.js';

/** What a Redis server reports about itself. */
type ServerFacts = ReadonlyMap<string, string>;

const oldestVersion = [6, 2] as const;

/** Reads the answer to INFO. Throws a RedisSetupError for an unsuitable server. */
export function factsOf(info: string): ServerFacts {
  const lines = info
    .split('\r\n')
    .map((line) => [line.split(':', 1)[0] ?? '', line.slice(line.indexOf(':') + 1)] as const);
  const facts = new Map(lines);
  const mode = facts.get('redis_mode') ?? 'standalone';
  if (mode !== 'standalone') {
    const [what, wanted] =
      mode === 'sentinel' ? ['a Sentinel', 'the primary that it watches'] : ['a Redis Cluster', 'a single server'];
    throw new RedisSetupError('REDIS_URL', `this is ${what}; the address of ${wanted} is needed.`);
  }
  const version = facts.get('redis_version') ?? '0';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < oldestVersion[0] || (major === oldestVersion[0] && minor < oldestVersion[1])) {
    const why = 'older ones are no longer maintained, and nothing here was tried with them';
    throw new RedisSetupError(
      'REDIS_URL',
      `Redis ${oldestVersion.join('.')} or newer is needed, and this is ${version}: ${why}.`,
    );
  }
  return facts;
}

/** Why nothing new may be stored there now, as a sentence without its full stop; undefined if it may. */
export function refusalOf(facts: ServerFacts): string | undefined {
  if ((facts.get('role') ?? 'master') !== 'master') return 'this Redis is a replica that takes no writes';
  const policy = facts.get('maxmemory_policy') ?? 'noeviction';
  if (policy === 'noeviction') return undefined;
  // Even without maxmemory, which can be set at any time.
  const why = 'Redis may throw away idempotency keys when it is full, and a payment could be made twice';
  return `maxmemory-policy is ${policy}: ${why}. It must be noeviction`;
}
