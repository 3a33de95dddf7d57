-- Summaries from one index, newest first; entries whose run has expired are taken out.
-- KEYS: the index
-- ARGV: prefix and suffixes of a run's keys (prefix, summary, own), prefix of the indexes, limit,
--       status wanted ('' for any), grace in ms of a run that nobody has owned yet, all statuses,
--       tenant wanted ('' for any)
-- Answers {json, status, json, status, ...}; a run that is said to be worked on and is not, is
-- interrupted.
local limit = tonumber(ARGV[5])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local answer, gone, from = {}, {}, 0

local function told(status, id, entered)
  if status ~= 'running' then
    return status
  end
  local till = redis.call('HGET', ARGV[1] .. id .. ARGV[3], 'until')
  if not till then
    till = tonumber(entered) + ARGV[7]
  end
  return tonumber(till) > now and status or 'interrupted'
end

repeat
  local ids = redis.call('ZREVRANGE', KEYS[1], from, from + 199)
  for _, id in ipairs(ids) do
    local kept = redis.call('HMGET', ARGV[1] .. id .. ARGV[2], 'json', 'status', 'entered', 'tenant')
    if not kept[1] then
      gone[#gone + 1] = id
    else
      local status = told(kept[2], id, kept[3])
      if (ARGV[6] == '' or ARGV[6] == status) and (ARGV[9] == '' or ARGV[9] == kept[4]) then
        answer[#answer + 1] = kept[1]
        answer[#answer + 1] = status
      end
    end
    if #answer >= 2 * limit then break end
  end
  from = from + 200
until #ids < 200 or #answer >= 2 * limit

for _, id in ipairs(gone) do
  redis.call('ZREM', ARGV[4] .. 'all', id)
  for status in string.gmatch(ARGV[8], '%S+') do
    redis.call('ZREM', ARGV[4] .. 'status:' .. status, id)
  end
end
return answer
