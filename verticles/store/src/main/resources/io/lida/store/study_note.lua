-- Notes that a cell of a study has its run, or that this run has ended.
-- KEYS: plan
-- ARGV: arm, repeat, run, status at its end ('' where it has begun)
-- Answers 1 where that was not known, else 0; what is known stays as it is.
if redis.call('HEXISTS', KEYS[1], 'json') == 0 then
  return 0
end
local cell = ARGV[1] .. ' ' .. ARGV[2]
local fresh = redis.call('HSETNX', KEYS[1], 'run ' .. cell, ARGV[3])
if ARGV[4] ~= '' then
  fresh = redis.call('HSETNX', KEYS[1], 'end ' .. cell, ARGV[4])
  if fresh == 1 then
    redis.call('HINCRBY', KEYS[1], 'done ' .. ARGV[1], 1)
  end
end
return fresh
