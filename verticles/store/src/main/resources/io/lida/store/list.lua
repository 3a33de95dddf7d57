-- Summaries from one index, newest first; entries whose run has expired are taken out.
-- KEYS: the index
-- ARGV: prefix and suffixes of a run's keys (prefix, summary, own), prefix of the indexes, limit,
--       status wanted ('' for any), grace in ms of a run that nobody has owned yet, all statuses,
--       tenant wanted ('' for any), score and id after which to go on
-- Answers {json, status, score, id, json, ...}; a run that is said to be worked on and is not, is
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

-- By bytes, as the index is sorted; the language's own order depends on the locale.
local function precedes(id, other)
  for i = 1, math.min(#id, #other) do
    if id:byte(i) ~= other:byte(i) then return id:byte(i) < other:byte(i) end
  end
  return #id < #other
end

local function take(id, score)
  local kept = redis.call('HMGET', ARGV[1] .. id .. ARGV[2], 'json', 'status', 'entered', 'tenant')
  if not kept[1] then
    gone[#gone + 1] = id
    return
  end
  local status = told(kept[2], id, kept[3])
  if (ARGV[6] == '' or ARGV[6] == status) and (ARGV[9] == '' or ARGV[9] == kept[4]) then
    answer[#answer + 1] = kept[1]
    answer[#answer + 1] = status
    answer[#answer + 1] = score
    answer[#answer + 1] = id
  end
end

repeat
  local ids = redis.call(
    'ZREVRANGEBYSCORE', KEYS[1], ARGV[10], '-inf', 'WITHSCORES', 'LIMIT', from, 200)
  for i = 1, #ids, 2 do
    if ids[i + 1] ~= ARGV[10] or precedes(ids[i], ARGV[11]) then
      take(ids[i], ids[i + 1])
    end
    if #answer >= 4 * limit then break end
  end
  from = from + 200
until #ids < 400 or #answer >= 4 * limit

for _, id in ipairs(gone) do
  redis.call('ZREM', ARGV[4] .. 'all', id)
  for status in string.gmatch(ARGV[8], '%S+') do
    redis.call('ZREM', ARGV[4] .. 'status:' .. status, id)
  end
end
return answer
