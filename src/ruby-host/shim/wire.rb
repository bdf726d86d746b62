# frozen_string_literal: true

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

  # Two pipes, by the numbers of their ends. Each message has its length before it, in four bytes.
  class Pipes
    def initialize(requests, answers)
      @requests = IO.for_fd(requests.to_i, "rb")
      @answers = IO.for_fd(answers.to_i, "wb")
      @answers.sync = true
    end

    def write(message)
      @answers.write([message.bytesize].pack("V") << message)
    rescue Errno::EPIPE
      # Nobody listens any more.
      exit!(1)
    end

    def read
      head = @requests.read(4)
      @requests.read(head.unpack1("V")) unless head.nil? || head.bytesize < 4
    end
  end

  # The other side. Each message is a value of Marshal's.
  module Wire
    @calls = {}

    class << self
      # What messages come and go by.
      attr_writer :way

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

      # Until the other side ends it, or wants Ruby as it is now to be looked after (`leave`).
      def serve
        until (kind, name, args = receive).nil? || kind == "leave"
          kind == "call" ? run(name, args) : Marks.public_send(kind)
        end
      end

      # A message that nobody has asked for.
      def tell(*message) = send(message)

      private

      def run(name, args)
        answer =
          begin
            value, reads = Reads.of_call(name) { @calls.fetch(name).call(*args) }
            reads.empty? ? ["done", value] : ["done", value, reads]
          rescue Exception => e # rubocop:disable Lint/RescueException
            ["raised", Errors.describe(e)]
          end
        begin
          send(answer)
        rescue TypeError => e
          send(["raised", Errors.describe(e)])
        end
      end

      def send(message) = @way.write(Marshal.dump(message))

      def receive
        message = @way.read
        Marshal.load(message) unless message.nil? # rubocop:disable Security/MarshalLoad
      end
    end
  end

  def self.ask(name, *args)
    Given.asked(name)
    Wire.ask(name, *args)
  end
end
