-- Replaces the summary of a run that is entered, and moves it between the indexes, if the caller
-- still owns the run.
-- KEYS: summary, log, own
-- ARGV: run, summary as JSON, status, prefix of the indexes, retention in ms ('' to keep it), epoch
-- Answers 1, or 0 if there is no such run or somebody else owns it.
if redis.call('HGET', KEYS[3], 'epoch') ~= ARGV[6] then
  return 0
end
local status = redis.call('HGET', KEYS[1], 'status')
if not status then
  return 0
end
redis.call('HSET', KEYS[1], 'json', ARGV[2], 'status', ARGV[3])
if status ~= ARGV[3] then
  local created = redis.call('ZSCORE', ARGV[4] .. 'all', ARGV[1])
  redis.call('ZREM', ARGV[4] .. 'status:' .. status, ARGV[1])
  if created then
    redis.call('ZADD', ARGV[4] .. 'status:' .. ARGV[3], created, ARGV[1])
  end
end
if ARGV[5] ~= '' then
  for _, key in ipairs(KEYS) do
    redis.call('PEXPIRE', key, ARGV[5])
  end
end
return 1
