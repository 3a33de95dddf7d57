-- Notes that an agent is there.
-- KEYS: when agents were seen, what this one owes
-- ARGV: agent, for how long it is known in ms, how many agents are
-- Answers how many turns it owes; those nobody waits for any more are taken out.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[1], string.format('%.0f', now), ARGV[1])
redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1 - ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', string.format('%.0f', now))
return redis.call('ZCARD', KEYS[2])
