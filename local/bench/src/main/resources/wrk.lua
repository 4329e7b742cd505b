-- Sends the calls of the file BENCH_CALLS in turn and writes one line of numbers at the end. See Call.java and Load.java for both forms. Of BENCH_THREADS
-- threads each has calls of its own, so that none comes again before all others had their turn.

local threads = 0

function setup(thread)
   threads = threads + 1
   thread:set("number", threads)
end

function init()
   calls, turn, step = {}, number, tonumber(os.getenv("BENCH_THREADS"))
   for line in io.lines(os.getenv("BENCH_CALLS")) do
      local method, path, joined, body = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)$")
      local headers = {}
      for name, value in joined:gmatch("([^:\31]+): ([^\31]*)") do headers[name] = value end
      if body == "" then body = nil end
      local call = { method = method, path = path, headers = headers, body = body }
      if not (body and body:find("@N@", 1, true)) then call.text = wrk.format(method, path, headers, body) end
      calls[#calls + 1] = call
   end
   unique = os.getenv("BENCH_RUN") .. "_" .. number .. "_"
end

function request()
   turn = turn + step
   local call = calls[turn % #calls + 1]
   if call.text then return call.text end
   return wrk.format(call.method, call.path, call.headers, (call.body:gsub("@N@", unique .. turn)))
end

function done(summary, latency)
   local errors = summary.errors
   io.write(string.format("maestro-bench %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
      latency:percentile(99), errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
