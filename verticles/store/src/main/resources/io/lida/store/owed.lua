-- What an agent owes and is still waited for.
-- KEYS: what the agent owes
-- ARGV: prefix of a turn
-- Answers {turn as JSON, for how long it is owed in ms, turn, ...}, who is waited for least first.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local answer = {}
local owed =
  redis.call('ZRANGEBYSCORE', KEYS[1], string.format('(%.0f', now), '+inf', 'WITHSCORES')
for i = 1, #owed, 2 do
  local wanted = redis.call('HGET', ARGV[1] .. owed[i], 'wanted')
  if wanted then
    answer[#answer + 1] = wanted
    answer[#answer + 1] = string.format('%.0f', owed[i + 1] - now)
  end
end
return answer
