# Renders texts over and over with kramdown and prints microseconds a kilobyte as JSON, of wall and of processor time:
# `ruby bench/render-once.rb TEXTS.json`.
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'

OPTIONS = { input: 'GFM', hard_wrap: false, syntax_highlighter: nil }.freeze

def clocks
  [Process::CLOCK_MONOTONIC, Process::CLOCK_PROCESS_CPUTIME_ID].map { |id| Process.clock_gettime(id) }
end

texts = JSON.parse(File.read(ARGV.fetch(0), encoding: 'UTF-8'))
pass = -> { texts.each { |text| Kramdown::Document.new(text, OPTIONS).to_html } }
pass.call
start = clocks
count = 0
while count.zero? || clocks.last - start.last < 1
  pass.call
  count += 1
end
wall, cpu = clocks.zip(start).map { |now, before| (now - before) * 1e6 / (count * texts.sum(&:bytesize) / 1000.0) }
puts JSON.generate(wall: wall, cpu: cpu)
