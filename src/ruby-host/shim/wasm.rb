# frozen_string_literal: true

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
