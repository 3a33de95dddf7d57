-- Notes a command for the owner of a run; a wanted end is never weakened to a pause.
-- KEYS: own
-- ARGV: command, epoch of the owner it is meant for
-- Answers 1 if that owner's lease lives, else 0 and nothing is noted.
local held = redis.call('HMGET', KEYS[1], 'epoch', 'until', 'want')
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if held[1] ~= ARGV[2] or tonumber(held[2]) <= now then
  return 0
end
if held[3] ~= 'cancel' then
  redis.call('HSET', KEYS[1], 'want', ARGV[1])
end
return 1
