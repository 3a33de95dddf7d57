-- A study with all that is noted of it.
-- KEYS: plan, sign that it is driven
-- Answers {driven, {field, value, ...}}; without fields if there is no such study.
return {redis.call('EXISTS', KEYS[2]), redis.call('HGETALL', KEYS[1])}
