-- Lengthens leases, expired ones too, as long as nobody else took the run.
-- KEYS: own of each run
-- ARGV: lease in ms, then node and epoch for each key
-- Answers for each key: LOST, the wanted command, or ''.
local time = redis.call('TIME')
local till = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[1])
local answers = {}
for i, own in ipairs(KEYS) do
  local held = redis.call('HMGET', own, 'epoch', 'node', 'want')
  if held[1] == ARGV[2 * i + 1] and held[2] == ARGV[2 * i] then
    redis.call('HSET', own, 'until', till)
    answers[i] = held[3] or ''
  else
    answers[i] = 'LOST'
  end
end
return answers
