-- Removes a run with all that is kept of it.
-- KEYS: summary, log, own
-- ARGV: run, prefix of the indexes, 1 to refuse while a lease lives, epoch of a holder known to be
--       dead ('' if none)
-- Answers 1, 0 if there was nothing, or -1 if it is refused.
local held = redis.call('HMGET', KEYS[3], 'until', 'epoch')
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if ARGV[3] == '1' and held[1] and tonumber(held[1]) > now and held[2] ~= ARGV[4] then
  return -1
end
local kept = redis.call('HMGET', KEYS[1], 'status', 'key')
local there = redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
redis.call('ZREM', ARGV[2] .. 'all', ARGV[1])
if kept[1] then
  redis.call('ZREM', ARGV[2] .. 'status:' .. kept[1], ARGV[1])
end
if kept[2] and kept[2] ~= '' then
  redis.call('DEL', kept[2])
end
return there > 0 and 1 or 0
