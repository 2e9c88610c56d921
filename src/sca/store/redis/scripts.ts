/**
 * The atomic steps, each a Lua script. A script sets the time to live together with the value. Leases use Redis's clock,
 * which all instances share.
 *
 * notAfter, by Redis's clock: from then on the caller may give up and answer that nothing was done. A Redis that stood still
 * must not run the step when it works through its backlog.
 */
const clock = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function milliseconds(number) return string.format('%.0f', number) end
`;

const inTime = (argument: number) => `
if now >= tonumber(ARGV[${argument}]) then return redis.error_reply('LATE the caller has given up') end
`;

/**
 * The script for instances with several encryption keys. KEYS are the names of its places under the primary key, followed by
 * those under each other one. Anything stored under another name is renamed first, then the script runs as usual.
 */
export function underAllKeys(script: string, keys: number): string {
  if (keys === 1) return script;
  const lineEnd = script.indexOf('\n');
  return `${script.slice(0, lineEnd)}
local places = #KEYS / ${keys}
for index = #KEYS, places + 1, -1 do
  local first = KEYS[(index - 1) % places + 1]
  if KEYS[index] ~= first and redis.call('EXISTS', KEYS[index]) == 1 then redis.call('RENAMENX', KEYS[index], first) end
  KEYS[index] = nil
end${script.slice(lineEnd)}`;
}

/** Shares: sorted sets of attempts, scored by when their places expire, so that no place is ever lost for good. */
const shares = `
local function placesIn(share)
  redis.call('ZREMRANGEBYSCORE', share, '-inf', milliseconds(now))
  return redis.call('ZCARD', share)
end
local function takePlace(share, attempt, life)
  redis.call('ZADD', share, milliseconds(now + life), attempt)
  redis.call('PEXPIRE', share, milliseconds(math.max(life, redis.call('PTTL', share))))
end
`;

/** An operation, and an idempotency record, as scripts return them. */
const operationNow = `redis.call('HMGET', KEYS[1], 'request', 'write', 'doubt', 'outcome', 'observe', 'baseline', 'signing')`;
const recordNow = `redis.call('HMGET', KEYS[1], 'record', 'outcome')`;

/**
 * Stores an operation unless there is one, and takes a pending place, KEYS[2], and one of all, KEYS[3]: request, write, doubt,
 * time to live, notAfter, signing state or nothing, milliseconds to sign, attempt, longest time that it is pending ->
 * operation. With an idempotency record, KEYS[4], the operation becomes the attempt's outcome: outcome, channel, topic.
 */
export const add = `-- add${clock}${shares}${inTime(5)}
if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('HSET', KEYS[1], 'request', ARGV[1], 'write', ARGV[2])
  if ARGV[3] ~= '' then redis.call('HSET', KEYS[1], 'doubt', ARGV[3]) end
  if ARGV[6] ~= '' then redis.call('HSET', KEYS[1], 'signing', ARGV[6], 'signUntil', milliseconds(now + ARGV[7])) end
  redis.call('PEXPIRE', KEYS[1], ARGV[4])
  takePlace(KEYS[2], ARGV[8], ARGV[9])
  takePlace(KEYS[3], ARGV[8], ARGV[4])
  local key = KEYS[4] and redis.call('HMGET', KEYS[4], 'attempt', 'end')
  if key and key[1] == ARGV[8] and (not key[2] or key[2] == 'unknown') then
    redis.call('HSET', KEYS[4], 'outcome', ARGV[10], 'end', 'final')
    redis.call('PUBLISH', ARGV[11], ARGV[12])
  end
end
return ${operationNow}`;

/** Whether all these shares have room: places of each -> "full" or nothing. */
export const room = `-- room${clock}${shares}
for index = 1, #KEYS do
  if placesIn(KEYS[index]) >= tonumber(ARGV[index]) then return 'full' end
end`;

/** Frees the place of an attempt: attempt. */
export const free = `-- free
redis.call('ZREM', KEYS[1], ARGV[1])`;

export const read = `-- read
return ${operationNow}`;

/** Takes the lease: claimant, milliseconds, doubt, notAfter -> operation as it was before, or "held". */
export const claim = `-- claim${clock}${inTime(4)}
local found = ${operationNow}
if not found[1] or found[4] then return found end
local lease = redis.call('HMGET', KEYS[1], 'claimant', 'until')
local left = lease[1] and lease[1] ~= ARGV[1] and tonumber(lease[2]) - now or 0
-- A lease longer than any given dates from before Redis's clock was set back.
if left > 0 and left <= tonumber(ARGV[2]) then return 'held' end
redis.call('HSET', KEYS[1], 'claimant', ARGV[1], 'until', milliseconds(now + ARGV[2]))
if not found[3] then redis.call('HSET', KEYS[1], 'doubt', ARGV[3]) end
return found`;

/** Extends a lease that is still the claimant's: claimant, milliseconds. */
export const renew = `-- renew${clock}
if redis.call('HGET', KEYS[1], 'claimant') ~= ARGV[1] then return end
redis.call('HSET', KEYS[1], 'until', milliseconds(now + ARGV[2]))`;

/** Returns a lease that is still the claimant's: claimant, doubt or nothing. */
export const release = `-- release
if redis.call('HGET', KEYS[1], 'claimant') ~= ARGV[1] then return end
redis.call('HDEL', KEYS[1], 'claimant', 'until', 'doubt')
if ARGV[2] ~= '' then redis.call('HSET', KEYS[1], 'doubt', ARGV[2]) end`;

/** Switches from replay to observe and ends the lease: until. */
export const observe = `-- observe
if redis.call('EXISTS', KEYS[1]) == 0 or redis.call('HEXISTS', KEYS[1], 'outcome') == 1 then return end
redis.call('HSET', KEYS[1], 'observe', ARGV[1])
redis.call('HDEL', KEYS[1], 'claimant', 'until', 'doubt')`;

/** Sets the baseline of an operation that is not final: baseline -> operation. */
export const baseline = `-- baseline
if redis.call('EXISTS', KEYS[1]) == 1 and redis.call('HEXISTS', KEYS[1], 'outcome') == 0 then
  redis.call('HSET', KEYS[1], 'baseline', ARGV[1])
