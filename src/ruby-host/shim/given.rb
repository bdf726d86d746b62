# frozen_string_literal: true

module Utterson
  # What a call knows of its context without an ask: values that came along, since tags of its kind have asked for them before, and those asked
  # for already. It counts until an ask after which they may be others.
  module Given
    # Asks that leave all names as they are.
    HARMLESS = Set.new(%w(find data content output file files site_data log slugify transliterate escape_path unescape_path yaml read_yaml
                          defaults zone_offset zone_seconds run http output_ext drop_get drop_has drop_keys drop_text)).freeze

    @frame = nil
    @values = {}
    @unused = {}

    class << self
      # Runs with what came for a rendering; answers what comes of it, and the names that nobody wanted.
      def during(frame, values)
        @frame = frame
        @values = values
        @unused = unused = values.dup
        [yield, unused.keys]
      ensure
        forget
      end

      def find(frame, markup)
        if frame == @frame && @values.key?(markup)
          @unused.delete(markup)
          return @values[markup]
        end
        value = Utterson.ask("find", frame, markup)
        @values[markup] = value if frame == @frame
        value
      end

      def asked(name)
        forget unless HARMLESS.include?(name)
      end

      private

      def forget
        @frame = nil
        @values = {}
      end
    end
  end
end
