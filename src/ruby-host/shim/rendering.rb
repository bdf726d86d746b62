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
    # Bytes up to which all values are compared after each tag; with more, it is those that were looked up: pages leave names for each other
    # that nobody wants any more.
    MOST = 16_384

    @names = {}
    @images = {}
    @size = 0
    @looked_up = {}

    class << self
      def [](name)
        return Utterson.ask("global", name) unless @names.key?(name)

        Reads.note("unseen")
        @looked_up[name] = true
        @names[name]
      end

      def []=(name, value)
        @names[name] = value
        @looked_up[name] = true
        tell(name, Utterson.image(value))
      end

      # Tells of lists and mappings that have been changed since.
      def settle
        (@size <= MOST ? @names : @looked_up).keys.each do |name|
          image = Utterson.image(@names[name])
          tell(name, image) if image.nil? ? @looked_up.key?(name) : image != @images[name]
        end
        @looked_up.clear if Utterson.frame.nil?
      end

      def forget
        [@names, @images, @looked_up].each(&:clear)
        @size = 0
      end

      private

      def tell(name, image)
        @size += image.to_s.bytesize - @images[name].to_s.bytesize
        @images[name] = image
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

    # What else there is some call has left.
    (Hash.public_instance_methods(false) - %i[[] fetch hash]).each do |name|
      define_method(name) do |*args, **options, &block|
        Reads.note("unseen")
        super(*args, **options, &block)
      end
    end

    def [](key)
      return Utterson.site if key == :site
      return Utterson.ask("global", "page") if key == :page && !own_page?

      Reads.note("unseen")
      super
    end

    def []=(key, value)
      Reads.note("unseen")
      super
    end

    def fetch(key, *rest)
      return self[key] if %i[site page].include?(key)

      Reads.note("unseen")
      super
    end

    private

    HAS_KEY = Hash.instance_method(:key?)

    def own_page? = HAS_KEY.bind(self).call(:page)
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
