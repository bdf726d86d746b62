# frozen_string_literal: true

module Utterson
  # What plugins register, in order.
  module Registered
    @tags = {}
    @filters = []
    @hooks = []
    @plugins = []
    @required = []
    @fresh = { "tags" => [], "filters" => [] }

    class << self
      attr_reader :hooks, :plugins, :required

      def tag_table = @tags

      def tag(name, klass)
        @tags[name] = klass
        builtin = klass.ancestors.filter_map { |one| BuiltIn.name_of(one) }.first if klass.is_a?(Class)
        @fresh["tags"] << [name, klass.is_a?(Class) && klass <= Liquid::Block, builtin]
      end

      # Names of those whose making is the shim's own affair: it asks for nothing, and nobody sees when it is done.
      def bare_tags = @tags.filter_map { |name, klass| name if klass.is_a?(Class) && klass <= Liquid::Tag && bare?(klass) }

      def filter(mod)
        return if Utterson.filter_modules.include?(mod)

        Strainer.include(mod)
        mod.public_instance_methods.each do |name|
          next if mod.instance_method(name).source_location&.first == SHIM

          required, most = arity(mod.instance_method(name))
          @fresh["filters"] << [name.to_s, required, most]
        end
      end

      # Filters that are there without a word, since a file has reopened a module of them. What is new in one is none: nobody has registered it.
      def reopened
        Utterson.filter_modules.each do |mod|
          names = mod.public_instance_methods(false).select { |name| Utterson.filter?(name) && mod.instance_method(name).source_location&.first != SHIM }
          names.reject { |name| (@reopened ||= {})[[mod, name]] == mod.instance_method(name) }.each do |name|
            @reopened[[mod, name]] = mod.instance_method(name)
            Strainer.include(mod)
            @fresh["filters"] << [name.to_s, *arity(mod.instance_method(name))]
          end
        end
      end

      # What a file has registered since it was asked last.
      def take(plugins_before, hooks_before)
        reopened
        fresh = @fresh
        @fresh = { "tags" => [], "filters" => [] }
        fresh.merge("required" => @required.slice!(0..), "hooks" => @hooks.drop(hooks_before).map { |hook| hook[0..3] },
                    "plugins" => @plugins.drop(plugins_before).select(&:name).map { |klass| plugin(klass) }.compact)
      end

      def plugin_number(klass) = @plugins.index(klass)

      private

      def bare?(klass)
        making = [klass.method(:parse), *[klass, Liquid::Tag].product(%i[initialize parse blank?]).map { |one, name| one.instance_method(name) }]
        making.all? { |one| one.source_location&.first == SHIM } &&
          klass.method(:new).source_location == Class.instance_method(:new).source_location &&
          [Liquid::Tag, Liquid::Block].include?(klass.instance_method(:initialize).owner)
      end

      def plugin(klass)
        kind = { Jekyll::Generator => "generator", Jekyll::Converter => "converter", Jekyll::Command => "command" }
               .find { |base, _| klass < base }&.last
        return nil if kind.nil? || klass.name.start_with?("Jekyll::Converters::Markdown", "Jekyll::Converters::Identity")

        [plugin_number(klass), kind, klass.name, klass.respond_to?(:priority) ? klass.priority.to_s : "normal",
         klass.superclass.name.to_s.start_with?("Jekyll::Converters::")]
      end

      def arity(method)
        kinds = method.parameters.map(&:first)
        required = kinds.count(:req)
        most = kinds.include?(:rest) ? -1 : required + kinds.count(:opt)
        most += 1 if most >= 0 && kinds.any? { |kind| %i[key keyreq keyrest].include?(kind) }
        [[required - 1, 0].max, most.negative? ? -1 : [most - 1, 0].max]
      end
    end
  end

  # What filters run in: all that are registered, and ours behind them.
  class Strainer
    def initialize(context) = @context = context

    attr_reader :context

    def method_missing(name, *args)
      Utterson.filter?(name) ? Utterson.ask("filter", name.to_s, Utterson.frame, Utterson.wire(args)) : super
    end

    def respond_to_missing?(name, all = false) = Utterson.filter?(name) || super
  end

  class << self
    # The innermost rendering, as a number; nil outside of any.
    attr_accessor :frame

    def filter?(name) = @filters.include?(name.to_s)

    # Modules of our own filters.
    def filter_modules = [Jekyll::Filters, Liquid::StandardFilters]

    def filters=(names)
      @filters = Set.new(names)
      filter_modules.each do |mod|
        # Whoever calls one by its module wants it, whatever stands in its place in templates.
        names.each do |name|
          mod.define_method(name) { |*args| Utterson.ask("own_filter", name, Utterson.frame, Utterson.wire(args)) }
        end
      end
    end
  end
end
