-- Moves a study from one status to another, unless it has left the first.
-- KEYS: plan, set of the open
-- ARGV: study, statuses from which it may be moved, status, whether it is open then (1 or 0),
--       trouble ('' for none), retention in ms ('' to keep it)
-- Answers the status it has now; '' if there is no such study.
local status = redis.call('HGET', KEYS[1], 'status')
if not status then
  return ''
end
if not string.find(' ' .. ARGV[2] .. ' ', ' ' .. status .. ' ', 1, true) then
  return status
end
redis.call('HSET', KEYS[1], 'status', ARGV[3], 'trouble', ARGV[5])
if ARGV[4] == '1' then
  redis.call('SADD', KEYS[2], ARGV[1])
else
  redis.call('SREM', KEYS[2], ARGV[1])
end
if ARGV[6] ~= '' then
  redis.call('PEXPIRE', KEYS[1], ARGV[6])
end
return ARGV[3]
