# frozen_string_literal: true

module Utterson
  # Which files of plugins are plain, with all others in view: what calls a file that is not is none itself, and nothing is where code that was
  # there before may have been changed.
  module Verdicts
    # What each class has, and nobody reaches by its name alone.
    OF_EACH = Set.new(%i[initialize render parse generate convert matches output_ext]).freeze

    @readings = {}

    class << self
      # Reads a file before it is loaded.
      def read(path) = @readings[path] = PlainReading.new(File.read(path, encoding: "UTF-8")) { |names| there?(names) }

      # Reads what the plugins have loaded besides.
      def read_loaded(features)
        features.each do |path|
          next if @readings.key?(path) || path == SHIM || Reads::LIBRARY.any? { |folder| path.start_with?(folder) }

          @readings[path] = path.end_with?(".rb") ? PlainReading.new(File.read(path, encoding: "UTF-8")) { |names| made_elsewhere?(names, path) } : nil
        end
      end

      # By path, why a file is not plain; nil for one that is.
      def all
        others = @readings.reject { |_, reading| reading && reading.reasons.empty? }
        changing = others.find { |_, reading| reading.nil? || reading.opened? }
        return @readings.to_h { |path, reading| [path, own_reason(reading) || "is loaded with #{changing.first}"] } if changing

        reasons = others.transform_values { |reading| own_reason(reading) }
        until (more = found(reasons)).empty?
          reasons.merge!(more)
        end
        @readings.to_h { |path, _| [path, reasons[path]] }
      end

      # Files that look at what converters are made with.
      def readers_of_settings = @readings.select { |_, reading| reading&.reads_settings? }.keys

      private

      def own_reason(reading) = reading.nil? ? "is no Ruby" : (reading.reasons.first)

      def there?(names)
        names.reduce(Object) { |mod, name| mod.is_a?(Module) && mod.const_defined?(name, mod.equal?(Object)) ? mod.const_get(name) : (return false) }
        true
      rescue NameError
        true
      end

      # Of what is loaded it is known where it was made first.
      def made_elsewhere?(names, path)
        Object.const_source_location(names.join("::"))&.first != path
      rescue NameError
        true
      end

      # Files that go by others that are not plain, or that these go by.
      def found(reasons)
        plain, others = @readings.partition { |path, _| !reasons.key?(path) }.map(&:to_h)
        methods = plain.each_value.reduce(Set.new) { |all, one| all | one.methods }
        constants = plain.each_value.reduce(Set.new) { |all, one| all | one.constants }
        plain.each_with_object({}) do |(path, one), more|
          if !one.plain?(methods, constants) then more[path] = one.why
          elsif (other = others.find { |_, two| touch?(one, two) }) then more[path] = "goes by what is in #{other.first}"
          end
        end
      end

      def touch?(one, two)
        one.used.intersect?(two.constants) || two.used.intersect?(one.constants) || one.called.intersect?(two.methods - OF_EACH) ||
          two.called.intersect?(one.methods - OF_EACH) ||
          (one.module_methods - OF_EACH).intersect?(two.module_methods)
      end
    end
  end
end
