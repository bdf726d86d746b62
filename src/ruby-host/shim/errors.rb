# frozen_string_literal: true

module Utterson
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
        return nil unless name&.match?(/\A(Jekyll|Liquid|Kramdown|Rouge)(::|\z)/)
        # A plugin's own module may want anything.
        return nil unless error.receiver.equal?(Object) || Utterson.own?(error.receiver)

        "Utterson's Ruby has no #{name} yet"
      rescue ArgumentError
        nil
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
end
