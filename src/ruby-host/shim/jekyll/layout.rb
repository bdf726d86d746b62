# frozen_string_literal: true

module Jekyll
  class Layout
    include Convertible
    attr_reader :site, :name, :path, :relative_path
    attr_accessor :ext, :data, :content

    def initialize(site, base, name)
      @site = site
      @base = base
      @name = name
      @path = File.join(base, name)
      @ext = File.extname(name)
      @relative_path = @path.sub("#{base}/", "")
      found = Utterson.ask("read_yaml", @path)
      @data = found[0]
      @content = found[1]
    end

    def mirror(attributes)
      attributes.each { |name, value| instance_variable_set("@#{name}", value) }
      self
    end

    def inspect = "#<#{self.class} @path=#{@path.inspect}>"
  end
end
