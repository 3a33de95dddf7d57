-- Keeps a forecast whose outcome is known; another one of the same run takes its place.
-- KEYS: the record of one persona, newest first
-- ARGV: run, forecast, the most that are kept
for _, kept in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
  if cjson.decode(kept).run == ARGV[1] then
    redis.call('LREM', KEYS[1], 1, kept)
  end
end
redis.call('LPUSH', KEYS[1], ARGV[2])
redis.call('LTRIM', KEYS[1], 0, tonumber(ARGV[3]) - 1)
return redis.call('LLEN', KEYS[1])
