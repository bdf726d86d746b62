# frozen_string_literal: true

module Jekyll
  class EntryFilter
    def initialize(site, base = nil)
      @site = site
      @base = base
    end

    def filter(entries) = entries.reject { |name| name.start_with?(".", "_", "#") || name.end_with?("~") || excluded?(name) }
    def excluded?(name) = glob_include?(@site.exclude, name)
    def included?(name) = glob_include?(@site.include, name)
    def special?(name) = name.start_with?(".", "_", "#", "~")
    def backup?(name) = name.end_with?("~")
    def glob_include?(patterns, name) = patterns.any? { |pattern| File.fnmatch?(pattern.to_s, name) || name.start_with?("#{pattern.to_s.chomp("/")}/") }
  end
end
