-- Appends a stretch of events to a run's log, if the caller still owns the run.
-- KEYS: log, own
-- ARGV: run, epoch, genesis, first seq, then for each event:
--       type, at, key, payload, prev, hash, persona ('' if nobody speaks)
-- Answers {outcome, last seq, wanted command}: OK, DUP (all of it was there), CONFLICT (another
-- event stands there), GAP (the event before is missing), FENCED (somebody else owns the run; the
-- figure is the epoch now).
local log, own = KEYS[1], KEYS[2]
local run, first = ARGV[1], tonumber(ARGV[4])

local held = redis.call('HMGET', own, 'epoch', 'want')
if held[1] ~= ARGV[2] then
  return {'FENCED', tonumber(held[1] or 0), ''}
end

local function field(entry, name)
  local fields = entry[2]
  for i = 1, #fields, 2 do
    if fields[i] == name then return fields[i + 1] end
  end
end

local last, hash = 0, ARGV[3]
local tail = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)[1]
if tail then
  last, hash = tonumber(string.match(tail[1], '^%d+')), field(tail, 'hash')
end

-- The events that say what a model call used.
local USED = {turn_spoken = true, moderated = true, vote_cast = true, call_failed = true}

local outcome = 'DUP'
local seq = first
for i = 5, #ARGV, 7 do
  local id = string.format('%.0f-1', seq)
  if seq <= last then
    local there = redis.call('XRANGE', log, id, id)[1]
    if not there or field(there, 'key') ~= ARGV[i + 2] or field(there, 'hash') ~= ARGV[i + 5] then
      return {'CONFLICT', last, ''}
    end
  elseif seq > last + 1 then
    return {'GAP', last, ''}
  elseif ARGV[i + 4] ~= hash then
    return {'CONFLICT', last, ''}
  else
    local type, at, payload = ARGV[i], ARGV[i + 1], ARGV[i + 3]
    redis.call('XADD', log, id, 'type', type, 'at', at, 'key', ARGV[i + 2],
      'payload', payload, 'prev', ARGV[i + 4], 'hash', ARGV[i + 5])
    last, hash, outcome = seq, ARGV[i + 5], 'OK'
    local event = table.concat({'{"schema":"lida.event/v1","run_id":"', run,
      '","seq":', string.format('%.0f', seq), ',"type":"', type, '","at":"', at,
      '","hash":"', hash, '","prev_hash":"', ARGV[i + 4], '","payload":', payload, '}'})
    redis.call('PUBLISH', 'lida:deliberation:' .. run, event)
    if ARGV[i + 6] ~= '' then
      redis.call('PUBLISH', 'lida:agent:' .. ARGV[i + 6], event)
    end
    if string.sub(type, 1, 4) == 'run_' then
      redis.call('PUBLISH', 'lida:events', event)
    elseif USED[type] then
      redis.call('PUBLISH', 'lida:metrics', event)
    end
  end
  seq = seq + 1
end
return {outcome, last, held[2] or ''}
