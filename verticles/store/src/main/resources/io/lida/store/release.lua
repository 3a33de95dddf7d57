-- Ends a lease, if it is still the caller's; the epoch stays, so that it never comes back.
-- KEYS: own
-- ARGV: node, epoch
local held = redis.call('HMGET', KEYS[1], 'epoch', 'node')
if held[1] ~= ARGV[2] or held[2] ~= ARGV[1] then
  return 0
end
redis.call('HSET', KEYS[1], 'until', '0')
redis.call('HDEL', KEYS[1], 'want')
return 1
