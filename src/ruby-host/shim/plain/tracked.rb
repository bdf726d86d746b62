# frozen_string_literal: true

module Utterson
  # Puts notes where plugins ask for what is another thing each time.
  module Tracked
    NOW = "time:%s%N"
    TODAY = "time:%F"
    CHANCE = "random"
    UNSEEN = "unseen"

    FROM_TEXTS = %i[parse strptime iso8601 rfc2822 httpdate xmlschema commercial ordinal].freeze
    TEXTS = %i[read binread readlines foreach].freeze
    NAMES_ALONE = %i[basename dirname extname join split fnmatch fnmatch? expand_path absolute_path absolute_path? path].freeze

    class << self
      def begin
        clock
        chance
        variables
        files
      end

      # What has been loaded since.
      def follow
        return if @is_secure || !defined?(::SecureRandom) || Object.autoload?(:SecureRandom)

        @is_secure = true
        Reads.before(::SecureRandom.singleton_class, *::SecureRandom.public_methods(false), *Random::Formatter.public_instance_methods) { Reads.note(CHANCE) }
      end

      private

      def clock
        Reads.before(Time.singleton_class, :now) { Reads.note(NOW) }
        Reads.before(Time.singleton_class, :new) { |*fields| Reads.note(NOW) if fields.empty? }
        Reads.before(DateTime.singleton_class, :now) { Reads.note(NOW) }
        Reads.before(Date.singleton_class, :today) { Reads.note(TODAY) }
        # What is left out is today's.
        [Date, DateTime, Time].each { |klass| Reads.before(klass.singleton_class, *FROM_TEXTS) { Reads.note(TODAY) } }
      end

      def chance
        Reads.before(Array, :shuffle, :shuffle!, :sample) { Reads.note(CHANCE) }
        Reads.before(Random.singleton_class, :new, *Random.singleton_methods) { Reads.note(CHANCE) }
      end

      def variables
        one = %i[[] fetch key? has_key? include? member?]
        Reads.before(ENV.singleton_class, *one) { |name| Reads.note("env:#{name}") }
        Reads.before(ENV.singleton_class, *(ENV.singleton_methods - one)) { Reads.note(UNSEEN) }
      end

      def files
        Reads.before(File.singleton_class, *TEXTS, :file?) { |path| Reads.note("file:#{path_of(path)}") }
        Reads.before(IO.singleton_class, *TEXTS) { |path| Reads.note("file:#{path_of(path)}") }
        Reads.before(File.singleton_class, :open, :new) { |path, mode = "r"| Reads.note(mode.to_s.match?(/\Ar[bt]?(:|\z)/) ? "file:#{path_of(path)}" : UNSEEN) }
        Reads.before(File.singleton_class, *(File.singleton_methods - NAMES_ALONE - TEXTS - %i[file? open new])) { Reads.note(UNSEEN) }
        Reads.before(Dir.singleton_class, *Dir.singleton_methods) { Reads.note(UNSEEN) }
      end

      def path_of(path) = File.expand_path(path.respond_to?(:to_path) ? path.to_path : path.to_s)
    end
  end
end

module Kernel
  alias utterson_rand rand
  private :utterson_rand

  def rand(*args)
    Utterson::Reads.note(Utterson::Tracked::CHANCE)
    utterson_rand(*args)
  end
  private :rand
end
