-- Studies, newest first, without their cells; entries whose study has expired are taken out.
-- KEYS: index of all
-- ARGV: prefix and suffixes of a study's keys (prefix, plan, driven), tenant ('' for any), limit,
--       fields that are answered
-- Answers {driven, value, ..., driven, value, ...}, the values in the order of the fields.
local fields = {}
for place = 6, #ARGV do
  fields[#fields + 1] = ARGV[place]
end
local answer, gone, found, from = {}, {}, 0, 0
local limit = tonumber(ARGV[5])
repeat
  local ids = redis.call('ZREVRANGE', KEYS[1], from, from + 199)
  for _, id in ipairs(ids) do
    local plan = ARGV[1] .. id .. ARGV[2]
    local tenant = redis.call('HGET', plan, 'tenant')
    if not tenant then
      gone[#gone + 1] = id
    elseif ARGV[4] == '' or ARGV[4] == tenant then
      answer[#answer + 1] = redis.call('EXISTS', ARGV[1] .. id .. ARGV[3])
      for _, value in ipairs(redis.call('HMGET', plan, unpack(fields))) do
        answer[#answer + 1] = value
      end
      found = found + 1
    end
    if found >= limit then break end
  end
  from = from + 200
until #ids < 200 or found >= limit
for _, id in ipairs(gone) do
  redis.call('ZREM', KEYS[1], id)
end
return answer
