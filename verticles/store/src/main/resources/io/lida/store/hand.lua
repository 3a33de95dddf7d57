-- Takes the first answer to a turn.
-- KEYS: the turn
-- ARGV: tenant, turn, answer as JSON, its digest, prefixes of what is owed and of who was seen,
--       for how long it is known in ms, the only agent whose turn it may be or nothing
-- Answers {TAKEN, agent}, {LATE} or {UNKNOWN}. The same answer twice is TAKEN twice, so that one
-- whose receipt was lost can be handed in again.
local kept = redis.call('HMGET', KEYS[1], 'tenant', 'agent', 'digest')
if kept[1] ~= ARGV[1] or (ARGV[8] ~= '' and kept[2] ~= ARGV[8]) then
  return {'UNKNOWN'}
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local seen = ARGV[6] .. kept[1]
redis.call('ZADD', seen, string.format('%.0f', now), kept[2])
redis.call('PEXPIRE', seen, ARGV[7])
if kept[3] then
  return kept[3] == ARGV[4] and {'TAKEN', kept[2]} or {'LATE'}
end
redis.call('HSET', KEYS[1], 'answer', ARGV[3], 'digest', ARGV[4])
redis.call('HDEL', KEYS[1], 'wanted')
redis.call('PEXPIRE', KEYS[1], ARGV[7])
redis.call('ZREM', ARGV[5] .. kept[1] .. ':' .. kept[2], ARGV[2])
return {'TAKEN', kept[2]}
