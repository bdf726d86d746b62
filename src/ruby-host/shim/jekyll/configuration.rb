# frozen_string_literal: true

module Jekyll
  module Errors
    FatalException = Class.new(::RuntimeError)
    InvalidThemeName = Class.new(FatalException)
    DropMutationException = Class.new(FatalException)
    InvalidPermalinkError = Class.new(FatalException)
    InvalidYAMLFrontMatterError = Class.new(FatalException)
    MissingDependencyException = Class.new(FatalException)
    InvalidDateError = Class.new(FatalException)
    InvalidPostNameError = Class.new(FatalException)
    PostURLError = Class.new(FatalException)
    InvalidURLError = Class.new(FatalException)
    InvalidConfigurationError = Class.new(FatalException)
  end

  class Configuration < Hash
    def get_config_value_with_override(key, override) = override[key] || self[key]
    def quiet?(override = {}) = override["quiet"] || self["quiet"]
    def source(override = {}) = override["source"] || self["source"]
    def verbose?(override = {}) = override["verbose"] || self["verbose"]
    def safe_load_file(path) = Utterson.ask("yaml", File.read(path, encoding: "UTF-8"))

    DEFAULTS = {}.freeze
  end

  # Tells what goes on.
  class LogAdapter
    LOG_LEVELS = { debug: 0, info: 1, warn: 2, error: 3 }.freeze
    attr_reader :messages
    attr_accessor :log_level

    def initialize
      @messages = []
      @log_level = :info
    end
    alias level log_level
    def writer = self
    def adjust_verbosity(_options = {}); end

    LOG_LEVELS.each_key do |name|
      define_method(name) { |topic = nil, message = nil, &block| write(name, topic, message, &block) }
    end

    def abort_with(topic, message = nil, &block)
      error(topic, message, &block)
      raise SystemExit
    end

    def message(topic, message = nil) = "#{formatted_topic(topic)}#{message.to_s.gsub(/\s+/, " ")}"
    def formatted_topic(topic, _colon = false) = "#{topic} ".rjust(20)

    private

    def write(level, topic, message)
      message = yield if block_given?
      Utterson.ask("log", level.to_s, topic.to_s, message.nil? ? nil : message.to_s)
    end
  end

  Stevenson = LogAdapter
end
