# frozen_string_literal: true

# What is there in a Jekyll without a plugin's asking, since Jekyll or a gem of its loads it: libraries of Ruby's own when they are first named,
# and stand-ins for those few gems, as far as plugins use them.
{
  Base64: "base64", BigDecimal: "bigdecimal", CSV: "csv", Digest: "digest", ERB: "erb", Find: "find", Forwardable: "forwardable", I18n: "i18n",
  Logger: "logger", MonitorMixin: "monitor", OpenStruct: "ostruct", OptionParser: "optparse", REXML: "rexml/document", SafeYAML: "safe_yaml",
  SingleForwardable: "forwardable", StringScanner: "strscan", Tempfile: "tempfile",
}.each { |name, file| autoload(name, file) unless Object.const_defined?(name) }

unless defined?(Gem)
  module Gem
    autoload :Version, "rubygems/version"
    autoload :Requirement, "rubygems/requirement"
  end
end

module Utterson
  # Gems that Jekyll brings, where they are not installed.
  module StandIns
    NAMES = %w(i18n safe_yaml safe_yaml/load colorator).freeze

    # Whether one stands in for a gem; it is there from then on.
    def self.load(name)
      return false unless NAMES.include?(name)

      { "i18n" => [:I18n, Translation], "safe_yaml" => [:SafeYAML, Yaml] }[name[/\A[^\/]+/]]&.then do |constant, mod|
        Object.const_set(constant, mod) if Object.autoload?(constant) || !Object.const_defined?(constant)
      end
      true
    end

    # As much of I18n as plugins call.
    module Translation
      Config = Struct.new(:available_locales, :default_locale, :locale, :enforce_available_locales)
      @config = Config.new([:en], :en, :en, false)

      class << self
        attr_reader :config

        Config.members.each do |name|
          define_method(name) { config[name] }
          define_method("#{name}=") { |value| config[name] = value }
        end

        def transliterate(text, *) = Utterson.ask("transliterate", text.to_str)
      end
    end

    # YAML as Jekyll reads it.
    module Yaml
      OPTIONS = {}

      def self.load(text, *) = Utterson.ask("yaml", text.to_s)
      def self.load_file(path, *) = load(File.read(path, encoding: "UTF-8"))
    end
  end
end

# Colours of messages.
class String
  { black: 30, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36, white: 37, bold: 1 }.each do |name, code|
    define_method(name) { "\e[#{code}m#{self}\e[0m" } unless method_defined?(name)
  end
end