end
return ${operationNow}`;

/**
 * The first outcome wins, but COMPLETED replaces one that may still complete. The row that proves it, KEYS[2], is claimed in
 * the same step: outcome, channel, topic, required claimant or nothing, kind of end (completed, open, final), attempt, time
 * to live of the claim, required signing stage or nothing -> operation, or "row taken".
 */
export const finalize = `-- finalize
local found = ${operationNow}
if not found[1] then return found end
if found[4] and not (ARGV[5] == 'completed' and redis.call('HGET', KEYS[1], 'end') == 'open') then return found end
if ARGV[4] ~= '' and redis.call('HGET', KEYS[1], 'claimant') ~= ARGV[4] then return found end
if ARGV[8] ~= '' and not string.find(found[7] or '', '^prepared:') then return found end
if KEYS[2] then
  redis.call('SET', KEYS[2], ARGV[6], 'NX', 'PX', ARGV[7])
  if redis.call('GET', KEYS[2]) ~= ARGV[6] then return 'row taken' end
end
redis.call('HSET', KEYS[1], 'outcome', ARGV[1], 'end', ARGV[5])
redis.call('HDEL', KEYS[1], 'write', 'doubt', 'claimant', 'until')
redis.call('PUBLISH', ARGV[2], ARGV[3])
return ${operationNow}`;

/**
 * One submit gets the right to send a prepared operation that has not expired: "time:submit", submit, milliseconds of the
 * lease, notAfter -> operation. Idempotent.
 */
export const toSent = `-- toSent${clock}${inTime(4)}
local found = ${operationNow}
local refusals = string.match(found[7] or '', '^prepared:(%d+)$')
if not refusals or found[4] or now >= tonumber(redis.call('HGET', KEYS[1], 'signUntil')) then return found end
redis.call('HSET', KEYS[1], 'signing', 'sent:' .. refusals .. ':' .. ARGV[1])
redis.call('HSET', KEYS[1], 'claimant', ARGV[2], 'until', milliseconds(now + ARGV[3]))
return ${operationNow}`;

/** The submit's request did nothing, or LinkCy has asked the user. */
const endSending = `
local found = ${operationNow}
local refusals = string.match(found[7] or '', '^sent:(%d+):')
if not refusals or found[4] or string.match(found[7], '[^:]+$') ~= ARGV[1] then return found end
redis.call('HDEL', KEYS[1], 'claimant', 'until', 'doubt')
redis.call('PUBLISH', ARGV[2], ARGV[3])`;

/** submit, channel, topic, prepared anew -> operation. */
export const toPrepared = `-- toPrepared${endSending}
redis.call('HSET', KEYS[1], 'signing', ARGV[4])
return ${operationNow}`;

/** submit, channel, topic, request -> operation. */
export const toAsked = `-- toAsked${endSending}
redis.call('HDEL', KEYS[1], 'signing', 'signUntil')
redis.call('HSET', KEYS[1], 'request', ARGV[4])
return ${operationNow}`;

/** Claims a row unless it is claimed: attempt, time to live -> attempt that has it. */
export const claimRow = `-- claimRow
redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2])
return redis.call('GET', KEYS[1])`;

export const rowClaims = `-- rowClaims
return redis.call('MGET', unpack(KEYS))`;

/** owner, time to live. */
export const keepTokenOwner = `-- keepTokenOwner
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])`;

/** time to live -> owner. */
export const tokenOwner = `-- tokenOwner
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return redis.call('GET', KEYS[1])`;

/** A note that expires unless renewed: time to live. */
export const note = `-- note
redis.call('SET', KEYS[1], '1', 'PX', ARGV[1])`;

export const isNoted = `-- isNoted
return redis.call('EXISTS', KEYS[1])`;

/**
 * Stores a record unless one stands that is not repeatable, if all shares (KEYS from the second on) have room: record, attempt,
 * fingerprint (under each encryption key), time to live, notAfter, number of shares to take a place of, places of each ->
 * the record that stands, or "full".
 */
export const begin = `-- begin${clock}${shares}${inTime(5)}
local found = redis.call('HMGET', KEYS[1], 'record', 'fingerprint', 'end', 'attempt')
local repeatable = found[3] == 'repeatable' and string.find(ARGV[3], found[2], 1, true)
if found[1] and not repeatable then return ${recordNow} end
for index = 2, #KEYS do
  local own = found[4] and redis.call('ZSCORE', KEYS[index], found[4]) and 1 or 0
  if placesIn(KEYS[index]) - own >= tonumber(ARGV[index + 5]) then return 'full' end
