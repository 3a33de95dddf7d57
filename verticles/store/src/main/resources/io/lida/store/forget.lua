-- Forgets a run that was entered and never begun, if the caller still owns it.
-- KEYS: summary, log, own
-- ARGV: run, prefix of the indexes, epoch
-- Answers 1, or 0 if it was begun or somebody else owns it.
if redis.call('HGET', KEYS[3], 'epoch') ~= ARGV[3] or redis.call('EXISTS', KEYS[2]) == 1 then
  return 0
end
local kept = redis.call('HMGET', KEYS[1], 'status', 'key')
redis.call('DEL', KEYS[1], KEYS[3])
redis.call('ZREM', ARGV[2] .. 'all', ARGV[1])
if kept[1] then
  redis.call('ZREM', ARGV[2] .. 'status:' .. kept[1], ARGV[1])
end
if kept[2] and kept[2] ~= '' and redis.call('HGET', kept[2], 'run') == ARGV[1] then
  redis.call('DEL', kept[2])
end
return 1
