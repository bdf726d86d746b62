# frozen_string_literal: true

module Utterson
  # The wire of Ruby in WebAssembly: a place in the memory that both sides use. Its address is what rings: the other side takes the message that
  # was put there, waits for the next one, and puts that in its place. What reads and writes files takes several times as long, since Ruby has
  # all of its stack copied for each call that may be interrupted; this one cannot be.
  class Mailbox
    # Bytes before a message: the length of one from there, of the box, of one from here.
    HEAD = 12
    # Bytes for messages; greater ones have a box of their own.
    SIZE = 65_536

    def initialize
      require "js.so"
      # Of that library nothing else is served, and nobody is to find it.
      @ring = Integer.instance_method(:to_js)
      [Integer, Float, String, TrueClass, FalseClass, Proc].each { |klass| klass.send(:remove_method, :to_js) }
      @library = Object.send(:remove_const, :JS)
      make(SIZE)
    end

    # Puts a message where the next `read` hands it over.
    def write(message)
      make(message.bytesize) if message.bytesize > @size
      @place.bytesplice(0, HEAD + message.bytesize, [0, @size, message.bytesize].pack("V3") << message)
    end

    # Hands over what was written, and answers the next message; `nil` when there are no more.
    def read
      if (size = ring) > @size
        make(size)
        ring
      end
      message = @place.byteslice(HEAD, size)
      make(SIZE) if @size > SIZE
      message unless size.zero?
    end

    private

    def ring
      @ring.bind_call(@address)
      @place.unpack1("V")
    end

    # The last byte is for nobody: a part up to the end would be one memory with the whole, which then moves when it is written to.
    def make(size)
      @size = size
      @place = [0, size, 0].pack("V3") << ("\0".b * (size + 1))
      @address = [@place].pack("P").unpack1("l")
    end
  end
end