end
for index = 2, #KEYS do
  if found[4] then redis.call('ZREM', KEYS[index], found[4]) end
  if index <= ARGV[6] + 1 then takePlace(KEYS[index], ARGV[2], ARGV[4]) end
end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'record', ARGV[1], 'attempt', ARGV[2], 'fingerprint', string.match(ARGV[3], '%S+'))
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return ${recordNow}`;

export const record = `-- record
return ${recordNow}`;

/**
 * The attempt's outcome; replaces only an unknown one. In any case its place moves between shares (KEYS from the second on): attempt, outcome, kind of end, channel, topic, of how many shares the place is taken back, and how long it is still
 * kept, or nothing.
 */
export const finish = `-- finish${clock}${shares}
local found = redis.call('HMGET', KEYS[1], 'attempt', 'end')
if found[1] ~= ARGV[1] then return end
local isKnown = found[2] and found[2] ~= 'unknown'
if not isKnown and ARGV[7] ~= '' then redis.call('PEXPIRE', KEYS[1], ARGV[7]) end
for index = 2, #KEYS do
  if index <= ARGV[6] + 1 then
    redis.call('ZREM', KEYS[index], ARGV[1])
  else
    takePlace(KEYS[index], ARGV[1], redis.call('PTTL', KEYS[1]))
  end
end
if isKnown then return end
redis.call('HSET', KEYS[1], 'outcome', ARGV[2], 'end', ARGV[3])
redis.call('PUBLISH', ARGV[4], ARGV[5])`;

/** Removes the attempt and its places in shares (KEYS from the second on): attempt, channel, topic. */
export const abandon = `-- abandon
if redis.call('HGET', KEYS[1], 'attempt') ~= ARGV[1] then return end
redis.call('DEL', KEYS[1])
for index = 2, #KEYS do redis.call('ZREM', KEYS[index], ARGV[1]) end
redis.call('PUBLISH', ARGV[2], ARGV[3])`;

/** Sets or (empty) removes a marker, and drops expired ones: attempt, marker, now. A marker is "expiry:sealed". */
export const marker = `-- marker
if ARGV[2] == '' then redis.call('HDEL', KEYS[1], ARGV[1]) else redis.call('HSET', KEYS[1], ARGV[1], ARGV[2]) end
local markers = redis.call('HGETALL', KEYS[1])
local latest = 0
for index = 1, #markers, 2 do
  local keptUntil = tonumber(string.match(markers[index + 1], '^%d+'))
  if keptUntil < tonumber(ARGV[3]) then redis.call('HDEL', KEYS[1], markers[index]) end
  latest = math.max(latest, keptUntil)
end
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', math.max(latest - ARGV[3], 1)))`;

export const markers = `-- markers
return redis.call('HGETALL', KEYS[1])`;

/**
 * Heartbeat: instance, ids of its encryption keys (primary first), how long the heartbeat counts, how long records are kept ->
 * Redis's time, and what is wrong. Instances must know each other's primary keys, or neither would see the other's records:
 * "unreadable" (and the key id) if an unknown key has written within that time, "unknown" if another live instance does not
 * know our primary key. Then nothing is stored.
 */
export const sign = `-- sign${clock}
local function knows(keys, key) return string.find(' ' .. keys .. ' ', ' ' .. key .. ' ', 1, true) end
local primary = string.match(ARGV[2], '%S+')
local writers = redis.call('HGETALL', KEYS[1])
for index = 1, #writers, 2 do
  if tonumber(writers[index + 1]) + ARGV[4] < now then
    redis.call('HDEL', KEYS[1], writers[index])
  elseif not knows(ARGV[2], writers[index]) then
    return { milliseconds(now), 'unreadable', writers[index] }
  end
end
local instances = redis.call('HGETALL', KEYS[2])
for index = 1, #instances, 2 do
  local alive, keys = string.match(instances[index + 1], '^(%d+) (.*)$')
  if tonumber(alive) < now then
    redis.call('HDEL', KEYS[2], instances[index])
  elseif not knows(keys, primary) then
    return { milliseconds(now), 'unknown' }
  end
end
redis.call('HSET', KEYS[1], primary, milliseconds(now))
redis.call('HSET', KEYS[2], ARGV[1], milliseconds(now + ARGV[3]) .. ' ' .. ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
return { milliseconds(now) }`;

/** The instance is no longer alive: instance. */
export const leave = `-- leave
redis.call('HDEL', KEYS[1], ARGV[1])`;
