# frozen_string_literal: true

module Utterson
  # What a call looked at that did not go over the wire: the copies that are here, the clock, chance, files, variables. The other side makes keys of it.
  module Reads
    # Names of single files; with more, it is all of them.
    MOST_FILES = 32

    @names = nil
    @files = nil
    @is_loading = false

    # Calls of which the other side wants to know.
    CALLS = Set.new(%w(load new_tag render_tag filter converter)).freeze
    NOTHING = [].freeze

    class << self
      # Runs a call; answers what comes of it, and what it looked at.
      def of_call(name)
        return silently { [yield, NOTHING] } unless CALLS.include?(name)

        outer = [@names, @files, @is_loading]
        names = @names = {}
        files = @files = {}
        @is_loading = name == "load"
        value = yield
        [value, names.empty? && files.empty? ? NOTHING : names.keys + files.keys.map { |id| "f:#{id}" }]
      ensure
        @names, @files, @is_loading = outer if outer
      end

      # Runs what is our own to look at.
      def silently
        outer = [@names, @files]
        @names = @files = nil
        yield
      ensure
        @names, @files = outer
      end

      def noting? = !@names.nil?

      # Answers nothing.
      def note(name)
        @names[name] = true if @names && !(@is_loading && of_library?)
        nil
      end

      # A page, a document or a file that is copied.
      def file(id)
        return if @files.nil? || @files.key?(id)

        @files.size == MOST_FILES ? @names["files"] = true : @files[id] = true
      end

      private

      # Of what Ruby's own library looks at while it is loaded nobody sees anything.
      def of_library?
        place = caller_locations(3, 40).find { |one| one.path != SHIM && !one.path.start_with?("<internal:") }
        place.nil? || LIBRARY.any? { |folder| place.path.start_with?(folder) }
      end
    end

    LIBRARY = RbConfig::CONFIG.values_at("rubylibdir", "rubyarchdir", "sitedir", "vendordir").compact.map { |folder| "#{folder}/" }.freeze

    # Puts a note before methods, in place of what they would note themselves.
    def self.before(mod, *names, &note)
      added = Module.new do
        names.each do |name|
          next unless mod.method_defined?(name)

          define_method(name) do |*args, **options, &block|
            note.call(*args)
            Reads.noting? && !block ? Reads.silently { super(*args, **options, &nil) } : super(*args, **options, &block)
          end
        end
      end
      mod.prepend(added)
    end
  end
end
