-- Takes from a token bucket that fills by itself and starts full.
-- KEYS: bucket
-- ARGV: tokens a second, size of the bucket, tokens wanted or, below zero, given back
-- Answers {1 or 0, tokens left as text, ms to wait for what was wanted}.
local rate, burst, amount = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local kept = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens, at = tonumber(kept[1] or burst), tonumber(kept[2] or now)
-- A clock that was set back gives nothing and takes nothing.
tokens = math.min(burst, tokens + math.max(0, now - at) * rate / 1000000)
local allowed, wait = 1, 0
if tokens >= amount then
  tokens = math.min(burst, tokens - amount)
else
  allowed, wait = 0, math.ceil((amount - tokens) / rate * 1000)
end
redis.call('HSET', KEYS[1], 'tokens', string.format('%.17g', tokens), 'at', string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], math.ceil(burst / rate * 1000) + 1000)
return {allowed, string.format('%.17g', tokens), wait}
