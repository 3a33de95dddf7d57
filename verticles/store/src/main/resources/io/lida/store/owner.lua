-- Who owns, or last owned, a run.
-- KEYS: own
-- Answers {} or {node, host, pid, started, epoch, 1 while the lease lives else 0}.
local held = redis.call('HMGET', KEYS[1], 'node', 'host', 'pid', 'started', 'epoch', 'until')
if not held[5] then
  return {}
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
held[6] = tonumber(held[6]) > now and '1' or '0'
return held
