# frozen_string_literal: true

module Liquid
  # Values that a template sees: names, scopes, registers of a rendering over there.
  class Context
    attr_reader :frame
    attr_accessor :exception_renderer, :template_name, :partial, :global_filter, :strict_variables, :strict_filters

    # One made by a plugin stands for values of its own; one of a rendering has the rendering's number.
    def initialize(environments = {}, outer_scope = {}, registers = {}, _rethrow = false, _limits = nil)
      @names = [environments].flatten.map { |one| one.respond_to?(:to_h) ? one.to_h : {} }.reverse.reduce({}, :merge)
      @names = @names.merge(outer_scope)
      @registers = registers
      @registers[:site] ||= Utterson.site
    end

    def self.of(frame, registers, line = nil)
      context = allocate
      context.send(:attach, frame, registers, line)
      context
    end

    def errors = (@errors ||= [])

    def warnings = []

    def registers
      @registers ||= Utterson::Registers.of(@register_number, self)
    end

    def [](markup)
      return markup unless markup.is_a?(String) || markup.is_a?(Symbol)
      return Utterson::Plain.find(@names, markup.to_s) if @names

      Utterson::Given.find(@frame, markup.to_s)
    end

    def []=(name, value)
      return @names[name.to_s] = value if @names

      Utterson.ask("set", @frame, name.to_s, Utterson.wire(value))
    end

    def key?(name) = !self[name].nil?
    alias has_key? key?

    def find_variable(name, raise_on_not_found: true) = self[name] # rubocop:disable Lint/UnusedMethodArgument

    def evaluate(expression)
      return expression.evaluate(self) if expression.respond_to?(:evaluate)

      expression
    end

    def evaluate_output(markup) = Utterson.ask("render", "{{#{markup}}}", @frame, wire_names)

    def stack(scope = nil)
      push(scope || {})
      yield
    ensure
      pop
    end

    def push(scope = {})
      return (@pushed ||= []).push(@names) && @names = @names.merge(scope) if @names

      Utterson.ask("push", @frame, Utterson.wire(scope))
    end

    def pop
      return @names = @pushed.pop if @names

      Utterson.ask("pop", @frame)
    end

    def merge(scope)
      scope.each { |name, value| self[name] = value }
    end

    def scopes = (@scopes ||= [Utterson::Names.new(self, false), Utterson::Names.new(self, true)])

    def environments = (@environments ||= [Utterson::Names.new(self, false, true)])

    def invoke(name, *args) = strainer.public_send(name, *args)

    def strainer = (@strainer ||= Utterson::Strainer.new(self))

    def handle_error(error, _line = nil) = raise(error)

    def resource_limits = Struct.new(:render_score, :render_length, :assign_score).new(0, 0, 0)

    # For what is rendered elsewhere with these names.
    def wire_names = @names && Utterson.wire(@names)

    def add_filters(filters) = [filters].flatten.each { |filter| strainer.extend(filter) }

    private

    def attach(frame, registers, line)
      @frame = frame
      @register_number = registers
      @line = line
    end
  end
end
