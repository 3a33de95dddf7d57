-- Notes that an agent owes a turn, unless it was handed in.
-- KEYS: the turn, what its agent owes
-- ARGV: tenant, agent, turn, for how long it is owed in ms, for how long it is known in ms, the
--       turn as JSON
-- Answers {answer as JSON}, or {} while there is none.
local answer = redis.call('HGET', KEYS[1], 'answer')
if answer then
  return {answer}
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('HSET', KEYS[1], 'tenant', ARGV[1], 'agent', ARGV[2], 'wanted', ARGV[6])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
redis.call('ZADD', KEYS[2], string.format('%.0f', now + ARGV[4]), ARGV[3])
redis.call('PEXPIRE', KEYS[2], ARGV[5])
return {}
