# frozen_string_literal: true

# What plugins of a Jekyll site find in place of Jekyll and Liquid: their classes by use, in our own words (Jekyll 4.4.1, Liquid 4.0.4). The
# site itself is on the other side of a wire; here are copies of what was asked for. What changes in them goes back when a call is over.
#
# Started with the paths or numbers of the wire's two ends. Everything of ours that plugins do not expect stands in `Utterson`.

require "date"
require "stringio"
require "time"
require "set"
require "json"
require "yaml"
require "cgi"
require "uri"
require "fileutils"
require "pathname"

module Utterson
  PROTOCOL = 1
  SHIM = __FILE__

  # Something that the other side refused; where a plugin lets it through, it is thrown there again as it was.
  class Refused < StandardError
    attr_reader :number

    def initialize(number, message)
      super(message)
      @number = number
    end
  end

  # Something of Jekyll or Liquid that is not here.
  class Missing < NotImplementedError; end

  # The other side. Each message is a length of four bytes and a value of Marshal's.
  module Wire
    @calls = {}

    class << self
      def open(requests, answers)
        @requests = requests.match?(/\A\d+\z/) ? IO.for_fd(requests.to_i, "rb") : File.open(requests, "rb")
        @answers = answers.match?(/\A\d+\z/) ? IO.for_fd(answers.to_i, "wb") : File.open(answers, "wb")
        @answers.sync = true
      end

      # Defines what the other side may call.
      def on(name, &block)
        @calls[name] = block
      end

      def ask(name, *args)
        send(["ask", name, args])
        loop do
          kind, first, second = receive
          case kind
          when "answer" then return first
          when "refuse" then raise Refused.new(first, second)
          when "call" then run(first, second)
          end
        end
      end

      def serve
        loop do
          message = receive
          break if message.nil?

          run(message[1], message[2])
        end
      end

      private

      def run(name, args)
        answer =
          begin
            ["done", @calls.fetch(name).call(*args)]
          rescue Exception => e # rubocop:disable Lint/RescueException
            ["raised", Errors.describe(e)]
          end
        begin
          send(answer)
        rescue TypeError => e
          send(["raised", Errors.describe(e)])
        end
      end

      def send(message)
        bytes = Marshal.dump(message)
        @answers.write([bytes.bytesize].pack("V") << bytes)
      end

      def receive
        head = @requests.read(4)
        return nil if head.nil? || head.bytesize < 4

        Marshal.load(@requests.read(head.unpack1("V"))) # rubocop:disable Security/MarshalLoad
      end
    end
  end

  def self.ask(...) = Wire.ask(...)

  # What exceptions say over there.
  module Errors
    class << self
      def describe(error)
        number = error.is_a?(Refused) ? error.number : nil
        cause = error
        until number || cause.cause.nil?
          cause = cause.cause
          break unless cause.message == error.message

          number = cause.number if cause.is_a?(Refused)
        end
        [error.class.name.to_s, text(error), trace(error), liquid?(error), number]
      end

      # Lines of plugins and of what they call; the shim's own are of no use to anybody.
      def trace(error)
        lines = (error.backtrace || []).reject { |line| line.start_with?(SHIM) || line.start_with?("<internal:") }
        place = error.is_a?(SyntaxError) && error.message[/\A(.+?:\d+):/, 1]
        (place ? [place] + lines : lines).first(20).map { |line| Utterson.utf8(line) }
      end

      private

      def liquid?(error)
        error.is_a?(Liquid::Error) && !error.is_a?(Missing)
      end

      def text(error)
        case error
        when SystemExit then "the plugin wants to end the program (exit)"
        when UncaughtThrowError then error.message
        when NoMethodError then missing_method(error) || Utterson.utf8(error.message)
        when NameError then missing_constant(error) || Utterson.utf8(error.message)
        else Utterson.utf8(error.message)
        end
      end

      def missing_method(error)
        receiver = error.receiver
        owner = receiver.is_a?(Module) ? receiver : receiver.class
        ours = (receiver.is_a?(Module) ? [receiver] : owner.ancestors).find { |one| Utterson.own?(one) }
        return nil if ours.nil?

        separator = receiver.is_a?(Module) ? "." : "#"
        "Utterson's Ruby has no #{ours.name.sub(/\AJekyll::/, "")}#{separator}#{error.name} yet"
      rescue ArgumentError
        nil
      end

      def missing_constant(error)
        name = error.message[/uninitialized constant (\S+)/, 1]
        return nil unless name&.match?(/\A(Jekyll|Liquid|Kramdown|Rouge|SafeYAML)(::|\z)/)

        "Utterson's Ruby has no #{name} yet"
      end
    end
  end

  # Classes of the shim, known once it is loaded.
  def self.own?(mod) = @own&.include?(mod) || false

  def self.seal
    @own = Set.new
    collect = lambda do |mod|
      mod.constants(false).each do |name|
        next if mod.autoload?(name)

        constant = mod.const_get(name)
        next unless constant.is_a?(Module) && constant.name&.start_with?("#{mod.name}::") && @own.add?(constant)

        collect.call(constant)
      end
    end
    [Jekyll, Liquid].each { |mod| @own.add(mod) && collect.call(mod) }
    @methods = @own.to_h { |mod| [mod, mod.instance_methods(false) + mod.private_instance_methods(false)] }
  end

  def self.own_methods(mod) = @methods.fetch(mod, [])

  def self.utf8(text)
    text = text.dup.force_encoding(Encoding::UTF_8) if text.encoding == Encoding::BINARY
    text.encode(Encoding::UTF_8, invalid: :replace, undef: :replace)
  end

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
      when "f" then Utterson.site.file(name)
      when "d" then Jekyll::Drops::DocumentDrop.of(Utterson.site.file(name))
      when "s" then Jekyll::Drops::SiteDrop.of(Utterson.site)
      when "h" then Handle.fetch(name.to_i)
      when "j" then Foreign.new(name.to_i, text)
      end
    end
  end

  class << self
    attr_accessor :site, :settings
  end
end

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

  class Tag
    attr_reader :nodelist, :tag_name, :line_number, :parse_context
    alias options parse_context

    class << self
      def parse(tag_name, markup, tokens, parse_context)
        tag = new(tag_name, markup, parse_context)
        tag.parse(tokens)
        tag
      end

      private :new
    end

    def initialize(tag_name, markup, parse_context)
      @tag_name = tag_name
      @markup = markup
      @parse_context = parse_context
      @line_number = parse_context.line_number if parse_context.respond_to?(:line_number)
    end

    def parse(_tokens); end

    def raw = "#{@tag_name} #{@markup}"

    def name = self.class.name.downcase

    # A tag of a built-in class renders as that does.
    def render(context)
      self.class.ancestors.any? { |one| Utterson::BuiltIn.name_of(one) } ? Utterson.ask("built_in", context.frame, @utterson_id) : ""
    end

    def render_to_output_buffer(context, output)
      output << render(context).to_s
    end

    def blank? = false

    def parse_expression(markup) = Expression.parse(markup)

    # The number under which it is known over there.
    attr_accessor :utterson_id
  end

  # A block's body, which is rendered over there.
  class BodyNode
    def initialize(tag) = @tag = tag

    def render(context) = @tag.render_body(context)

    def nodelist = [self]

    def to_s = Utterson.ask("body_text", @tag.utterson_id)
    alias to_str to_s
    alias raw to_s

    def blank? = false

    def method_missing(name, ...) = to_s.respond_to?(name) ? to_s.public_send(name, ...) : super

    def respond_to_missing?(name, all = false) = "".respond_to?(name, all)
  end

  class Block < Tag
    def initialize(tag_name, markup, parse_context)
      super
      @blank = false
      @body = BodyNode.new(self)
      @nodelist = [@body]
    end

    attr_reader :nodelist

    def render(context)
      self.class.ancestors.any? { |one| Utterson::BuiltIn.name_of(one) } ? super : render_body(context)
    end

    def render_body(context) = Utterson.ask("body", context.frame, @utterson_id)

    def render_all(_nodelist, context) = render_body(context)

    def block_name = @tag_name

    def block_delimiter = "end#{block_name}"

    def unknown_tag(tag, _params, _tokens)
      raise SyntaxError, "Unknown tag '#{tag}'"
    end

    def raise_tag_never_closed(block_name)
      raise SyntaxError, "'#{block_name}' tag was never closed"
    end
  end

  class Raw < Block; end
  class Capture < Block; end
  class Comment < Block; end
  class If < Block; end
  class Unless < If; end
  class Case < Block; end
  class For < Block; end
  class TableRow < Block; end
  class Ifchanged < Block; end
  class Assign < Tag; end
  class Cycle < Tag; end
  class Include < Tag; end
  class Increment < Tag; end
  class Decrement < Tag; end

  class Drop
    attr_writer :context

    def self.invokable?(name) = invokable_methods.include?(name.to_s)

    def self.invokable_methods
      @invokable_methods ||= begin
        hidden = Drop.public_instance_methods + [:each]
        hidden += Enumerable.public_instance_methods - %i[sort count min max min_by max_by first include?] if include?(Enumerable)
        Set.new(["to_liquid"] + (public_instance_methods - hidden).map(&:to_s))
      end
    end

    def liquid_method_missing(_name) = nil

    def invoke_drop(name)
      return liquid_method_missing(name) unless self.class.invokable?(name)

      Utterson.wants_arguments?(self, name) ? nil : public_send(name)
    end
    alias [] invoke_drop

    def key?(_name) = true

    def to_liquid = self

    def to_s = self.class.name
  end

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

      Utterson.ask("find", @frame, markup.to_s)
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

      def filter(mod)
        Strainer.include(mod)
        mod.public_instance_methods.each do |name|
          next if Utterson.own?(mod.instance_method(name).owner)

          required, most = arity(mod.instance_method(name))
          @fresh["filters"] << [name.to_s, required, most]
        end
      end

      # What a file has registered since it was asked last.
      def take(plugins_before, hooks_before)
        fresh = @fresh
        @fresh = { "tags" => [], "filters" => [] }
        fresh.merge("required" => @required.slice!(0..), "hooks" => @hooks.drop(hooks_before).map { |hook| hook[0..3] },
                    "plugins" => @plugins.drop(plugins_before).select(&:name).map { |klass| plugin(klass) }.compact)
      end

      def plugin_number(klass) = @plugins.index(klass)

      private

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

    def filters=(names)
      @filters = Set.new(names)
      [Jekyll::Filters, Liquid::StandardFilters].each do |mod|
        names.each do |name|
          mod.define_method(name) { |*args| Utterson.ask("filter", name, Utterson.frame, Utterson.wire(args)) }
        end
      end
    end
  end
