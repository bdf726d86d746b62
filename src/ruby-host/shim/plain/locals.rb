# frozen_string_literal: true

module Utterson
  # Which local variables of a method hold what nobody else has.
  class PlainLocals
    Node = PlainReading::Node

    def initialize(body)
      @assigned = Hash.new { |all, name| all[name] = [] }
      @given = Set.new
      @block = nil
      read(body)
    end

    def block?(name) = name == @block

    # Whether it is the first that the method was given.
    def context?(node) = node.is_a?(Node) && node.type == :LVAR && node.children.first == @first && !@assigned.key?(@first)

    # Whether an object's variable was given such a value by the method itself.
    def fresh_variable?(node) = node.is_a?(Node) && node.type == :IVAR && fresh_local?(node.children.first)

    def fresh?(node)
      return false unless node.is_a?(Node)

      case node.type
      when :STR, :DSTR, :LIST, :ARRAY, :ZLIST, :ZARRAY, :HASH, :INTEGER, :FLOAT, :LIT, :NIL, :TRUE, :FALSE then true
      when :LVAR, :DVAR then fresh_local?(node.children.first)
      when :ITER then fresh?(node.children.first)
      when :IF, :UNLESS then node.children.drop(1).all? { |one| one.nil? || fresh?(one) }
      when :AND, :OR then node.children.all? { |one| fresh?(one) }
      when :BLOCK, :BEGIN then fresh?(node.children.last)
      when :CALL, :QCALL, :OPCALL then fresh_answer?(*node.children)
      when :FCALL then PlainNames::FRESH.include?(node.children.first)
      else false
      end
    end

    private

    def fresh_answer?(receiver, name, _arguments)
      return PlainNames::FRESH_CLASSES.include?(receiver.children.first) if name == :new && receiver.is_a?(Node) && receiver.type == :CONST

      return fresh?(receiver) if %i[<< +@].include?(name)

      PlainNames::FRESH.include?(name)
    end

    def fresh_local?(name)
      return false if @given.include?(name) || !@assigned.key?(name) || @looking&.include?(name)

      @looking = (@looking || []) + [name]
      @assigned[name].all? { |value| fresh?(value) || (value.is_a?(Node) && %i[LVAR DVAR IVAR].include?(value.type) && value.children.first == name) }
    ensure
      @looking = @looking&.reject { |one| one == name }
    end

    def read(node)
      return unless node.is_a?(Node)

      case node.type
      when :SCOPE then read_parameters(node)
      when :LASGN, :DASGN, :DASGN_CURR, :IASGN then @assigned[node.children.first] << node.children.last
      when :OP_ASGN_OR, :OP_ASGN_AND then nil
      when :FOR then node.children.each { |child| given(child) }
      end
      node.children.each { |child| read(child) }
    end

    # All names of a scope that its parameters take.
    def read_parameters(node)
      arguments = node.children[1]
      return unless arguments.is_a?(Node) && arguments.type == :ARGS

      required = arguments.children.first.to_i
      names = node.children.first || []
      names.first(required).each { |name| @given << name }
      @first ||= required.positive? ? names.first : :none
      arguments.children.each { |child| child.is_a?(Symbol) ? @given << child : given(child) }
      @block ||= arguments.children.last if arguments.children.last.is_a?(Symbol)
    end

    def given(node)
      return unless node.is_a?(Node)

      @given << node.children.first if %i[LASGN DASGN DASGN_CURR DVAR LVAR].include?(node.type)
      node.children.each { |child| given(child) }
    end
  end
end
