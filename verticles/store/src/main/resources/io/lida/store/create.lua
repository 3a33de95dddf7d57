-- Enters a run, once for each idempotency key.
-- KEYS: summary, index of all, index of the status, idempotency entry (absent without a key)
-- ARGV: run, summary as JSON, status, created in ms, digest, life of the idempotency entry in
--       ms, tenant, how many may have the status ('' for any number), prefix and suffix of a
--       summary's key
-- Answers {NEW | EXISTING | MISMATCH | TAKEN | FULL, run}. The same entry twice is NEW twice, so that
-- an answer that was lost can be asked for again.
if KEYS[4] then
  local known = redis.call('HMGET', KEYS[4], 'run', 'digest')
  if known[1] and redis.call('EXISTS', ARGV[9] .. known[1] .. ARGV[10]) == 0 then
    known = {} -- of a run that was forgotten since
  end
  if known[1] and known[1] ~= ARGV[1] then
    return {known[2] == ARGV[5] and 'EXISTING' or 'MISMATCH', known[1]}
  end
  if known[1] and known[2] ~= ARGV[5] then
    return {'MISMATCH', known[1]}
  end
end
local there = redis.call('HGET', KEYS[1], 'json')
if there then
  return {there == ARGV[2] and 'NEW' or 'TAKEN', ARGV[1]}
end
if ARGV[8] ~= '' and redis.call('ZCARD', KEYS[3]) >= tonumber(ARGV[8]) then
  return {'FULL', ARGV[1]}
end
local time = redis.call('TIME')
redis.call('HSET', KEYS[1], 'json', ARGV[2], 'status', ARGV[3], 'key', KEYS[4] or '',
  'tenant', ARGV[7], 'entered', string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000)))
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
redis.call('ZADD', KEYS[3], ARGV[4], ARGV[1])
if KEYS[4] then
  redis.call('HSET', KEYS[4], 'run', ARGV[1], 'digest', ARGV[5])
  redis.call('PEXPIRE', KEYS[4], ARGV[6])
end
return {'NEW', ARGV[1]}
