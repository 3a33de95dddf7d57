-- The summary of one run.
-- KEYS: summary, own
-- ARGV: grace in ms of a run that nobody has owned yet
-- Answers {} or {json, status}, as list does.
local kept = redis.call('HMGET', KEYS[1], 'json', 'status', 'entered')
if not kept[1] then
  return {}
end
local status = kept[2]
if status == 'running' then
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local till = redis.call('HGET', KEYS[2], 'until') or tonumber(kept[3]) + ARGV[1]
  if tonumber(till) <= now then
    status = 'interrupted'
  end
end
return {kept[1], status}
