# frozen_string_literal: true

module Jekyll
  VERSION = "4.4.1"

  class Plugin
    PRIORITIES = { low: -10, highest: 100, lowest: -100, normal: 0, high: 10 }.freeze
    PRIORITY_MAP = PRIORITIES

    class << self
      def inherited(klass)
        super
        klass.catch_inheritance(klass)
      end

      def catch_inheritance(klass)
        Utterson::Registered.plugins << klass
      end

      def descendants = Utterson::Registered.plugins.select { |klass| klass < self }

      def priority(value = nil)
        @priority ||= nil
        @priority = value if value && PRIORITIES.key?(value)
        @priority || :normal
      end

      def safe(value = nil)
        @safe = value unless value.nil? && defined?(@safe) && !@safe.nil?
        @safe || false
      end

      def <=>(other) = PRIORITIES[other.priority] <=> PRIORITIES[priority]
    end

    def initialize(config = {}) = @config = config
  end

  class Generator < Plugin; end

  class Converter < Plugin
    class << self
      def highlighter_prefix(value = nil) = value ? @highlighter_prefix = value : (@highlighter_prefix ||= nil)
      def highlighter_suffix(value = nil) = value ? @highlighter_suffix = value : (@highlighter_suffix ||= nil)
    end

    def highlighter_prefix = self.class.highlighter_prefix
    def highlighter_suffix = self.class.highlighter_suffix
  end

  class Command < Plugin; end
end
