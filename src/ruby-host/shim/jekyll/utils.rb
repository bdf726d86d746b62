# frozen_string_literal: true

module Jekyll
  module Utils
    extend self

    SLUGIFY_MODES = %w(raw default pretty ascii latin).freeze

    def titleize_slug(slug) = slug.split("-").map!(&:capitalize).join(" ")

    def slugify(string, mode: nil, cased: false)
      string.nil? ? nil : Utterson.ask("slugify", string.to_s, mode, cased)
    end

    def deep_merge_hashes(master, other) = deep_merge_hashes!(master.dup, other)

    def deep_merge_hashes!(target, overwrite)
      target.merge!(overwrite) do |_key, old, new|
        if new.nil? then old
        elsif old.is_a?(Hash) && new.is_a?(Hash) then deep_merge_hashes(old, new)
        else new
        end
      end
      target.default_proc ||= overwrite.default_proc if target.is_a?(Hash) && overwrite.is_a?(Hash)
      target
    end

    def mergable?(value) = value.is_a?(Hash) || value.is_a?(Drops::Drop)

    def duplicable?(object) = ![nil, false, true].include?(object) && !object.is_a?(Symbol) && !object.is_a?(Numeric)

    def pluralized_array_from_hash(hash, singular, plural)
      one = hash[singular] if hash.key?(singular)
      many = hash[plural]
      list = one ? [one] : []
      list.concat(many.is_a?(String) ? many.split : Array(many)) if one.nil? && many
      list.flatten.compact
    end

    def transform_keys(hash) = hash.transform_keys { |key| yield key }
    def symbolize_hash_keys(hash) = hash.transform_keys { |key| key.respond_to?(:to_sym) ? key.to_sym : key }
    def stringify_hash_keys(hash) = hash.transform_keys(&:to_s)

    def parse_date(input, message = "Input could not be parsed.")
      Time.parse(input).localtime
    rescue ::ArgumentError
      raise Errors::InvalidDateError, "Invalid date '#{input}': #{message}"
    end

    def has_yaml_header?(file) = File.open(file, "rb", &:readline).match?(/\A---\s*\r?\n/)
    def has_liquid_construct?(content) = content.to_s.include?("{%") || content.to_s.include?("{{")

    def safe_glob(dir, patterns, flags = 0)
      return [] unless Dir.exist?(dir)

      pattern = File.join(Array(patterns))
      return [dir] if pattern.empty?

      Dir.chdir(dir) { Dir.glob(pattern, flags) }.map { |name| File.join(dir, name) }
    end

    def merged_file_read_opts(site, options) = (site ? site.file_read_opts : {}).merge(options)

    def strip_heredoc(text) = text.gsub(/^[ \t]{#{(text.scan(/^[ \t]*(?=\S)/).min || "").size}}/, "")

    def add_permalink_suffix(template, style)
      template = template.dup
      case style
      when :pretty then template << "/"
      when :date, :ordinal, :none then template << ":output_ext"
      else
        template << "/" if style.to_s.end_with?("/")
        template << ":output_ext" if style.to_s.end_with?(":output_ext")
      end
      template
    end

    module Platforms
      extend self

      def windows? = false
      alias really_windows? windows?
      def osx? = false
      def linux? = true
      def mri? = true
      def jruby? = false
    end
  end

  module External
    extend self

    def require_with_graceful_fail(names) = Array(names).each { |name| require name }
    def require_if_present(names) = Array(names).each { |name| require name rescue LoadError } # rubocop:disable Style/RescueModifier
    def blessed_gems = []
  end

  module Deprecator
    extend self

    def deprecation_message(message) = Jekyll.logger.warn("Deprecation:", message)
  end

  module PathManager
    extend self

    def join(base, item) = File.join(base.to_s, item.to_s)
    def sanitized_path(base, path) = Jekyll.sanitized_path(base, path)
  end

  class << self
    def env = Utterson::Reads.note("env:JEKYLL_ENV") || Utterson.settings["environment"]
    def logger = (@logger ||= LogAdapter.new)
    def logger=(writer); end
    def configuration(override = {}) = Utterson.site.config.merge(Utils.stringify_hash_keys(override))
    def sites = [Utterson.site]
    def set_timezone(zone) = ENV["TZ"] = zone

    # The path as if the folder were the root of all.
    def sanitized_path(base, questionable)
      return base if questionable.nil? || base.eql?(questionable)

      clean = File.expand_path(questionable.start_with?("~") ? "/#{questionable}" : questionable, "/")
      return clean if clean == base || clean.start_with?("#{base.chomp("/")}/")

      File.join(base, clean)
    end
  end
end
