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
    def convert(content) = converters.reduce(content) { |text, converter| converter.convert(text) }

    # By hand: what is in the site's list is rendered with all others, over there.
    def run
      payload["page"] = document.to_liquid
      payload["paginator"] = document.pager.to_liquid if document.respond_to?(:pager)
      with_layout_data(layouts[document.data["layout"].to_s])
      document.trigger_hooks(:pre_render, payload)
      render_document
    end

    def render_document
      text = document.content
      text = render_liquid(text, payload) if document.render_with_liquid?
      document.content = convert(text.to_s)
      document.trigger_hooks(:post_convert)
      document.place_in_layout? ? place_in_layouts(document.content, payload) : document.content
    end

    def render_liquid(content, payload, _info = nil, _path = nil)
      Liquid::Template.parse(content).render!(payload)
    end

    def place_in_layouts(content, payload, _info = nil)
      payload["layout"] = nil
      layout = layouts[document.data["layout"].to_s]
      used = []
      until layout.nil? || used.include?(layout)
        used << layout
        payload["content"] = content
        with_layout_data(layout)
        content = render_liquid(layout.content, payload)
        layout = layouts[layout.data["layout"]]
      end
      content
    end

    private

    def with_layout_data(layout)
      payload["layout"] = Utils.deep_merge_hashes(layout.data, payload["layout"] || {}) if layout
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
