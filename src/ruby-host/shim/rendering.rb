# frozen_string_literal: true

module Utterson
  # Tags of ours by the class that has them in Ruby.
  module BuiltIn
    NAMES = {
      "Liquid::Raw" => "raw", "Liquid::Capture" => "capture", "Liquid::Comment" => "comment", "Liquid::If" => "if",
      "Liquid::Unless" => "unless", "Liquid::Case" => "case", "Liquid::For" => "for", "Liquid::TableRow" => "tablerow",
      "Liquid::Ifchanged" => "ifchanged", "Liquid::Assign" => "assign", "Liquid::Cycle" => "cycle", "Liquid::Include" => "include",
      "Liquid::Increment" => "increment", "Liquid::Decrement" => "decrement", "Jekyll::Tags::IncludeTag" => "include",
      "Jekyll::Tags::IncludeRelativeTag" => "include_relative", "Jekyll::Tags::OptimizedIncludeTag" => "include",
      "Jekyll::Tags::HighlightBlock" => "highlight", "Jekyll::Tags::Link" => "link", "Jekyll::Tags::PostUrl" => "post_url",
    }.freeze

    def self.name_of(mod) = NAMES[mod.name]
  end

  # Which arguments a method cannot be called without.
  def self.wants_arguments?(object, name)
    object.public_method(name).parameters.any? { |kind, _| %i[req keyreq].include?(kind) }
  end

  # Values behind dots and brackets in a Hash of a plugin's own.
  module Plain
    def self.find(names, markup)
      case markup
      when /\A(['"])(.*)\1\z/m then return Regexp.last_match(2)
      when /\A-?\d+\z/ then return markup.to_i
      when /\A-?\d+\.\d+\z/ then return markup.to_f
      when "nil", "null", "" then return nil
      when "true" then return true
      when "false" then return false
      end
      first, *rest = markup.scan(Liquid::VariableParser)
      value = names[first]
      value = Utterson.ask("global", first) if value.nil? && !names.key?(first)
      rest.reduce(value) { |object, key| object.respond_to?(:[]) ? object[key.delete("[]'\"")] : nil }
    end
  end

  # Names that plugins gave to all templates of the build: Jekyll has one payload for all pages.
  module Environment
    @names = {}
    @images = {}

    class << self
      def [](name) = @names.key?(name) ? @names[name] : Utterson.ask("global", name)

      def []=(name, value)
        @names[name] = value
        tell(name)
      end

      # Tells of lists and mappings that have been changed since.
      def settle
        @names.each { |name, value| tell(name) if Utterson.image(value) != @images[name] }
      end

      def forget = [@names, @images].each(&:clear)

      private

      def tell(name)
        @images[name] = Utterson.image(@names[name])
        Utterson.ask("payload", name, Utterson.wire(@names[name]))
      end
    end
  end

  # The names of a context, as a Hash that asks.
  class Names
    def initialize(context, outermost, global = false)
      @context = context
      @outermost = outermost
      @global = global
    end

    def [](name) = @global ? Environment[name.to_s] : @context[name.to_s]

    def []=(name, value)
      return Environment[name.to_s] = value if @global

      Utterson.ask(@outermost ? "assign" : "set", @context.frame, name.to_s, Utterson.wire(value))
    end
    alias store []=

    def key?(name) = !self[name].nil?
    alias has_key? key?
    alias include? key?

    def fetch(name, default = nil) = self[name] || default || (block_given? ? yield(name) : nil)

    def dig(name, *rest) = rest.empty? ? self[name] : self[name]&.dig(*rest)

    def merge!(other) = other.each { |name, value| self[name] = value }
    alias update merge!

    def delete(name) = self[name].tap { self[name] = nil }
  end

  # What a template's tags leave for each other.
  class Registers < Hash
    @all = {}

    def self.of(number, context)
      registers = (@all[number] ||= new)
      registers.instance_variable_set(:@context, context)
      registers
    end

    def self.forget = @all.clear

    def [](key)
      case key
      when :site then Utterson.site
      when :page then key?(:page) ? super : Utterson.ask("global", "page")
      else super
      end
    end

    def fetch(key, *rest)
      %i[site page].include?(key) ? self[key] : super
    end
  end

  # A drop of theirs.
  class Foreign < Liquid::Drop
    include Referred
    attr_reader :reference

    def initialize(number, reference)
      super()
      @number = number
      @reference = reference
    end

    def [](key) = Utterson.ask("drop_get", @number, key.to_s)
    alias invoke_drop []

    def key?(key) = Utterson.ask("drop_has", @number, key.to_s)

    def keys = Utterson.ask("drop_keys", @number)

    def to_h = keys.to_h { |key| [key, self[key]] }

    def each(&block) = to_h.each(&block)

    def to_s = Utterson.ask("drop_text", @number)

    def method_missing(name, *args)
      args.empty? && key?(name.to_s) ? self[name.to_s] : super
    end

    def respond_to_missing?(name, all = false) = key?(name.to_s) || super
  end
end
