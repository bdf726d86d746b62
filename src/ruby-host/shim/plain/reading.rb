# frozen_string_literal: true

module Utterson
  # A file's code, read by its syntax: whether it keeps nothing from one call to the next, and reaches nothing but what is noted when it is read.
  # Whatever is not known to be so is not plain.
  class PlainReading
    Node = defined?(RubyVM::AbstractSyntaxTree) && RubyVM::AbstractSyntaxTree::Node

    NEUTRAL = Set.new(%i[NIL TRUE FALSE SELF STR LIT DSTR DREGX DREGX_ONCE DSYM EVSTR ONCE LIST ARRAY ZLIST ZARRAY VALUES HASH DOT2 DOT3 SYM
                         INTEGER FLOAT RATIONAL IMAGINARY REGX LINE ENCODING IF UNLESS CASE CASE2 CASE3 WHEN IN WHILE UNTIL BREAK NEXT REDO RETRY
                         BEGIN RESCUE RESBODY ENSURE RETURN AND OR YIELD ERRINFO DEFINED MASGN LVAR DVAR LASGN DASGN DASGN_CURR OP_ASGN_AND
                         OP_ASGN_OR NTH_REF BACK_REF MATCH MATCH2 MATCH3 SPLAT ARGSCAT ARGSPUSH POSTARG OPT_ARG KW_ARG ARGS SCOPE BLOCK
                         ARYPTN HSHPTN FNDPTN FOR FOR_MASGN SUPER ZSUPER ATTRASGN ARGS_AUX]).freeze

    # Where a piece of code stands: `:load` for what runs when the file is loaded, else the kind of method.
    Place = Struct.new(:kind, :method, :fresh, :is_class, keyword_init: true) do
      def load? = kind == :load
      def initializing? = method == :initialize && kind == :instance
    end

    attr_reader :reasons, :methods, :module_methods, :constants, :used, :called, :wanted_methods, :wanted_constants

    # @param known tells whether a class or module was there before
    def initialize(text, &known)
      @known = known
      @reasons = []
      @methods, @module_methods, @constants, @used, @called, @wanted_methods, @wanted_constants = Array.new(7) { Set.new }
      @opened = false
      @reads_settings = false
      root = silently { RubyVM::AbstractSyntaxTree.parse(text) }
      note_definitions(root, [])
      walk(root, Place.new(kind: :load), [])
    rescue ::StandardError, ::ScriptError => e
      refuse("cannot be read (#{e.class})")
      @opened = true
    end

    # Whether it is plain if what it goes by in other files is. @param methods, constants what there is in these
    def plain?(methods, constants) = @reasons.empty? && @wanted_methods <= methods && @wanted_constants <= constants

    # What keeps it from being plain, for people.
    def why = @reasons.first || (@wanted_methods.first && "calls `#{@wanted_methods.first}`") || "goes by #{@wanted_constants.first}"

    # Whether it changes code that was there before, or may.
    def opened? = @opened

    # Whether it looks at what a converter is made with.
    def reads_settings? = @reads_settings

    private

    # What Ruby would warn of it has warned of.
    def silently
      before, $VERBOSE = $VERBOSE, nil
      yield
    ensure
      $VERBOSE = before
    end

    def refuse(reason) = @reasons.include?(reason) || @reasons << reason

    # Names first, since they may be called before they are defined.
    def note_definitions(node, path)
      return unless node.is_a?(Node)

      name, second = node.children
      case node.type
      when :DEFN then @methods << name
      when :DEFS then @methods << second
      when :ALIAS, :VALIAS then node.children.each { |one| @methods << one.children.first if one.is_a?(Node) && one.children.first.is_a?(Symbol) }
      when :CDECL then @constants << (name.is_a?(Symbol) ? name : last_name(name))
      when :CLASS, :MODULE
        path += full_name(name)
        @constants << path.last unless @known.call(path)
      when :FCALL then note_accessors(name, second)
      when :CALL then note_accessors(:attr_accessor, node.children[2]) if second == :new && last_name(name) == :Struct
      end
      node.children.each { |child| note_definitions(child, path) }
    end

    def note_accessors(name, list)
      return unless %i[attr attr_reader attr_writer attr_accessor].include?(name)

      symbols_in(list).each { |one| @methods << one }
    end

    def symbols_in(node)
      return [] unless node.is_a?(Node)
      return node.children.grep(Symbol) if %i[LIT SYM].include?(node.type)

      node.children.flat_map { |child| symbols_in(child) }
    end

    def last_name(node) = node.is_a?(Node) ? node.children.grep(Symbol).last : nil

    def walk_all(nodes, place, path) = nodes.each { |node| walk(node, place, path) }

    def walk(node, place, path)
      return unless node.is_a?(Node)

      children = node.children
      case node.type
      when :CLASS, :MODULE then enter(node, place, path)
      when :SCLASS then walk(children.last, Place.new(kind: :load, is_class: :singleton), path)
      when :DEFN then define(children[0], children[1], place, path)
      when :DEFS
        children[0].is_a?(Node) && children[0].type == :SELF ? define(children[1], children[2], place, path, :singleton) : refuse("defines a method of an object's own")
      when :CDECL then walk_all(children.grep(Node), place, path)
      when :CONST, :COLON2, :COLON3 then constant(node, place, path)
      when :CALL, :QCALL, :OPCALL then call(children[0], children[1], children[2], place, path)
      when :FCALL, :VCALL then own_call(node, place, path)
      when :ATTRASGN then change(children[0], children[1], place) || walk_all(children, place, path)
      when :OP_ASGN1, :OP_ASGN2 then change(children[0], :[]=, place) || walk_all(children, place, path)
      when :IVAR, :IASGN then instance_variable(node, place, path)
      when :ITER then block(node, place, path)
      when :LAMBDA then place.load? || place.initializing? ? refuse("keeps a piece of code") : walk_all(children, place, path)
      when :BLOCK_PASS then block_argument(children, place, path)
      when :ALIAS, :UNDEF, :VALIAS then place.load? || refuse("changes methods")
      else
        return walk_all(children, place, path) if NEUTRAL.include?(node.type)

        refuse({ GVAR: "reads a global variable", GASGN: "sets a global variable", CVAR: "has a class variable", CVASGN: "has a class variable",
                 CVDECL: "has a class variable", XSTR: "runs a command", DXSTR: "runs a command" }.fetch(node.type, "has what is not known here (#{node.type})"))
      end
    end

    def enter(node, place, path)
      return refuse("defines classes while it runs") unless place.load?

      name, *rest = node.children
      inner = path + full_name(name)
      body = rest.last
      superclass = node.type == :CLASS ? rest.first : nil
      walk(superclass, place, path)
      is_tag = superclass.is_a?(Node) && %i[Liquid Jekyll].include?(full_name(superclass).first) && PlainNames::TAGS.include?(full_name(superclass).last)
      kind = node.type == :MODULE ? :module : (is_tag ? :tag : :class)
      walk(body, Place.new(kind: :load, is_class: kind), inner)
    end

    def full_name(node)
      return [] unless node.is_a?(Node)

      base, name = node.type == :COLON2 ? node.children : [nil, node.children.first]
      full_name(base) + [name]
    end

    def define(name, body, place, path, kind = nil)
      return refuse("defines methods while it runs") unless place.load?

      @opened ||= !path.empty? && @known.call(path)
      kind ||= { singleton: :singleton, module: :module }.fetch(place.is_class, :instance)
      @module_methods << name if kind == :module || path.empty?
      inner = Place.new(kind: kind, method: name, fresh: PlainLocals.new(body), is_class: place.is_class)
      walk_all(body.children, inner, path)
      assign_first(body) if name == :render && place.is_class == :tag
    end

    def constant(node, place, path)
      names = full_name(node)
      walk(node.children.first, place, path) if node.type == :COLON2
      @used << names.last
      return if place.load? || @constants.include?(names.last) || PlainNames::NAMES.include?(names.last)

      @wanted_constants << names.last
    end

    def call(receiver, name, arguments, place, path)
      walk(receiver, place, path)
      walk(arguments, place, path)
      return reach(name) if place.load?

      return refuse("calls `#{name}`") if PlainNames::READING.include?(name) && !reader?(receiver)

      named(name, arguments)
      change(receiver, name, place) if PlainNames.changing?(name)
    end

    def own_call(node, place, path)
      name, arguments = node.children
      walk(arguments, place, path)
      if place.load?
        refuse("defines methods by name") if %i[define_method define_singleton_method class_eval eval instance_variable_set].include?(name)
        refuse("keeps something in a class") if place.is_class == :singleton && %i[attr_accessor attr_writer].include?(name)
        @opened ||= %i[include prepend extend using].include?(name) && (path.empty? || @known.call(path))
        return
      end

      return refuse("calls `#{name}`") if PlainNames.reaching_function?(name)

      @called << name
      named(name, arguments)
    end

    def reader?(node) = node.is_a?(Node) && node.type == :CONST && PlainNames::READERS.include?(node.children.first)

    def named(name, arguments)
      @wanted_methods << name unless @methods.include?(name) || PlainNames::METHODS.include?(name) || PlainNames.changing?(name)
      return unless %i[inject reduce].include?(name)

      symbols_in(arguments).each { |one| refuse("calls `#{one}`") if PlainNames::NOT_PLAIN.include?(one) || PlainNames.changing?(one) }
    end

    # Code that is added from without; what includes a module changes a class all the same.
    def reach(name)
      return unless PlainNames::REACHING.include?(name)

      @opened = true
      refuse("calls `#{name}`") unless %i[include extend prepend].include?(name)
    end

    # Answers whether it refuses.
    def change(receiver, name, place)
      return false if place.load? || (place.fresh && place.fresh.fresh?(receiver))
      return false if place.initializing? && place.fresh.fresh_variable?(receiver)
      return false if name == :[]= && place.method == :render && place.is_class == :tag && names_of_context?(receiver, place)

      refuse("changes with `#{name}` what others may see")
    end

    # Whether it is what a tag is rendered with, or a scope of it: that goes back, and belongs to the page.
    def names_of_context?(node, place)
      return false unless node.is_a?(Node)
      return place.fresh.context?(node) unless node.type == :CALL && %i[last first].include?(node.children[1])

      scopes = node.children.first
      scopes.is_a?(Node) && scopes.type == :CALL && scopes.children[1] == :scopes && place.fresh.context?(scopes.children.first)
    end

    def instance_variable(node, place, path)
      walk_all(node.children, place, path)
      return if place.load?

      name = node.children.first
      @reads_settings ||= name == :@config
      if place.kind == :singleton then refuse("keeps something in a class")
      elsif node.type == :IASGN && !place.initializing?
        refuse("keeps #{name}") unless place.method == :render && place.is_class == :tag
      end
    end

    # What `render` sets before anything can have looked at it is as good as a local variable.
    def assign_first(body)
      statements = body.children.last
      statements = statements.is_a?(Node) && statements.type == :BLOCK ? statements.children : [statements]
      set = Set.new
      statements.each_with_index do |statement, index|
        next unless statement.is_a?(Node) && statement.type == :IASGN

        name, value = statement.children
        set << name if [*statements.take(index), value].none? { |one| looks?(one, name) }
      end
      assigned_in(body).each { |name| refuse("keeps #{name}") unless set.include?(name) }
    end

    def assigned_in(node)
      return [] unless node.is_a?(Node)

      (node.type == :IASGN ? [node.children.first] : []) + node.children.flat_map { |child| assigned_in(child) }
    end

    def looks?(node, name)
      return false unless node.is_a?(Node)
      return true if %i[SUPER ZSUPER YIELD].include?(node.type) || (%i[IVAR IASGN].include?(node.type) && node.children.first == name)

      called = { CALL: 1, QCALL: 1, OPCALL: 1, FCALL: 0, VCALL: 0 }[node.type]
      return true if called && @methods.include?(node.children[called])

      node.children.any? { |child| looks?(child, name) }
    end

    def block(node, place, path)
      call, scope = node.children
      return walk_all([call, scope], place, path) unless place.load?

      name = { CALL: 1, QCALL: 1, FCALL: 0 }[call.type]&.then { |index| call.children[index] }
      walk(call, place, path)
      return if name == :register && last_name(call.children.first) == :Hooks

      PlainNames::AT_ONCE.include?(name) ? walk(scope, place, path) : refuse("keeps a piece of code")
    end

    # A name that is called, a block of its own, or anything.
    def block_argument(children, place, path)
      *arguments, passed = children
      walk_all(arguments, place, path)
      return refuse("calls what is not known here") unless passed.is_a?(Node)
      return if place.load?

      symbols = %i[LIT SYM].include?(passed.type) ? symbols_in(passed) : []
      return symbols.each { |one| named(one, nil) || (PlainNames.changing?(one) && refuse("changes with `#{one}` what others may see")) } if symbols.any?

      refuse("calls what is not known here") unless %i[LVAR DVAR].include?(passed.type) && place.fresh.block?(passed.children.first)
    end
  end
end
