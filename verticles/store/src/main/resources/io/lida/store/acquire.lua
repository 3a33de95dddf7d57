-- Makes a process the owner of a run, unless another one's lease lives.
-- KEYS: own
-- ARGV: lease in ms, node, host, pid, started, epoch of a holder known to be dead ('' if none)
-- Answers the new epoch, or 0. Time is Redis's, so that no node's clock decides.
local own = KEYS[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local held = redis.call('HMGET', own, 'epoch', 'until', 'node', 'host', 'pid', 'started')
local live = held[2] and tonumber(held[2]) > now
local mine = held[3] == ARGV[2] and held[4] == ARGV[3] and held[5] == ARGV[4] and held[6] == ARGV[5]
if live and not mine and held[1] ~= ARGV[6] then
  return 0
end
local epoch = redis.call('HINCRBY', own, 'epoch', 1)
redis.call('HSET', own, 'until', string.format('%.0f', now + ARGV[1]),
  'node', ARGV[2], 'host', ARGV[3], 'pid', ARGV[4], 'started', ARGV[5])
redis.call('HDEL', own, 'want')
return epoch
