# frozen_string_literal: true

module Utterson
  # What pages and documents here share: the copy of a file over there, fetched when it is looked at.
  module Mirror
    include Referred

    attr_reader :utterson_id

    def reference = "f:#{@utterson_id ||= Utterson.site.adopt(self)}"

    def mirrored? = defined?(@mirrored) && @mirrored

    def data
      Utterson.site.look_at(@utterson_id)
      Utterson.site.fetch_data(self) if @data.nil? && mirrored?
      @data ||= {}
    end

    def data=(value)
      data if mirrored?
      @data = value
    end

    def content
      if mirrored? && !@content_known
        @content_known = true
        @content = Utterson.ask("content", @utterson_id)
        Utterson.site.handed_out(self, text: true)
        @content_before = @content.dup
      end
      @content
    end

    def content=(text)
      content if mirrored?
      @content = text
    end

    def output
      if mirrored? && !@output_known
        @output_known = true
        @output = Utterson.ask("output", @utterson_id)
        Utterson.site.handed_out(self, text: true)
        @output_before = @output.dup
      end
      @output
    end

    def output=(text)
      output if mirrored?
      @output = text
    end

    def [](key) = data[key]

    # Takes what the other side says of it.
    def mirror(attributes)
      @mirrored = true
      attributes.each { |name, value| instance_variable_set("@#{name}", value) }
      self
    end

    # Lets the text be asked for again, as it may be another one by now.
    def forget_texts
      @content_known = @output_known = false
    end

    # The same, but for what a plugin has put there.
    def forget_own_texts
      @content_known = false if @content_known && @content == @content_before
      @output_known = false if @output_known && @output == @output_before
    end

    def receive_data(data)
      if @data then @data.replace(data)
      else @data = data
      end
      add_excerpt
      @data_before = Utterson.image(bare_data)
    end

    def add_excerpt; end

    # What is different from what came; nil for nothing.
    def changes
      changed = {}
      changed["content"] = @content if @content_known && @content != @content_before
      changed["output"] = @output if @output_known && @output != @output_before
      if @data && (image = Utterson.image(bare_data)) != @data_before || image.nil? && @data
        changed["data"] = wire_data
        @data_before = image
      end
      @content_before = @content.dup if changed.key?("content")
      @output_before = @output.dup if changed.key?("output")
      changed.empty? ? nil : changed
    end

    # Without the defaults behind it, of which there is no image.
    def bare_data = {}.merge(@data)

    def wire_data = Utterson.wire(@data || {})
  end

  # A picture of a value to tell whether it has changed; nil where none can be made.
  def self.image(value)
    Marshal.dump(value)
  rescue TypeError
    nil
  end
end
