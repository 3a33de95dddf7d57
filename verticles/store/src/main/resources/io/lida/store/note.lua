-- Keeps a notice, and tells those who listen.
-- KEYS: notices
-- ARGV: the most that are kept, notice, channel ('' to tell nobody)
redis.call('XADD', KEYS[1], 'MAXLEN', '=', ARGV[1], '*', 'notice', ARGV[2])
if ARGV[3] ~= '' then
  redis.call('PUBLISH', ARGV[3], ARGV[2])
end
return 1
