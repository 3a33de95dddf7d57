-- Finds, oldest first, the runs of one index whose owner is gone.
-- KEYS: the index
-- ARGV: prefix and suffixes of a run's keys (prefix, summary, own), life of a lease in ms, which is
--       also the grace of a run that nobody has owned yet, host, rank to begin with, entries to
--       look at, then node, pid and started of each holder on the host known to be dead, one a line
-- Answers {entries looked at, {run, last owner or '', ms since its last sign of life or -1, ...},
-- {holder, ...}}: the holders are those on the host whose leases live.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local life, from = tonumber(ARGV[4]), tonumber(ARGV[6])
local left, holders, known, dead = {}, {}, {}, {}
for i = 8, #ARGV do
  dead[ARGV[i]] = true
end

local function found(id, owner, silent)
  left[#left + 1] = id
  left[#left + 1] = owner
  left[#left + 1] = silent
end

local ids = redis.call('ZRANGE', KEYS[1], from, from + ARGV[7] - 1)
for _, id in ipairs(ids) do
  local held = redis.call('HMGET', ARGV[1] .. id .. ARGV[3], 'until', 'node', 'host', 'pid', 'started')
  local till = tonumber(held[1])
  if not till then
    local entered = redis.call('HGET', ARGV[1] .. id .. ARGV[2], 'entered')
    if entered and entered + life <= now then
      found(id, '', -1)
    end
  elseif till <= now then
    found(id, held[2], till == 0 and -1 or now - till + life)
  elseif held[3] == ARGV[5] then
    local holder = held[2] .. '\n' .. held[4] .. '\n' .. held[5]
    if dead[holder] then
      found(id, held[2], now - till + life)
    elseif not known[holder] then
      known[holder] = true
      holders[#holders + 1] = holder
    end
  end
end
return {#ids, left, holders}
