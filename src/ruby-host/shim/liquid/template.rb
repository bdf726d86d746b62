# frozen_string_literal: true

module Liquid
  # A text with Liquid in it, rendered over there.
  class Template
    attr_accessor :root, :name, :errors, :warnings
    attr_writer :registers, :assigns

    @tags = {}

    class << self
      attr_accessor :error_mode, :file_system, :taint_mode, :default_exception_renderer

      def tags = Utterson::Registered.tag_table

      def register_tag(name, klass) = Utterson::Registered.tag(name.to_s, klass)

      def register_filter(mod) = Utterson::Registered.filter(mod)

      def parse(source, options = {})
        new.parse(source, options)
      end
    end

    def initialize
      @errors = []
      @warnings = []
    end

    def parse(source, _options = {})
      @source = source.to_s
      self
    end

    def registers = (@registers ||= {})

    def assigns = (@assigns ||= {})

    def instance_assigns = assigns

    def render(*args)
      context = args.shift
      options = args.last.is_a?(Hash) ? args.last : {}
      context = context.first if context.is_a?(Array)
      frame = context.is_a?(Context) ? context.frame : Utterson.frame
      Utterson.ask("render", @source, frame, names_of(context, options))
    end

    def render!(*args) = render(*args)

    private

    def names_of(context, _options)
      case context
      when Context then context.wire_names
      when nil then Utterson.wire(assigns)
      when Jekyll::Drops::UnifiedPayloadDrop then Utterson.wire(context.own)
      when Hash then Utterson.wire(assigns.merge(context))
      else Utterson.wire(context.to_h)
      end
    end
  end

  class Strainer
    def self.global_filter(mod) = Template.register_filter(mod)
  end

  module StandardFilters; end
  module Utils; end
  class BlankFileSystem; end
  class LocalFileSystem; end
end
