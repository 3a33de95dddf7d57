-- Forgets the wanted command of a run, if the caller still owns it.
-- KEYS: own
-- ARGV: node, epoch
local held = redis.call('HMGET', KEYS[1], 'epoch', 'node')
if held[1] == ARGV[2] and held[2] == ARGV[1] then
  return redis.call('HDEL', KEYS[1], 'want')
end
return 0
