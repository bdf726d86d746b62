# frozen_string_literal: true

module Utterson
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
end
