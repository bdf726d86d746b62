# frozen_string_literal: true

module Liquid
  class Error < StandardError
    attr_accessor :line_number, :template_name, :markup_context

    def to_s(_with_prefix = true) = super()
  end

  ArgumentError = Class.new(Error)
  ContextError = Class.new(Error)
  FileSystemError = Class.new(Error)
  StandardError = Class.new(Error)
  SyntaxError = Class.new(Error)
  StackLevelError = Class.new(Error)
  MemoryError = Class.new(Error)
  ZeroDivisionError = Class.new(Error)
  FloatDomainError = Class.new(Error)
  UndefinedVariable = Class.new(Error)
  UndefinedFilter = Class.new(Error)
  UndefinedDropMethod = Class.new(Error)
  InternalError = Class.new(Error)

  FilterSeparator = /\|/
  ArgumentSeparator = ","
  FilterArgumentSeparator = ":"
  VariableAttributeSeparator = "."
  WhitespaceControl = "-"
  TagStart = /\{\%/
  TagEnd = /\%\}/
  VariableSignature = /\(?[\w\-\.\[\]]\)?/
  VariableSegment = /[\w\-]/
  VariableStart = /\{\{/
  VariableEnd = /\}\}/
  VariableIncompleteEnd = /\}\}?/
  QuotedString = /"[^"]*"|'[^']*'/
  QuotedFragment = /#{QuotedString}|(?:[^\s,\|'"]|#{QuotedString})+/o
  TagAttributes = /(\w+)\s*\:\s*(#{QuotedFragment})/o
  AnyStartingTag = /#{TagStart}|#{VariableStart}/o
  PartialTemplateParser = /#{TagStart}.*?#{TagEnd}|#{VariableStart}.*?#{VariableIncompleteEnd}/om
  TemplateParser = /(#{PartialTemplateParser}|#{AnyStartingTag})/om
  VariableParser = /\[[^\]]+\]|#{VariableSegment}+\??/o

  # What a tag is made with besides its markup.
  class ParseContext
    attr_accessor :line_number, :locale, :trim_whitespace, :depth, :partial, :error_mode

    def initialize(options = {})
      @options = options
      @line_number = options[:line_number]
      @error_mode = :warn
      @warnings = []
    end

    attr_reader :warnings

    def [](key) = @options[key]

    def parse_expression(markup) = Expression.parse(markup)
  end

  class Expression
    def self.parse(markup) = markup.is_a?(String) ? VariableLookup.new(markup) : markup
  end

  # An expression, evaluated where templates are.
  class VariableLookup
    attr_reader :name, :lookups

    def self.parse(markup) = new(markup)

    def initialize(markup)
      @markup = markup
      @name = markup[/\A[\w-]+/]
      @lookups = markup.scan(VariableParser).drop(1)
    end

    def evaluate(context) = context[@markup]
  end

  class Variable
    attr_reader :raw, :name, :filters

    def initialize(markup, _parse_context = nil)
      @raw = markup
      @name = markup
      @filters = []
    end

    def render(context) = context.evaluate_output(@raw)
  end
end