end

module Jekyll
  VERSION = "4.4.1"
  class Plugin
    PRIORITIES = { low: -10, highest: 100, lowest: -100, normal: 0, high: 10 }.freeze
    PRIORITY_MAP = PRIORITIES

    class << self
      def inherited(klass)
        super
        klass.catch_inheritance(klass)
      end

      def catch_inheritance(klass)
        Utterson::Registered.plugins << klass
      end

      def descendants = Utterson::Registered.plugins.select { |klass| klass < self }

      def priority(value = nil)
        @priority ||= nil
        @priority = value if value && PRIORITIES.key?(value)
        @priority || :normal
      end

      def safe(value = nil)
        @safe = value unless value.nil? && defined?(@safe) && !@safe.nil?
        @safe || false
      end

      def <=>(other) = PRIORITIES[other.priority] <=> PRIORITIES[priority]
    end

    def initialize(config = {}) = @config = config
  end

  class Generator < Plugin; end

  class Converter < Plugin
    class << self
      def highlighter_prefix(value = nil) = value ? @highlighter_prefix = value : (@highlighter_prefix ||= nil)
      def highlighter_suffix(value = nil) = value ? @highlighter_suffix = value : (@highlighter_suffix ||= nil)
    end

    def highlighter_prefix = self.class.highlighter_prefix
    def highlighter_suffix = self.class.highlighter_suffix
  end

  class Command < Plugin; end

  module Errors
    FatalException = Class.new(::RuntimeError)
    InvalidThemeName = Class.new(FatalException)
    DropMutationException = Class.new(FatalException)
    InvalidPermalinkError = Class.new(FatalException)
    InvalidYAMLFrontMatterError = Class.new(FatalException)
    MissingDependencyException = Class.new(FatalException)
    InvalidDateError = Class.new(FatalException)
    InvalidPostNameError = Class.new(FatalException)
    PostURLError = Class.new(FatalException)
    InvalidURLError = Class.new(FatalException)
    InvalidConfigurationError = Class.new(FatalException)
  end

  class Configuration < Hash
    def get_config_value_with_override(key, override) = override[key] || self[key]
    def quiet?(override = {}) = override["quiet"] || self["quiet"]
    def source(override = {}) = override["source"] || self["source"]
    def verbose?(override = {}) = override["verbose"] || self["verbose"]
    def safe_load_file(path) = Utterson.ask("yaml", File.read(path, encoding: "UTF-8"))

    DEFAULTS = {}.freeze
  end

  # Tells what goes on.
  class LogAdapter
    LOG_LEVELS = { debug: 0, info: 1, warn: 2, error: 3 }.freeze
    attr_reader :messages
    attr_accessor :log_level

    def initialize
      @messages = []
      @log_level = :info
    end
    alias level log_level
    def writer = self
    def adjust_verbosity(_options = {}); end

    LOG_LEVELS.each_key do |name|
      define_method(name) { |topic = nil, message = nil, &block| write(name, topic, message, &block) }
    end

    def abort_with(topic, message = nil, &block)
      error(topic, message, &block)
      raise SystemExit
    end

    def message(topic, message = nil) = "#{formatted_topic(topic)}#{message.to_s.gsub(/\s+/, " ")}"
    def formatted_topic(topic, _colon = false) = "#{topic} ".rjust(20)

    private

    def write(level, topic, message)
      message = yield if block_given?
      Utterson.ask("log", level.to_s, topic.to_s, message.nil? ? nil : message.to_s)
    end
  end

  Stevenson = LogAdapter

  module Hooks
    DEFAULT_PRIORITY = 20
    PRIORITY_MAP = { low: 10, normal: 20, high: 30 }.freeze
    SITE_EVENTS = %i[after_init after_reset post_read pre_render post_render post_write].freeze
    ITEM_EVENTS = %i[post_init pre_render post_convert post_render post_write].freeze
    NotAvailable = Class.new(RuntimeError)
    Uncallable = Class.new(RuntimeError)

    class << self
      def register(owners, event, priority: DEFAULT_PRIORITY, &block)
        number = priority.is_a?(Integer) ? priority : PRIORITY_MAP.fetch(priority, DEFAULT_PRIORITY)
        Array(owners).each { |owner| register_one(owner, event, number, &block) }
      end

      def priority_value(priority) = priority.is_a?(Integer) ? priority : PRIORITY_MAP.fetch(priority, DEFAULT_PRIORITY)

      def register_one(owner, event, priority, &block)
        events = { site: SITE_EVENTS, clean: [:on_obsolete] }.fetch(owner, ITEM_EVENTS)
        unless events.include?(event)
          raise NotAvailable, "Invalid hook. #{owner} supports only the following hooks #{events.inspect}"
        end
        raise Uncallable, "Hooks must respond to :call" unless block.respond_to?(:call)

        hooks = Utterson::Registered.hooks
        hooks << [owner.to_s, event.to_s, priority, hooks.size, block]
      end

      # For what a plugin makes itself; what the build makes has its hooks run from over there.
      def trigger(owner, event, *args)
        mine = Utterson::Registered.hooks.select { |hook| hook[0] == owner.to_s && hook[1] == event.to_s }
        mine.sort_by { |hook| [-hook[2], hook[3]] }.each { |hook| hook[4].call(*args) }
      end
    end
  end

  # Kept for a build and no longer: the disk belongs to the other side.
  class Cache
    @all = {}

    class << self
      attr_accessor :cache_dir, :disk_cache_enabled

      def of(name) = (@all[name] ||= {})
      def clear = @all.each_value(&:clear)
      def clear_if_config_changed(_config); end
      def disable_disk_cache!; end
    end

    def initialize(name) = @cache = Cache.of(name.gsub(/[^\w\s-]/, "-"))
    def clear = @cache.clear
    def [](key) = @cache.fetch(key) { raise }
    def []=(key, value)
      @cache[key] = value
    end
    def getset(key) = @cache.key?(key) ? @cache[key] : @cache[key] = yield
    def delete(key) = @cache.delete(key)
    def key?(key) = @cache.key?(key)
  end

  module Utils
    extend self

    SLUGIFY_MODES = %w(raw default pretty ascii latin).freeze

    def titleize_slug(slug) = slug.split("-").map!(&:capitalize).join(" ")

    def slugify(string, mode: nil, cased: false)
      string.nil? ? nil : Utterson.ask("slugify", string.to_s, mode, cased)
    end

    def deep_merge_hashes(master, other) = deep_merge_hashes!(master.dup, other)

    def deep_merge_hashes!(target, overwrite)
      target.merge!(overwrite) do |_key, old, new|
        if new.nil? then old
        elsif old.is_a?(Hash) && new.is_a?(Hash) then deep_merge_hashes(old, new)
        else new
        end
      end
      target.default_proc ||= overwrite.default_proc if target.is_a?(Hash) && overwrite.is_a?(Hash)
      target
    end

    def mergable?(value) = value.is_a?(Hash) || value.is_a?(Drops::Drop)

    def duplicable?(object) = ![nil, false, true].include?(object) && !object.is_a?(Symbol) && !object.is_a?(Numeric)

    def pluralized_array_from_hash(hash, singular, plural)
      one = hash[singular] if hash.key?(singular)
      many = hash[plural]
      list = one ? [one] : []
      list.concat(many.is_a?(String) ? many.split : Array(many)) if one.nil? && many
      list.flatten.compact
    end

    def transform_keys(hash) = hash.transform_keys { |key| yield key }
    def symbolize_hash_keys(hash) = hash.transform_keys { |key| key.respond_to?(:to_sym) ? key.to_sym : key }
    def stringify_hash_keys(hash) = hash.transform_keys(&:to_s)

    def parse_date(input, message = "Input could not be parsed.")
      Time.parse(input).localtime
    rescue ::ArgumentError
      raise Errors::InvalidDateError, "Invalid date '#{input}': #{message}"
    end

    def has_yaml_header?(file) = File.open(file, "rb", &:readline).match?(/\A---\s*\r?\n/)
    def has_liquid_construct?(content) = content.to_s.include?("{%") || content.to_s.include?("{{")

    def safe_glob(dir, patterns, flags = 0)
      return [] unless Dir.exist?(dir)

      pattern = File.join(Array(patterns))
      return [dir] if pattern.empty?

      Dir.chdir(dir) { Dir.glob(pattern, flags) }.map { |name| File.join(dir, name) }
    end

    def merged_file_read_opts(site, options) = (site ? site.file_read_opts : {}).merge(options)

    def strip_heredoc(text) = text.gsub(/^[ \t]{#{(text.scan(/^[ \t]*(?=\S)/).min || "").size}}/, "")

    def add_permalink_suffix(template, style)
      template = template.dup
      case style
      when :pretty then template << "/"
      when :date, :ordinal, :none then template << ":output_ext"
      else
        template << "/" if style.to_s.end_with?("/")
        template << ":output_ext" if style.to_s.end_with?(":output_ext")
      end
      template
    end

    module Platforms
      extend self

      def windows? = false
      alias really_windows? windows?
      def osx? = false
      def linux? = true
      def mri? = true
      def jruby? = false
    end
  end

  module External
    extend self

    def require_with_graceful_fail(names) = Array(names).each { |name| require name }
    def require_if_present(names) = Array(names).each { |name| require name rescue LoadError } # rubocop:disable Style/RescueModifier
    def blessed_gems = []
  end

  module Deprecator
    extend self

    def deprecation_message(message) = Jekyll.logger.warn("Deprecation:", message)
  end

  module PathManager
    extend self

    def join(base, item) = File.join(base.to_s, item.to_s)
    def sanitized_path(base, path) = Jekyll.sanitized_path(base, path)
  end

  class << self
    def env = Utterson.settings["environment"]
    def logger = (@logger ||= LogAdapter.new)
    def logger=(writer); end
    def configuration(override = {}) = Utterson.site.config.merge(Utils.stringify_hash_keys(override))
    def sites = [Utterson.site]
    def set_timezone(zone) = ENV["TZ"] = zone

    # The path as if the folder were the root of all.
    def sanitized_path(base, questionable)
      return base if questionable.nil? || base.eql?(questionable)

      clean = File.expand_path(questionable.start_with?("~") ? "/#{questionable}" : questionable, "/")
      return clean if clean == base || clean.start_with?("#{base.chomp("/")}/")

      File.join(base, clean)
    end
  end

  module Drops
    # An object's declared properties before the entries of a Hash behind them.
    class Drop < Liquid::Drop
      include Enumerable

      NON_CONTENT_METHODS = %i[fallback_data collapse_document].freeze

      class << self
        def mutable(value = nil) = @mutable = value || false
        def mutable? = @mutable || false

        def delegate_methods(*names) = names.each { |name| delegate_method(name) }
        def delegate_method(name) = define_method(name) { @obj.public_send(name) }
        def delegate_method_as(original, name) = define_method(name) { @obj.public_send(original) }
        def private_delegate_methods(*names) = private(*names.each { |name| delegate_method(name) })
        def data_delegators(*names) = names.each { |name| data_delegator(name) }
        def data_delegator(name) = define_method(name.to_sym) { fallback_data[name.to_s] }

        def getter_method_names
          @getter_method_names ||= (instance_methods - Drop.instance_methods - NON_CONTENT_METHODS).map(&:to_s).reject { |name| name.end_with?("=") }
        end
      end

      def initialize(obj)
        super()
        @obj = obj
      end

      def mutations = (@mutations ||= {})

      def fallback_data = {}

      def [](key)
        if self.class.mutable? && mutations.key?(key) then mutations[key]
        elsif self.class.invokable?(key) then public_send(key)
        else fallback_data[key]
        end
      end
      alias invoke_drop []

      def []=(key, value)
        setter = "#{key}="
        if respond_to?(setter) then public_send(setter, value)
        elsif respond_to?(key.to_s)
          raise Errors::DropMutationException, "Key #{key} cannot be set in the drop." unless self.class.mutable?

          mutations[key] = value
        else fallback_data[key] = value
        end
      end

      def content_methods = self.class.getter_method_names
      def key?(key) = !key.nil? && ((self.class.mutable? && mutations.key?(key)) || content_methods.include?(key.to_s) || fallback_data.key?(key))
      def keys = (content_methods | mutations.keys | fallback_data.keys).flatten
      def to_h = keys.each_with_object({}) { |key, hash| hash[key] = self[key] }
      alias to_hash to_h
      def inspect = JSON.pretty_generate(to_h)
      def hash_for_json(*) = to_h
      def to_json(state = nil) = JSON.generate(hash_for_json(state), state)
      def each_key(&block) = keys.each(&block)
      def each = each_key.each { |key| yield key, self[key] }
      def merge(other, &block) = dup.tap { |me| me.merge!(other, &block) }
      def merge!(other) = other.each_key { |key| self[key] = block_given? && key?(key) ? yield(key, self[key], other[key]) : other[key] }
      def fetch(key, default = nil, &block)
        return self[key] if key?(key)
        raise KeyError, "key not found: #{key.inspect}" if default.nil? && !block

        block ? yield(key) : default
      end
    end

    # A document as templates see it.
    class DocumentDrop < Drop
      include Utterson::Referred
      mutable false
      delegate_methods :id, :output, :content, :relative_path, :url, :date
      data_delegators :title, :categories, :tags

      def self.of(document) = document && (document.instance_variable_get(:@utterson_drop) || document.instance_variable_set(:@utterson_drop, new(document)))

      def reference = @obj.reference
      def collection = @obj.collection.label
      def excerpt = fallback_data["excerpt"].to_s
      def name = fallback_data["name"] || @obj.basename
      def path = fallback_data["path"] || @obj.relative_path
      def previous = @obj.previous_doc.to_liquid
      def next = @obj.next_doc.to_liquid
      def fallback_data = @obj.data
      def <=>(other) = other.is_a?(DocumentDrop) ? @obj <=> other.instance_variable_get(:@obj) : nil
      def to_s = (output || content || "NO CONTENT")
    end

    class ExcerptDrop < DocumentDrop; end

    class CollectionDrop < Drop
      mutable false
      delegate_methods :label, :docs, :files, :directory, :relative_directory
      def output = @obj.write?
      def to_s = docs.to_s
      def fallback_data = @obj.metadata
    end

    class StaticFileDrop < Drop
      mutable false
      delegate_methods :name, :extname, :modified_time, :basename
      def path = @obj.relative_path
      def collection = @obj.collection_label
      def fallback_data = @obj.data
    end

    class SiteDrop < Drop
      include Utterson::Referred
      mutable false
      delegate_methods :time, :pages, :static_files, :tags, :categories, :documents, :data

      def self.of(site) = @one ||= new(site)

      attr_writer :current_document

      def reference = "s:"

      def [](key)
        key != "posts" && @obj.collections.key?(key) ? @obj.collections[key].docs : super
      end

      def key?(key) = (key != "posts" && @obj.collections.key?(key)) || super
      def posts = @obj.posts.docs.sort { |a, b| b <=> a }
      def html_pages = @obj.pages.select { |page| page.html? || page.url.end_with?("/") }
      def collections = @obj.collections.values.sort_by(&:label).map(&:to_liquid)
      def config = nil
      def fallback_data = @obj.config
    end

    class JekyllDrop < Liquid::Drop
      def version = Jekyll::VERSION
      def environment = Jekyll.env
      def to_h = { "version" => version, "environment" => environment }
    end

    # The names that a page is rendered with.
    class UnifiedPayloadDrop < Drop
      mutable true
      attr_reader :own

      def initialize(own = {})
        super(nil)
        @own = own
      end

      def [](key)
        key = key.to_s
        @own.key?(key) ? @own[key] : Utterson.ask("global", key)
      end

      def []=(key, value)
        @own[key.to_s] = value
        Utterson.ask("payload", key.to_s, Utterson.wire(value))
      end

      %w(site page layout content paginator highlighter_prefix highlighter_suffix).each do |name|
        define_method(name) { self[name] }
        define_method("#{name}=") { |value| self[name] = value }
      end

      def jekyll = JekyllDrop.new
      def key?(key) = !self[key].nil?
      def keys = %w(site page layout content paginator) | @own.keys
      def fallback_data = @own
      def merge(other) = UnifiedPayloadDrop.new(@own.merge(other.to_h))
      def merge!(other) = other.to_h.each { |key, value| self[key] = value }
    end
  end
end

module Utterson
  # What pages and documents here share: the copy of a file over there, fetched when it is looked at.
  module Mirror
    include Referred

    attr_reader :utterson_id

    def reference = "f:#{@utterson_id ||= Utterson.site.adopt(self)}"

    def mirrored? = defined?(@mirrored) && @mirrored

    def data
      Utterson.site.fetch_data(self) if @data.nil? && mirrored?
      @data ||= {}
    end

    def data=(value)
      data if mirrored?
      @data = value
    end

    def content
      if mirrored? && !@content_known
        @content_known = true
        @content = Utterson.ask("content", @utterson_id)
        Utterson.site.handed_out(self)
        @content_before = @content.dup
      end
      @content
    end

    def content=(text)
      content if mirrored?
      @content = text
    end

    def output
      if mirrored? && !@output_known
        @output_known = true
        @output = Utterson.ask("output", @utterson_id)
        Utterson.site.handed_out(self)
        @output_before = @output.dup
      end
      @output
    end

    def output=(text)
      output if mirrored?
      @output = text
    end

    def [](key) = data[key]

    # Takes what the other side says of it.
    def mirror(attributes)
      @mirrored = true
      attributes.each { |name, value| instance_variable_set("@#{name}", value) }
      self
    end

    # Lets the text be asked for again, as it may be another one by now.
    def forget_texts
      @content_known = @output_known = false
    end

    def receive_data(data)
      if @data then @data.replace(data)
      else @data = data
      end
      add_excerpt
      @data_before = Utterson.image(@data)
    end

    def add_excerpt; end

    # What is different from what came; nil for nothing.
    def changes
      changed = {}
      changed["content"] = @content if @content_known && @content != @content_before
      changed["output"] = @output if @output_known && @output != @output_before
      if @data && (image = Utterson.image(@data)) != @data_before || image.nil? && @data
        changed["data"] = wire_data
        @data_before = image
      end
      @content_before = @content.dup if changed.key?("content")
      @output_before = @output.dup if changed.key?("output")
      changed.empty? ? nil : changed
    end

    def wire_data = Utterson.wire(@data || {})
  end

  # A picture of a value to tell whether it has changed; nil where none can be made.
  def self.image(value)
    Marshal.dump(value)
  rescue TypeError
    nil
  end
end

module Jekyll
  module Convertible
    def to_s = content || ""
    def published? = !(data.key?("published") && data["published"] == false)

    def read_yaml(base, name, _options = {})
      found = Utterson.ask("read_yaml", @path || File.join(base, name))
      self.data = found[0]
      self.content = found[1]
      data
    end

    def transform = self.output = Utterson.ask("convert", ext.to_s, content.to_s)
    def converters = site.converters.select { |converter| converter.matches(ext) }.sort
    def type = is_a?(Page) ? :pages : :documents
    def hook_owner = is_a?(Page) ? :pages : nil
    def place_in_layout? = !asset_file? && data["layout"] != "none"
    def no_layout? = data["layout"] == "none"
    def asset_file? = sass_file? || coffeescript_file?
    def sass_file? = %w(.sass .scss).include?(ext)
    def coffeescript_file? = ext == ".coffee"
    def render_with_liquid? = data["render_with_liquid"] != false
    def output_ext = Utterson.ask("output_ext", ext.to_s)
    def [](property) = respond_to?(property) && self.class::ATTRIBUTES_FOR_LIQUID.include?(property) ? public_send(property) : data[property]
    def defaults = site.frontmatter_defaults.all(relative_path, type)

    def to_liquid(attrs = nil)
      own = (attrs || self.class::ATTRIBUTES_FOR_LIQUID).to_h { |name| [name, public_send(name)] }
      data.merge(own)
    end
  end

  class Page
    include Utterson::Mirror
    include Convertible

    attr_writer :dir
    attr_accessor :site, :pager, :name, :ext, :basename
    alias extname ext

    ATTRIBUTES_FOR_LIQUID = %w(content dir excerpt name path url).freeze
    HTML_EXTENSIONS = %w(.html .xhtml .htm).freeze

    def initialize(site, base, dir, name)
      @site = site
      @base = base
      @dir = dir
      @name = name
      @path = site.in_source_dir(base, dir, name)
      process(name)
      read_yaml(File.join(base, dir), name)
      data.default_proc = proc { |_, key| site.frontmatter_defaults.find(relative_path, type, key) }
      Hooks.trigger(:pages, :post_init, self)
    end

    def dir
      url.end_with?("/") ? url : (File.dirname(url) == "/" ? "/" : "#{File.dirname(url)}/")
    end

    def process(name)
      return unless name

      @ext = File.extname(name)
      @basename = name[0..(-@ext.length - 1)].gsub(/\.*\z/, "")
    end

    def permalink = data && data["permalink"]

    def url
      return @url if @url

      @url = Utterson.ask("page_url", Utterson::Record.page(self))
    end

    attr_writer :url

    def template = nil
    def url_placeholders = { path: @dir, basename: basename, output_ext: output_ext }
    def path = data.fetch("path") { relative_path }
    def relative_path = @relative_path ||= File.join(*[@dir, @name].map(&:to_s).reject(&:empty?)).delete_prefix("/")
    def destination(dest)
      path = site.in_dest_dir(dest, CGI.unescape(url.to_s.gsub("+", "%2B")))
      path = File.join(path, "index") if url.end_with?("/")
      path.end_with?(output_ext) || File.extname(path) != "" ? path : path + output_ext
    end
    def html? = HTML_EXTENSIONS.include?(output_ext)
    def index? = basename == "index"
    def write? = true
    def excerpt_separator = (data["excerpt_separator"] || site.config["excerpt_separator"]).to_s
    def excerpt = data.key?("excerpt") ? data["excerpt"] : nil
    def generate_excerpt? = !excerpt_separator.empty? && html?
    def trigger_hooks(event, *args) = Hooks.trigger(:pages, event, self, *args)
    def inspect = "#<#{self.class} @relative_path=#{relative_path.inspect}>"

    # By hand: what is in the site's list is rendered and written with all others, and anything else Jekyll would remove again.
    def render(_layouts, _payload = nil) = self
    def write(_dest) = true

    # What the class or the object says of its address in place of Jekyll's rules.
    def own_url
      method(:url).owner == Page ? (mirrored? ? nil : @given_url) : url
    end
  end

  class PageWithoutAFile < Page
    def read_yaml(*)
      @data ||= {}
    end
  end

  class Document
    include Utterson::Mirror
    include Comparable

    attr_reader :path, :extname, :collection, :type
    attr_accessor :site

    DATELESS_FILENAME_MATCHER = %r!^(?:.+/)*(.*)(\.[^.]+)$!.freeze
    DATE_FILENAME_MATCHER = %r!^(?>.+/)*?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$!.freeze
    YAML_FRONT_MATTER_REGEXP = %r!\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)!m.freeze

    def initialize(path, relations = {})
      @site = relations[:site]
      @path = path
      @extname = File.extname(path)
      @collection = relations[:collection]
      @type = @collection.label.to_sym
      data.default_proc = proc { |_, key| site.frontmatter_defaults.find(relative_path, type, key) }
      trigger_hooks(:post_init)
    end

    def read(_options = {})
      found = Utterson.ask("read_document", path, collection.label)
      if found.nil?
        Jekyll.logger.error("Error:", "could not read file #{path}")
      else
        @read = found["attributes"]
        data.merge!(found["data"])
        self.content = found["content"]
      end
    end

    def merge_data!(other, source: "YAML front matter") # rubocop:disable Lint/UnusedMethodArgument
      data.merge!(other)
      data["date"] = Utils.parse_date(data["date"].to_s) if data["date"] && !data["date"].is_a?(Time)
      data
    end

    def date = data["date"] ||= (draft? ? source_file_mtime : site.time)
    def source_file_mtime = @source_file_mtime ||= File.mtime(path)
    def draft? = data["draft"] || (relative_path.include?("_drafts") && collection.label == "posts")
    def relative_path = @relative_path ||= path.delete_prefix("#{site.collections_path}/")
    def basename_without_ext = @basename_without_ext ||= File.basename(path, ".*")
    def basename = @basename ||= File.basename(path)
    def output_ext = Utterson.ask("output_ext", extname)
    def cleaned_relative_path = @cleaned_relative_path ||= relative_path[0..(-extname.length - 1)].sub("#{collection.relative_directory}/", "").gsub(/\.*\z/, "")
    def yaml_file? = %w(.yaml .yml).include?(extname)
    def asset_file? = sass_file? || coffeescript_file?
    def sass_file? = %w(.sass .scss).include?(extname)
    def coffeescript_file? = extname == ".coffee"
    def render_with_liquid? = data["render_with_liquid"] != false && !(coffeescript_file? || yaml_file?)
    def no_layout? = data["layout"] == "none"
    def place_in_layout? = !(asset_file? || yaml_file? || no_layout?)
    def permalink = data && data["permalink"]
    def url = @url ||= Utterson.ask("document_url", Utterson::Record.document(self))
    def url_template = collection.url_template
    def [](key) = data[key]
    def published? = !(data.key?("published") && data["published"] == false)
    def write? = collection.write? && published?
    def excerpt_separator = (data["excerpt_separator"] || site.config["excerpt_separator"]).to_s
    def generate_excerpt? = !excerpt_separator.empty?
    def to_liquid = Drops::DocumentDrop.of(self)
    def to_s = (output || content || "NO CONTENT")
    def inspect = "#<#{self.class} #{relative_path} collection=#{collection.label}>"
    def id = @id ||= File.join(File.dirname(url), (data["slug"] || basename_without_ext).to_s)
    def related_posts = (site.posts.docs.reverse - [self]).first(10)
    def renderer = Renderer.new(site, self)
    def trigger_hooks(event, *args)
      Hooks.trigger(collection.label.to_sym, event, self, *args) if collection
      Hooks.trigger(:documents, event, self, *args)
    end

    def destination(base)
      dest = site.in_dest_dir(base)
      path = site.in_dest_dir(dest, CGI.unescape(url.gsub("+", "%2B")))
      return File.join(path, "index.html") if url.end_with?("/")

      path.end_with?(output_ext) ? path : path + output_ext
    end

    def next_doc = neighbour(1)
    def previous_doc = neighbour(-1)

    def <=>(other)
      return nil unless other.respond_to?(:data)

      order = data["date"] <=> other.data["date"]
      order.nil? || order.zero? ? path <=> other.path : order
    end

    def method_missing(name, *args)
      return data[name.to_s] if data.key?(name.to_s)

      super
    end

    def respond_to_missing?(name, all = false) = data.key?(name.to_s) || super

    def add_excerpt
      @data["excerpt"] = Excerpt.new(self) if @has_excerpt && !@data.key?("excerpt")
    end

    def wire_data = Utterson.wire((@data || {}).reject { |_, value| value.is_a?(Excerpt) })

    private

    def neighbour(step)
      place = collection.docs.index { |document| document.equal?(self) }
      place && place + step >= 0 ? collection.docs[place + step] : nil
    end
  end

  # The beginning of a document, which is rendered over there.
  class Excerpt
    include Utterson::Referred

    attr_accessor :doc

    def initialize(doc) = @doc = doc

    def self._load(text) = Utterson.site.file(text[2..]).data["excerpt"]
    def reference = "e:#{doc.reference[2..]}"
    def data_for_wire = output
    def to_s = output
    def to_str = output
    def output = (@output ||= Utterson.ask("excerpt", doc.reference[2..], true))
    def content = (@content ||= Utterson.ask("excerpt", doc.reference[2..], false))
    def content=(text)
      @content = text
    end
    def data = doc.data.dup.tap { |data| data.delete("excerpt") }
    def id = "#{doc.id}#excerpt"
    def path = File.join(doc.path, "#excerpt")
    def relative_path = File.join(doc.relative_path, "#excerpt")
    def to_liquid = output
    def inspect = "<#{self.class} id=#{id}>"
    def empty? = to_s.empty?
    def method_missing(name, ...) = "".respond_to?(name) ? to_s.public_send(name, ...) : super
    def respond_to_missing?(name, all = false) = "".respond_to?(name, all) || super
  end

  class StaticFile
    include Utterson::Mirror

    attr_reader :relative_path, :extname, :name, :collection

    def initialize(site, base, dir, name, collection = nil)
      @site = site
      @base = base
      @dir = dir
      @name = name
      @collection = collection
      @relative_path = File.join(*[@dir, @name].map(&:to_s).reject(&:empty?))
      @extname = File.extname(@name)
    end

    attr_accessor :site

    def path = @path || File.join(*[@base, @dir, @name].compact.map(&:to_s))
    def basename = @basename ||= File.basename(name, extname).gsub(/\.*\z/, "")
    def modified_time = @modified_time ||= File.stat(path).mtime
    def mtime = modified_time.to_i
    def url = @url ||= Utterson.ask("static_url", Utterson::Record.static(self))
    def collection_label = @collection.respond_to?(:label) ? @collection.label : @collection
    def destination_rel_dir = File.dirname(url)
    def destination(dest) = @site.in_dest_dir(dest, destination_rel_dir, @name)
    def write? = published?
    def published? = data["published"] != false
    def modified? = true
    def placeholders = { collection: collection_label, path: relative_path, output_ext: "", name: basename, title: "" }
    def to_liquid = Drops::StaticFileDrop.new(self)
    def type = collection_label&.to_sym
    def defaults = @site.frontmatter_defaults.all(relative_path, type)
    def write(dest) = FileUtils.cp(path, FileUtils.mkdir_p(File.dirname(destination(dest))) && destination(dest)) && true
    def inspect = "#<#{self.class} @relative_path=#{relative_path.inspect}>"
  end

  class Layout
    include Convertible
    attr_reader :site, :name, :path, :relative_path
    attr_accessor :ext, :data, :content

    def initialize(site, base, name)
      @site = site
      @base = base
      @name = name
      @path = File.join(base, name)
      @ext = File.extname(name)
      @relative_path = @path.sub("#{base}/", "")
      found = Utterson.ask("read_yaml", @path)
      @data = found[0]
      @content = found[1]
    end

    def mirror(attributes)
      attributes.each { |name, value| instance_variable_set("@#{name}", value) }
      self
    end

    def inspect = "#<#{self.class} @path=#{@path.inspect}>"
  end

  class Collection
    include Utterson::Referred
    attr_reader :site, :label, :metadata
    attr_writer :docs

    def initialize(site, label)
      @site = site
      @label = label.gsub(/[^a-z0-9_\-.]/i, "")
      @metadata = {}
      @docs = []
      @files = []
    end

    def reference = "c:#{@label}"
    def self._load(text) = Utterson.site.collections[text[2..]]

    def docs
      site.fetch_files
      @docs
    end

    attr_reader :files

    def directory = @directory ||= site.in_source_dir(relative_directory)
    def relative_directory = @relative_directory ||= "_#{label}"
    def collection_dir(*files) = files.empty? ? directory : site.in_source_dir(relative_directory, *files)
    def exists? = File.directory?(directory)
    def entries = exists? ? Dir.glob("**/*", base: directory) : []
    alias filtered_entries entries
    def write? = !!metadata.fetch("output", false)
    def url_template = metadata["permalink"]
    def to_liquid = Drops::CollectionDrop.new(self)
    def inspect = "#<#{self.class} @label=#{label} docs=#{docs}>"
    def data_for_wire = docs

    def method_missing(name, *args, &block)
      docs.respond_to?(name) ? docs.public_send(name, *args, &block) : super
    end

    def respond_to_missing?(name, all = false) = docs.respond_to?(name, all) || super

    def mirror(attributes)
      attributes.each { |name, value| instance_variable_set("@#{name}", value) }
      self
    end
  end

  class FrontmatterDefaults
    def initialize(site) = @site = site
    def all(path, type) = Utterson.ask("defaults", path.to_s, type.to_s)
    def find(path, type, setting) = all(path, type)[setting]
  end

  class Renderer
    attr_reader :document, :site
    attr_writer :layouts, :payload

    def initialize(site, document, payload = nil)
      @site = site
      @document = document
      @payload = payload
    end

    def payload = @payload ||= site.site_payload
    def layouts = @layouts || site.layouts
    def converters = site.converters.select { |converter| converter.matches(document.extname) }.sort
    def output_ext = document.output_ext
    def run = raise(Utterson::Missing, "Utterson's Ruby has no Renderer#run yet")
    alias render_document run
    def convert(content) = Utterson.ask("convert", document.extname, content)

    def render_liquid(content, payload, _info = nil, _path = nil)
      Liquid::Template.parse(content).render!(payload)
    end
  end

  class LiquidRenderer
    # A template with a name, which is of no use here.
    class File
      def initialize(_renderer, _name); end

      def parse(content)
        @template = Liquid::Template.parse(content)
        self
      end

      def render(*args) = @template.render(*args)
      def render!(*args) = @template.render!(*args)
      def warnings = []
    end

    def initialize(_site); end
    def file(name) = File.new(self, name)
    def reset; end
  end

  class EntryFilter
    def initialize(site, base = nil)
      @site = site
      @base = base
    end

    def filter(entries) = entries.reject { |name| name.start_with?(".", "_", "#") || name.end_with?("~") || excluded?(name) }
    def excluded?(name) = glob_include?(@site.exclude, name)
    def included?(name) = glob_include?(@site.include, name)
    def special?(name) = name.start_with?(".", "_", "#", "~")
    def backup?(name) = name.end_with?("~")
    def glob_include?(patterns, name) = patterns.any? { |pattern| File.fnmatch?(pattern.to_s, name) || name.start_with?("#{pattern.to_s.chomp("/")}/") }
  end

  # What plugins ask of the gem jekyll-last-modified-at themselves.
  module LastModifiedAt
    class Determinator
      attr_reader :site_source, :page_path
      attr_accessor :format

      def initialize(site_source, page_path, format = nil)
        @site_source = site_source
        @page_path = page_path
        @format = format || "%d-%b-%y"
      end

      def last_modified_at_unix
        path = File.expand_path(page_path, site_source)
        output, = Utterson.ask("run", ["git", "log", "-n", "1", "--format=%ct", "--", path])
        output.strip.empty? ? File.mtime(path).to_i.to_s : output.strip
      end

      def last_modified_at_time = Time.at(last_modified_at_unix.to_i)
      def formatted_last_modified_date = last_modified_at_time.strftime(format)
      def to_s = formatted_last_modified_date
      def to_liquid = to_s
    end
  end

  # Converters of ours that plugins call by hand.
  module Converters
    class Identity < Converter
      priority :lowest
      def matches(_ext) = true
      def output_ext(ext) = ext
      def convert(content) = content
    end

    class Markdown < Converter
      def matches(ext) = Utterson.settings["markdown_ext"].include?(ext.downcase)
      def output_ext(_ext) = ".html"
      def convert(content) = Utterson.ask("markdownify", content.to_s)
      def extname_list = Utterson.settings["markdown_ext"]
    end

    class SmartyPants < Converter
      priority :low
      def matches(_ext) = false
      def output_ext(_ext) = nil
      def convert(content) = Utterson.ask("filter", "smartify", Utterson.frame, [content.to_s])
    end

    class Scss < Converter
      def matches(ext) = ext.casecmp?(".scss")
      def output_ext(_ext) = ".css"
      def convert(content) = Utterson.ask("filter", "scssify", Utterson.frame, [content.to_s])
    end

    class Sass < Scss
      def matches(ext) = ext.casecmp?(".sass")
      def convert(content) = Utterson.ask("filter", "sassify", Utterson.frame, [content.to_s])
    end
  end

  module Filters
    module URLFilters; end
    module GroupingFilters; end
    module DateFilters; end
  end

  module Tags
    class IncludeTag < Liquid::Tag
      VALID_SYNTAX = /([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))/x.freeze
      VARIABLE_SYNTAX = /(?<variable>[^{]*(\{\{\s*[\w\-.]+\s*(\|.*)?\}\}[^\s{}]*)+)(?<params>.*)/mx.freeze

      def initialize(tag_name, markup, tokens)
        super
        matched = markup.strip.match(VARIABLE_SYNTAX)
        if matched
          @file = matched["variable"].strip
          @params = matched["params"].strip
        else
          @file, @params = markup.strip.split(/\s+/, 2)
        end
      end

      def parse_params(context)
        params = {}
        @params.to_s.scan(VALID_SYNTAX) do |name, double, single, variable|
          params[name] = variable ? context[variable] : (double || single).gsub(/\\(["'])/, "\\1")
        end
        params
      end

      def syntax_example = "{% #{@tag_name} file.ext param='value' param2='value' %}"

      def render_variable(context) = Liquid::Template.parse(@file).render!(context) if @file&.match?(VARIABLE_SYNTAX)
      def tag_includes_dirs(context) = context.registers[:site].includes_load_paths.freeze
      def file_read_opts(context) = context.registers[:site].file_read_opts

      def read_file(file, context) = File.read(file, **file_read_opts(context))

      def locate_include_file(context, file, _safe = false)
        dir = tag_includes_dirs(context).find { |one| File.file?(File.join(one, file)) }
        raise IOError, "Could not locate the included file '#{file}' in any of #{tag_includes_dirs(context)}." if dir.nil?

        File.join(dir, file)
      end
    end

    class IncludeRelativeTag < IncludeTag; end
    class OptimizedIncludeTag < IncludeTag; end

    class HighlightBlock < Liquid::Block
      include Liquid::StandardFilters
      SYNTAX = /^([a-zA-Z0-9.+#_-]+)((\s+\w+(=(\w+|"[^"]*"))?)*)$/.freeze

      def initialize(tag_name, markup, tokens)
        super
        @lang = markup.strip[SYNTAX, 1]&.downcase
        @highlight_options = {}
      end
    end

    class Link < Liquid::Tag
      def self.tag_name = name.split("::").last.downcase
    end

    class PostUrl < Liquid::Tag; end
  end

  class Site
    attr_accessor :config, :data, :time, :show_drafts, :future, :unpublished, :safe, :lsi, :limit_posts, :highlighter, :exclude,
                  :include, :keep_files, :permalink_style, :gems, :plugins, :baseurl, :theme, :profiler, :drafts
    attr_reader :source, :dest, :cache_dir, :file_read_opts, :filter_cache, :frontmatter_defaults, :liquid_renderer
    attr_writer :pages, :static_files, :layouts

    def initialize(config)
      @config = config
      settings = Utterson.settings
      @source = settings["source"]
      @dest = settings["destination"]
      @cache_dir = settings["cache_dir"]
      @file_read_opts = { encoding: config["encoding"] || "utf-8" }
      @filter_cache = {}
      @frontmatter_defaults = FrontmatterDefaults.new(self)
      @liquid_renderer = LiquidRenderer.new(self)
      %w(safe lsi highlighter baseurl exclude include future show_drafts limit_posts keep_files unpublished).each do |name|
        instance_variable_set("@#{name}", config[name])
      end
      @permalink_style = config["permalink"].to_s.to_sym
      @plugins = []
      @files = {}
      @handed_out = []
      @adopted = 0
      begin_build
    end

    def in_source_dir(*paths) = paths.flatten.compact.reduce(source) { |base, path| Jekyll.sanitized_path(base, path) }
    def in_dest_dir(*paths) = paths.flatten.compact.reduce(dest) { |base, path| Jekyll.sanitized_path(base, path) }
    def in_cache_dir(*paths) = paths.flatten.compact.reduce(cache_dir) { |base, path| Jekyll.sanitized_path(base, path) }
    def in_theme_dir(*paths) = theme_root && paths.flatten.compact.reduce(theme_root) { |base, path| Jekyll.sanitized_path(base, path) }
    def theme_root = Utterson.settings["theme_root"]
    def collections_path = Utterson.settings["collections_path"]
    def includes_load_paths = Utterson.settings["includes"]
    attr_writer :includes_load_paths

    def pages = fetch_files && @pages
    def static_files = fetch_files && @static_files
    def layouts = fetch_files && @layouts
    def collections = fetch_files && @collections
    def collection_names = collections.keys
    def posts = collections["posts"] ||= Collection.new(self, "posts")
    def documents = collections.values.flat_map { |collection| collection.docs + collection.files }.uniq
    def docs_to_write = documents.select { |document| document.is_a?(Document) && document.write? }
    def static_files_to_write = static_files.select(&:write?)

    def each_site_file(&block)
      pages.each(&block)
      static_files_to_write.each(&block)
      docs_to_write.each(&block)
    end

    def tags = post_attr_hash("tags")
    def categories = post_attr_hash("categories")

    def post_attr_hash(name)
      hash = Hash.new { |all, key| all[key] = [] }
      posts.docs.each { |post| post.data[name]&.each { |value| hash[value] << post } }
      hash.each_value { |list| list.sort!.reverse! }
    end

    def data
      if @data.nil?
        @data = Utterson.ask("site_data")
        @data_before = Utterson.image(@data)
      end
      @data
    end

    def site_data = config["data"] || data
    def site_payload = Drops::UnifiedPayloadDrop.new
    alias to_liquid site_payload

    def converters = @converters ||= [Converters::Markdown, Converters::Identity, Converters::Scss].map { |klass| klass.new(config) } + own_plugins(Converter)
    def generators = @generators ||= own_plugins(Generator)

    def find_converter_instance(klass)
      converters.find { |converter| converter.instance_of?(klass) || converter.is_a?(klass) } || raise("No Converters found for #{klass}")
    end

    def plugin_instance(klass)
      (klass < Converter ? converters : generators).find { |one| one.instance_of?(klass) }
    end

    def publisher = Struct.new(:site) { def publish?(thing) = thing.published? }.new(self)
    def incremental?(_override = {}) = false
    def regenerator = Struct.new(:site) { def method_missing(*) = true; def respond_to_missing?(*) = true }.new(self)
    def reader = raise(Utterson::Missing, "Utterson's Ruby has no Site#reader yet")
    def theme = theme_root && Struct.new(:root, :name, :includes_path, :layouts_path).new(theme_root, config["theme"], "#{theme_root}/_includes", "#{theme_root}/_layouts")
    def inspect = "#<#{self.class} @source=#{@source}>"

    # Below is what the shim itself asks of the site.

    include Utterson::Referred

    def reference = "s:"
    def self._load(_text) = Utterson.site

    # A new build: all is fetched anew.
    def begin_build
      @files.clear
      @fetched = false
      @data = nil
      @converters = @generators = nil
      @collections = nil
      @time = Utterson.settings["time"]
      @config_before = config.transform_values { |value| Utterson.image(value) }
      Utterson::Registers.forget
      Utterson::Environment.forget
      Cache.clear
    end

    # What is here is not what is there any more; objects stay the same, what they hold is asked for again.
    def stale(ids, data_too)
      @fetched = false
      ids.each { |id| @files[id]&.instance_variable_set(:@stale, true) }
      @data = nil if data_too
    end

    def own_plugins(base) = Utterson::Registered.plugins.select { |klass| klass < base && klass.name && !klass.name.start_with?("Jekyll::Converters::") }.sort.map { |klass| klass.new(config) }

    def file(id)
      fetch_files unless @files.key?(id)
      @files[id] || one_file(id)
    end

    # The page or document whose hooks have their turn.
    def in_hand(kind, attributes)
      fetch_files
      object = (@files[attributes["utterson_id"]] ||= make(kind, attributes))
      object.mirror(attributes.reject { |_, value| value.nil? })
    end

    # A file that came up after the lists were fetched.
    def one_file(id)
      kind, attributes = Utterson.ask("file", id)
      @files[id] = make(kind, attributes) if kind
    end

    # Gives an object that a plugin made a name.
    def adopt(object)
      id = "ruby:#{@adopted += 1}"
      @files[id] = object
      id
    end

    def make(kind, attributes)
      klass = { "page" => attributes["made"] ? PageWithoutAFile : Page, "document" => Document, "static" => StaticFile }.fetch(kind)
      object = klass.allocate
      object.mirror(attributes.merge("site" => self))
      if kind == "document"
        object.instance_variable_set(:@collection, @collections[attributes["collection"]])
        object.instance_variable_set(:@type, attributes["collection"].to_sym)
      end
      object
    end

    def fetch_files
      return self if @fetched

      @fetched = true
      found = Utterson.ask("files")
      known = ->(kind, list) { list.map { |attributes| mirrored(kind, attributes) } }
      @collections = (@collections || {}).merge(found["collections"].to_h { |label, attributes| [label, collection(label, attributes)] })
      found["collections"].each do |label, attributes|
        refill(@collections[label].instance_variable_get(:@docs), known.call("document", attributes["documents"]))
        refill(@collections[label].instance_variable_get(:@files), known.call("static", attributes["static_files"]))
      end
      refill(@pages ||= [], known.call("page", found["pages"]))
      own = known.call("static", found["static_files"])
      refill(@static_files ||= [], own + @collections.values.flat_map { |collection| collection.instance_variable_get(:@files) })
      @layouts = found["layouts"].transform_values { |attributes| Layout.allocate.mirror(attributes.merge("site" => self)) }
      @layouts_before = @layouts.keys
      @posts_before = note_lists
      self
    end

    def refill(list, items) = list.frozen? ? items : list.replace(items)

    def collection(label, attributes)
      one = @collections && @collections[label] || Collection.new(self, label)
      one.mirror("directory" => attributes["directory"], "relative_directory" => attributes["relative_directory"], "metadata" => attributes["metadata"])
    end

    def mirrored(kind, attributes)
      id = attributes["utterson_id"]
      object = @files[id]
      return @files[id] = make(kind, attributes) if object.nil?

      object.mirror(attributes)
      if object.instance_variable_get(:@stale)
        object.instance_variable_set(:@stale, false)
        object.forget_texts
        object.receive_data(Utterson.ask("data", [id]).first) if object.instance_variable_get(:@data)
      end
      object
    end

    # Front matter comes for all files of a kind at once: whoever looks at one of them mostly looks at the others.
    def fetch_data(object)
      group = group_of(object).select { |one| one.mirrored? && one.instance_variable_get(:@data).nil? }
      group = [object] unless group.include?(object)
      datas = Utterson.ask("data", group.map(&:utterson_id))
      group.zip(datas) { |one, data| one.receive_data(data) }
      @handed_out.concat(group)
    end

    def group_of(object)
      case object
      when Page then pages
      when Document then object.collection ? object.collection.docs : [object]
      else [object]
      end
    end

    def handed_out(object) = @handed_out << object

    def note_lists
      @lists_before = { pages: @pages.dup, static: @static_files.dup, documents: @collections.transform_values { |one| one.instance_variable_get(:@docs).dup } }
    end

    # All that a plugin has changed, as a record; nil for nothing.
    def take_changes
      record = {}
      record["changes"] = @handed_out.uniq.filter_map { |one| (changed = one.changes) && [one.utterson_id, changed] }.to_h
      record.merge!(list_changes) if @fetched
      if @data && ((image = Utterson.image(@data)) != @data_before || image.nil?)
        record["data"] = Utterson.wire(@data)
        @data_before = image
      end
      record["config"] = config_changes
      record.delete_if { |_, value| value.respond_to?(:empty?) && value.empty? && value != record["data"] }
      record.empty? ? nil : record
    end

    def config_changes
      images = config.transform_values { |value| Utterson.image(value) }
      changed = config.select { |key, _| images[key].nil? || images[key] != @config_before[key] }
      gone = @config_before.keys - config.keys
      @config_before = images
      Utterson.wire(changed.merge(gone.to_h { |key| [key, nil] }))
    end

    def list_changes
      before = @lists_before
      pages_after, static_after = @pages, @static_files
      documents = @collections.transform_values { |one| one.instance_variable_get(:@docs) }
      record = {
        "pages" => fresh(before[:pages], pages_after).map { |page| Utterson::Record.page(page) },
        "static" => fresh(before[:static], static_after).map { |file| Utterson::Record.static(file) },
        "documents" => documents.flat_map { |label, docs| fresh(before[:documents][label] || [], docs).map { |document| Utterson::Record.document(document) } },
        "removed" => gone(before[:pages], pages_after) + gone(before[:static], static_after) +
                     before[:documents].flat_map { |label, docs| gone(docs, documents[label] || []) },
        "layouts" => (@layouts.keys - @layouts_before).to_h { |name| [name, Utterson::Record.layout(@layouts[name])] },
      }
      record["order"] = ordered(before[:pages], pages_after) + documents.flat_map { |label, docs| ordered(before[:documents][label] || [], docs) }
      note_lists
      @layouts_before = @layouts.keys
      record
    end

    def fresh(before, after)
      known = Set.new.compare_by_identity.merge(before)
      after.reject { |one| known.include?(one) }
    end

    def gone(before, after)
      known = Set.new.compare_by_identity.merge(after)
      before.reject { |one| known.include?(one) }.map(&:utterson_id)
    end

    # Names in order, where it is not the one before with what is new at its end.
    def ordered(before, after)
      known = Set.new.compare_by_identity.merge(after)
      kept = before.select { |one| known.include?(one) }
      expected = kept + fresh(before, after)
      expected.each_with_index.all? { |one, place| one.equal?(after[place]) } ? [] : after.map { |one| one.reference[2..] }
    end

    def forget_handed_out
      @handed_out.each { |one| one.forget_texts if one.respond_to?(:forget_texts) }
    end
  end
end

module Utterson
  # What the other side makes files of that plugins made.
  module Record
    class << self
      def page(page)
        variable = ->(name) { page.instance_variable_get(name) }
        {
          "id" => page.reference[2..], "dir" => variable.call(:@dir).to_s, "name" => page.name.to_s, "basename" => page.basename.to_s,
          "ext" => page.ext.to_s, "data" => page.wire_data, "content" => page.content.to_s, "url" => page.own_url,
          "class" => page.class.name.to_s, "path" => page.relative_path, "output" => variable.call(:@output),
        }
      end

      def document(document)
        {
          "id" => document.reference[2..], "collection" => document.collection.label, "path" => document.path,
          "relative_path" => document.relative_path, "data" => document.wire_data, "content" => document.content.to_s,
          "read" => document.instance_variable_get(:@read), "url" => document.method(:url).owner == Jekyll::Document ? nil : document.url,
          "date" => document.date,
        }
      end

      def static(file)
        {
          "id" => file.reference[2..], "path" => file.path, "relative_path" => file.relative_path.to_s, "name" => file.name.to_s,
          "collection" => file.collection_label, "is_written" => file.write? ? true : false,
          "is_own" => file.method(:write).owner != Jekyll::StaticFile,
          "url" => file.method(:url).owner == Jekyll::StaticFile ? nil : file.url,
        }
      end

      def layout(layout)
        { "path" => layout.path.to_s, "data" => Utterson.wire(layout.data || {}), "content" => layout.content.to_s, "ext" => layout.ext.to_s }
      end
    end
  end

  # Mappings print as in the Rubies that sites were written for, and as they do in templates here.
  if RUBY_VERSION >= "3.4"
    module Inspection
      def inspect
        return "{}" if empty?
        return "{...}" if (open = Thread.current[:utterson_inspected] ||= []).any? { |one| one.equal?(self) }

        open.push(self)
        begin
          "{#{map { |key, value| "#{key.inspect}=>#{value.inspect}" }.join(", ")}}"
        ensure
          open.pop
        end
      end
      alias to_s inspect
    end
    Hash.prepend(Inspection)
  end

  # What works on a file or folder that is gone from Ruby, and plugins of its day still call.
  [File, Dir].each do |klass|
    klass.define_singleton_method(:exists?) { |path| exist?(path) } unless klass.respond_to?(:exists?)
  end

  # Whose classes plugins reopen to change what happens over there, where they are not.
  module Watch
    FOREIGN = %w(Kramdown Rouge Sass SassC SassEmbedded Redcarpet RDiscount Pygments CommonMarker Sprockets).freeze
    ABSENT = %w(Reader PostReader PageReader LayoutReader DataReader CollectionReader StaticFileReader ThemeAssetsReader Regenerator
                Cleaner Publisher PluginManager RelatedPosts URL Theme ThemeBuilder LogAdapterWriter Profiler Commands Tags Converters).freeze
    INTERNALS = {
      "Jekyll::Site" => %i[process reset setup read generate render cleanup write render_docs render_pages site_payload],
      "Jekyll::Page" => %i[write render do_layout render_all_layouts],
      "Jekyll::Document" => %i[write read_content populate_title categories_from_path generate_excerpt],
      "Jekyll::Renderer" => %i[run render_document convert render_liquid place_in_layouts render_layout],
      "Jekyll::Convertible" => %i[render_liquid do_layout render_all_layouts write read_yaml],
    }.freeze

    @opened = []

    class << self
      def during(file)
        trace = TracePoint.new(:class) { |event| note(event) }
        @opened = []
        trace.enable { yield }
        findings(file)
      end

      private

      def note(event)
        @opened << [event.self, event.path, event.lineno]
      end

      def findings(_file)
        @opened.uniq.filter_map do |mod, path, line|
          name = mod.name.to_s
          next if path == SHIM || mod.singleton_class?

          root = name[/\A\w+/]
          changed =
            if FOREIGN.include?(root) && own_methods?(mod, path) then name
            elsif (names = changed_methods(mod, name, path)).any? then "#{name} (#{names.join(", ")})"
            elsif name.start_with?("Jekyll::") && ABSENT.include?(name[/\AJekyll::(\w+)\z/, 1]) && own_methods?(mod, path) && !Utterson.own?(mod) then name
            end
          [changed, path, line] if changed
        end
      end

      def own_methods?(mod, path) = (mod.instance_methods(false) + mod.private_instance_methods(false)).any? { |name| mod.instance_method(name).source_location&.first == path }

      def changed_methods(mod, name, path)
        return [] unless Utterson.own?(mod)

        watched = Utterson.own_methods(mod) | INTERNALS.fetch(name, [])
        (mod.instance_methods(false) + mod.private_instance_methods(false)).select do |method|
          watched.include?(method) && mod.instance_method(method).source_location&.first == path
        end
      end
    end
  end
end

# Gems that are here under other names.
module Kernel
  alias utterson_require require
  private :utterson_require

  def require(name)
    if name.is_a?(String) && name.match?(%r!\A(jekyll|liquid|jemoji)([/-].*)?\z!)
      Utterson::Registered.required << name
      return false
    end

    utterson_require(name)
  rescue LoadError => e
    raise e if !name.is_a?(String) || name.start_with?("/", ".")

    raise Utterson.explain(e, name) if e.path && e.path != name

    Utterson::Gems.find(name) ? utterson_require(name) : raise(Utterson.explain(e, name))
  end
  private :require
end

# Without processes and network of its own, Ruby asks for them.
if RUBY_PLATFORM.include?("wasm")
  Dir.glob("/usr/local/lib/ruby/gems/*/gems/*/lib").each { |lib| $LOAD_PATH << lib }

  module Utterson
    # Commands by the other side, as far as it lets plugins.
    module Processes
      Status = Struct.new(:exitstatus, :pid) do
        def success? = exitstatus.zero?
        def exited? = true
        def to_i = exitstatus << 8
      end

      def self.run(*command)
        command.shift if command.first.is_a?(Hash)
        command.pop if command.last.is_a?(Hash)
        output, errors, status = Utterson.ask("run", command.size == 1 ? command.first.to_s : command.map(&:to_s))
        [output, errors, Status.new(status, 1)]
      end
    end
  end

  module Kernel
    def `(command) = Utterson::Processes.run(command).first # `

    def system(*command, **_options)
      output, errors, status = Utterson::Processes.run(*command)
      $stdout.write(output)
      $stderr.write(errors)
      status.success?
    end

    def spawn(*command, **options) = system(*command, **options) && 1
    private :`, :system, :spawn
  end

  def IO.popen(*command, **_options)
    io = StringIO.new(Utterson::Processes.run(*command.flatten).first)
    block_given? ? yield(io) : io
  end

  # The zone of times, of which WebAssembly knows nothing.
  module Utterson
    module Zone
      @offsets = {}

      class << self
        # Offsets change at quarters of hours only.
        def at(seconds) = (@offsets[seconds.to_i / 900] ||= Utterson.ask("zone_offset", seconds.to_i))

        def local(time_class, year, month = nil, day = nil, hour = nil, minute = nil, second = nil, usec = nil)
          utc = time_class.utc(year, month || 1, day || 1, hour || 0, minute || 0, second || 0, usec || 0)
          seconds = Utterson.ask("zone_seconds", utc.year, utc.month, utc.day, utc.hour, utc.min, utc.sec)
          time_class.at(seconds, utc.nsec, :nsec)
        end
      end
    end
  end

  class << Time
    alias utterson_now now
    alias utterson_at at
    alias utterson_new new

    def now(**options) = options.empty? ? at(utterson_now.to_r) : utterson_now(**options)

    def at(time, *rest, **options)
      return utterson_at(time, *rest, **options) unless options.empty?

      plain = utterson_at(time, *rest)
      time.is_a?(Time) ? plain : plain.localtime(Utterson::Zone.at(plain.to_i))
    end

    def local(*fields)
      fields = fields.values_at(5, 4, 3, 2, 1, 0) if fields.size == 10
      month = fields[1]
      fields[1] = Date::ABBR_MONTHNAMES.index(month.capitalize) || month.to_i if month.is_a?(String)
      Utterson::Zone.local(self, *fields)
    end
    alias mktime local

    def new(*fields, **options)
      return now(**options) if fields.empty?
      return utterson_new(*fields, **options) if !options.empty? || fields.size > 6 || fields.first.is_a?(String)

      local(*fields)
    end
  end

  class Time
    alias utterson_localtime localtime
    alias utterson_getlocal getlocal

    def localtime(*zone) = zone.empty? ? utterson_localtime(Utterson::Zone.at(to_i)) : utterson_localtime(*zone)
    def getlocal(*zone) = zone.empty? ? utterson_getlocal(Utterson::Zone.at(to_i)) : utterson_getlocal(*zone)
  end

  def Date.today(*) = Time.now.to_date

  require "open3"
  module Open3
    class << self
      def capture3(*command, **_options) = Utterson::Processes.run(*command)
      def capture2(*command, **_options) = Utterson::Processes.run(*command).values_at(0, 2)
      def capture2e(*command, **_options) = Utterson::Processes.run(*command).then { |output, errors, status| [output + errors, status] }
    end
  end
end

module Utterson
  # What needs more than Ruby in WebAssembly has.
  NETWORK = %w(socket net/http net/https open-uri net/ftp net/smtp).freeze

  def self.explain(error, name)
    return error unless RUBY_PLATFORM.include?("wasm")

    reason = NETWORK.include?(name) ? "the network, which plugins in WebAssembly do not have" : "a gem that is not in the site's folders, or not in Ruby alone"
    LoadError.new("cannot load such file -- #{name} (it needs #{reason}; set `utterson: {ruby: system}` for an installed Ruby)").tap { |one| one.set_backtrace(error.backtrace) }
  end
end

module Utterson
  # Pure Ruby in the folders of gems that the site has.
  module Gems
    @added = []

    class << self
      attr_writer :folders

      # Puts the folder of the gem that has a file on the path.
      def find(name)
        file = name.end_with?(".rb") ? name : "#{name}.rb"
        lib = (@folders ||= []).flat_map { |folder| Dir.glob("#{folder}/*/lib") }.sort.reverse
                               .find { |one| !@added.include?(one) && File.file?(File.join(one, file)) }
        return false if lib.nil?

        @added << lib
        $LOAD_PATH.unshift(lib)
        true
      end
    end
  end

  # Standard output is a message as any other.
  def self.place_of(error) = Errors.trace(error).first

  Wire.on("hello") do |settings, config, filters|
    Utterson.settings = settings
    ENV["TZ"] = settings["zone"] if settings["zone"]
    if settings["clock"]
      fixed = settings["clock"]
      Time.singleton_class.class_eval { define_method(:now) { |**options| at(fixed, **options) } }
    end
    Dir.chdir(settings["directory"])
    Utterson::Gems.folders = settings["gems"]
    Utterson.filters = filters
    Utterson.site = Jekyll::Site.new(Jekyll::Configuration.new.merge!(config))
    [PROTOCOL, RUBY_VERSION, RUBY_PLATFORM]
  end

  Wire.on("begin") do |settings, config|
    Utterson.settings = settings
    Utterson.site.config.replace(config)
    Utterson.site.begin_build
    nil
  end

  Wire.on("load") do |path|
    plugins = Registered.plugins.size
    hooks = Registered.hooks.size
    opened = Watch.during(path) { require path }
    Registered.take(plugins, hooks).merge("opened" => opened)
  end

  Wire.on("time") { |time| Utterson.site.time = time }
  Wire.on("stale") { |ids, data_too| Utterson.site.stale(ids, data_too) }

  Wire.on("generate") do |number|
    klass = Registered.plugins.fetch(number)
    Utterson.site.plugin_instance(klass).generate(Utterson.site)
    Utterson.site.take_changes
  end

  Wire.on("site_hook") do |number, payload|
    block = Registered.hooks.fetch(number)[4]
    args = payload ? [Utterson.site, Jekyll::Drops::UnifiedPayloadDrop.new] : [Utterson.site]
    block.call(*args)
    Utterson.site.take_changes
  end

  Wire.on("item_hook") do |number, (kind, attributes), data, payload|
    block = Registered.hooks.fetch(number)[4]
    item = Utterson.site.in_hand(kind, attributes)
    item.forget_texts
    item.receive_data(data)
    block.call(*(payload ? [item, Jekyll::Drops::UnifiedPayloadDrop.new] : [item]))
    item.changes
  end

  Wire.on("clean_hook") do |number, paths|
    Registered.hooks.fetch(number)[4].call(paths)
    paths
  end

  @tags = []

  Wire.on("new_tag") do |name, markup, line|
    klass = Registered.tag_table.fetch(name)
    tag = klass.parse(name, markup, Tokens.new, Liquid::ParseContext.new(line_number: line))
    @tags << tag
    tag.utterson_id = @tags.size - 1 if tag.respond_to?(:utterson_id=)
    [@tags.size - 1, tag.respond_to?(:blank?) && tag.blank? ? true : false]
  end

  # The rest of the template, for tags that read it themselves.
  class Tokens
    def shift = Utterson.ask("token")
    def empty? = false
  end

  Wire.on("render_tag") do |number, frame, registers|
    out = in_frame(frame) { @tags.fetch(number).render(Liquid::Context.of(frame, registers)) }
    Environment.settle
    out.is_a?(Array) ? out.join : out.to_s
  end

  def self.in_frame(frame)
    outer = Utterson.frame
    Utterson.frame = frame
    yield
  ensure
    Utterson.frame = outer
  end

  Wire.on("filter") do |name, frame, registers, args|
    in_frame(frame) do
      strainer = Strainer.new(Liquid::Context.of(frame, registers))
      options = args.last.is_a?(Hash) && keywords?(name) ? args.pop.transform_keys(&:to_sym) : nil
      wire(options ? strainer.public_send(name, *args, **options) : strainer.public_send(name, *args))
    end
  end

  def self.keywords?(name) = Strainer.instance_method(name).parameters.any? { |kind, _| %i[key keyreq keyrest].include?(kind) }

  Wire.on("converter") do |number, method, argument|
    klass = Registered.plugins.fetch(number)
    wire(Utterson.site.plugin_instance(klass).public_send(method, argument))
  end

  Wire.on("converter_marks") do |number|
    converter = Utterson.site.plugin_instance(Registered.plugins.fetch(number))
    [converter.highlighter_prefix, converter.highlighter_suffix]
  end

  Wire.on("drop_get") do |number, key|
    object = Handle.fetch(number)
    case object
    when Liquid::Drop then [true, wire(object[key])]
    when Hash then object.key?(key) ? [true, wire(object[key])] : [false, nil]
    else [false, nil]
    end
  end

  Wire.on("drop_has") do |number, key|
    object = Handle.fetch(number)
    object.respond_to?(:key?) && object.key?(key) ? true : false
  end

  Wire.on("drop_keys") do |number|
    object = Handle.fetch(number)
    object.respond_to?(:keys) ? object.keys.map(&:to_s) : []
  end

  Wire.on("drop_text") { |number| utf8(Handle.fetch(number).to_s) }
  Wire.on("drop_inspect") { |number| utf8(Handle.fetch(number).inspect) }

  Wire.on("drop_about") do |number|
    object = Handle.fetch(number)
    [object.class.name.to_s, object.respond_to?(:each) && !object.is_a?(Jekyll::Drops::Drop)]
  end

  Wire.on("drop_items") { |number| wire(Handle.fetch(number).each.to_a) }

  Wire.on("drop_json") do |number|
    object = Handle.fetch(number)
    object.respond_to?(:to_h) && !object.is_a?(Array) && object.class.method_defined?(:hash_for_json) ? wire(object.to_h) : wire(object.respond_to?(:to_h) ? object.to_h : object.to_s)
  end

  Wire.on("calls") { |number, other| (Handle.fetch(number) <=> other).then { |order| order.is_a?(Integer) ? order : nil } }
end

Utterson.seal
Utterson::Wire.open(*ARGV)
ARGV.clear
Utterson::Wire.serve
