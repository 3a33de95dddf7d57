-- Enters a study, once for each idempotency key.
-- KEYS: plan, index of all, set of the open, idempotency entry (absent without a key)
-- ARGV: study, plan as JSON, status, created in ms, tenant, digest, life of the idempotency entry
--       in ms, prefix and suffix of a plan's key
-- Answers {NEW | EXISTING | MISMATCH | TAKEN, study}. The same entry twice is NEW twice, so that an
-- answer that was lost can be asked for again.
if KEYS[4] then
  local known = redis.call('HMGET', KEYS[4], 'study', 'digest')
  if known[1] and redis.call('EXISTS', ARGV[8] .. known[1] .. ARGV[9]) == 0 then
    known = {} -- of a study that was forgotten since
  end
  if known[1] and known[2] ~= ARGV[6] then
    return {'MISMATCH', known[1]}
  end
  if known[1] and known[1] ~= ARGV[1] then
    return {'EXISTING', known[1]}
  end
end
local there = redis.call('HGET', KEYS[1], 'json')
if there then
  return {there == ARGV[2] and 'NEW' or 'TAKEN', ARGV[1]}
end
redis.call('HSET', KEYS[1], 'json', ARGV[2], 'status', ARGV[3], 'tenant', ARGV[5])
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
redis.call('SADD', KEYS[3], ARGV[1])
if KEYS[4] then
  redis.call('HSET', KEYS[4], 'study', ARGV[1], 'digest', ARGV[6])
  redis.call('PEXPIRE', KEYS[4], ARGV[7])
end
return {'NEW', ARGV[1]}
