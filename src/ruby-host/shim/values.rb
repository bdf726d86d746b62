# frozen_string_literal: true

module Utterson
  # What crosses over: plain values as they are, what is not to be copied as a reference.
  def self.wire(value)
    case value
    when nil, true, false, Integer, Float, Time, Date then value
    when String then value.instance_of?(String) ? value : String.new(value)
    when Symbol then value.to_s
    when Array then value.map { |item| wire(item) }
    when Hash then value.each_with_object({}) { |(key, item), hash| hash[key.is_a?(Symbol) ? key : wire(key)] = wire(item) }
    when Referred then value
    when Range then value.begin.is_a?(Integer) && value.end.is_a?(Integer) ? value : Handle.new(value)
    else wire_object(value)
    end
  end

  def self.wire_object(value)
    return wire(value.data_for_wire) if value.respond_to?(:data_for_wire)
    return Handle.new(value) if value.is_a?(Liquid::Drop) || !value.respond_to?(:to_liquid)

    liquid = value.to_liquid
    liquid.equal?(value) ? Handle.new(value) : wire(liquid)
  end

  # An object known over there by a name.
  module Referred
    def _dump(_level) = reference
  end

  # How an object is written that stays here: by a number.
  class Handle
    @objects = []
    @numbers = {}.compare_by_identity

    class << self
      def fetch(number) = @objects.fetch(number)

      def number(object)
        @numbers[object] ||= @objects.push(object).size - 1
      end
    end

    def initialize(object)
      @number = Handle.number(object)
    end

    include Referred

    def reference = "h:#{@number}"
  end

  # How references come from over there: `f:` a file itself, `d:` what templates see of a document, `s:` the site, `h:` an object of ours,
  # `j:` one of theirs.
  class Ref
    def self._load(text)
      name = text[2..]
      case text[0]
      when "f" then seen(name)
      when "d" then Jekyll::Drops::DocumentDrop.of(seen(name))
      when "s" then Jekyll::Drops::SiteDrop.of(Utterson.site)
      when "h" then Handle.fetch(name.to_i)
      when "j" then Foreign.new(name.to_i, text)
      end
    end

    # What it is itself nobody asks for.
    def self.seen(id)
      Utterson.site.look_at(id)
      Utterson.site.file(id)
    end
    private_class_method :seen
  end

  class << self
    attr_accessor :site, :settings
  end
end
