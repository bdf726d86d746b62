# frozen_string_literal: true

module Liquid
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
end
