-- The agents of a tenant; those not seen for long are taken out.
-- KEYS: when agents were seen
-- ARGV: prefix of what an agent owes, for how long one is known in ms
-- Answers {agent, seen in ms, how many turns it owes, agent, ...} by name.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now - ARGV[2]))
local seen, names, answer = {}, {}, {}
local kept = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
for i = 1, #kept, 2 do
  names[#names + 1] = kept[i]
  seen[kept[i]] = kept[i + 1]
end
table.sort(names)
for _, name in ipairs(names) do
  answer[#answer + 1] = name
  answer[#answer + 1] = seen[name]
  answer[#answer + 1] = redis.call('ZCOUNT', ARGV[1] .. name, string.format('(%.0f', now), '+inf')
end
return answer
