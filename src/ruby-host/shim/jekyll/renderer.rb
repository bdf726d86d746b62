# frozen_string_literal: true

module Jekyll
  class Renderer
    attr_reader :document, :site
    attr_writer :layouts, :payload

    def initialize(site, document, payload = nil)
      @site = site
      @document = document
      @payload = payload
    end

    def payload = @payload ||= site.site_payload
    def layouts = @layouts || site.layouts
    def converters = site.converters.select { |converter| converter.matches(document.extname) }.sort
    def output_ext = document.output_ext
    def run = raise(Utterson::Missing, "Utterson's Ruby has no Renderer#run yet")
    alias render_document run
    def convert(content) = Utterson.ask("convert", document.extname, content)

    def render_liquid(content, payload, _info = nil, _path = nil)
      Liquid::Template.parse(content).render!(payload)
    end
  end

  class LiquidRenderer
    # A template with a name, which is of no use here.
    class File
      def initialize(_renderer, _name); end

      def parse(content)
        @template = Liquid::Template.parse(content)
        self
      end

      def render(*args) = @template.render(*args)
      def render!(*args) = @template.render!(*args)
      def warnings = []
    end

    def initialize(_site); end
    def file(name) = File.new(self, name)
    def reset; end
  end
end
