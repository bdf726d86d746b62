# frozen_string_literal: true

# What plugins of a Jekyll site find in place of Jekyll and Liquid: their classes by use, in our own words (Jekyll 4.4.1, Liquid 4.0.4). The
# site itself is on the other side of a wire; here are copies of what was asked for. What changes in them goes back when a call is over.
#
# Everything of ours that plugins do not expect stands in `Utterson`. A child is started with the numbers of the wire's two ends.

require "date"
require "stringio"
require "time"
require "set"
require "json"
require "yaml"
require "cgi"
require "uri"
require "fileutils"
require "pathname"
require "rbconfig"

require_relative "plain/reads"
require_relative "wire"
require_relative "mailbox"
require_relative "marks"
require_relative "errors"
require_relative "values"
require_relative "given"
require_relative "liquid/extensions"
require_relative "liquid/syntax"
require_relative "liquid/tag"
require_relative "liquid/drop"
require_relative "liquid/context"
require_relative "liquid/template"
require_relative "rendering"
require_relative "registered"
require_relative "jekyll/plugin"
require_relative "jekyll/configuration"
require_relative "jekyll/hooks"
require_relative "jekyll/cache"
require_relative "jekyll/utils"
require_relative "jekyll/drops"
require_relative "jekyll/url"
require_relative "mirror"
require_relative "jekyll/page"
require_relative "jekyll/document"
require_relative "jekyll/static-file"
require_relative "jekyll/layout"
require_relative "jekyll/collection"
require_relative "jekyll/renderer"
require_relative "jekyll/entry-filter"
require_relative "jekyll/last-modified-at"
require_relative "jekyll/converters"
require_relative "jekyll/tags"
require_relative "jekyll/site"
require_relative "site-copy"
require_relative "record"
require_relative "old-ruby"
require_relative "watch"
require_relative "network"
require_relative "require"
require_relative "libraries"
require_relative "wasm"
require_relative "plain/names"
require_relative "plain/reading"
require_relative "plain/locals"
require_relative "plain/verdicts"
require_relative "plain/tracked"
require_relative "plain/copies"
require_relative "calls"

Utterson::Tracked.begin
Utterson.seal

if RUBY_PLATFORM.include?("wasm")
  Utterson::Wire.way = Utterson::Mailbox.new
else
  Utterson::Wire.way = Utterson::Pipes.new(*ARGV)
  ARGV.clear
  Utterson::Wire.serve
  exit!
end
