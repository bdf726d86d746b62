# frozen_string_literal: true

module Jekyll
  module Convertible
    def to_s = content || ""
    def published? = !(data.key?("published") && data["published"] == false)

    def read_yaml(base, name, _options = {})
      path = @path || site.in_source_dir(base, name)
      begin
        found = Utterson.ask("read_yaml", path)
        self.data = found[0]
        self.content = found[1]
      rescue StandardError => e
        Jekyll.logger.warn("Error reading file #{path}: #{e.message}")
        raise e if site.config["strict_front_matter"]
      end
      self.data ||= {}
    end

    def transform = self.output = Utterson.ask("convert", ext.to_s, content.to_s)
    def converters = site.converters.select { |converter| converter.matches(ext) }.sort
    def type = is_a?(Page) ? :pages : :documents
    def hook_owner = is_a?(Page) ? :pages : nil
    def place_in_layout? = !asset_file? && data["layout"] != "none"
    def no_layout? = data["layout"] == "none"
    def asset_file? = sass_file? || coffeescript_file?
    def sass_file? = %w(.sass .scss).include?(ext)
    def coffeescript_file? = ext == ".coffee"
    def render_with_liquid? = data["render_with_liquid"] != false
    def output_ext = Utterson.ask("output_ext", ext.to_s)
    def [](property) = respond_to?(property) && self.class::ATTRIBUTES_FOR_LIQUID.include?(property) ? public_send(property) : data[property]
    def defaults = site.frontmatter_defaults.all(relative_path, type)

    def to_liquid(attrs = nil)
      own = (attrs || self.class::ATTRIBUTES_FOR_LIQUID).to_h { |name| [name, public_send(name)] }
      Utils.deep_merge_hashes(defaults, Utils.deep_merge_hashes(data, own))
    end
  end

  class Page
    include Utterson::Mirror
    include Convertible

    attr_writer :dir
    attr_accessor :site, :pager, :name, :ext, :basename
    alias extname ext

    ATTRIBUTES_FOR_LIQUID = %w(content dir excerpt name path url).freeze
    HTML_EXTENSIONS = %w(.html .xhtml .htm).freeze

    def initialize(site, base, dir, name)
      @site = site
      @base = base
      @dir = dir
      @name = name
      @path = site.in_source_dir(base, dir, name)
      process(name)
      read_yaml(File.join(base, dir), name)
      data.default_proc = proc { |_, key| site.frontmatter_defaults.find(relative_path, type, key) }
      Hooks.trigger(:pages, :post_init, self)
    end

    def dir
      url.end_with?("/") ? url : (File.dirname(url) == "/" ? "/" : "#{File.dirname(url)}/")
    end

    # Front matter alone; defaults are behind it.
    def receive_data(data)
      super
      @data.default_proc ||= proc { |_, key| (@known_defaults ||= defaults)[key] }
    end

    def process(name)
      return unless name

      @ext = File.extname(name)
      @basename = name[0..(-@ext.length - 1)].gsub(/\.*\z/, "")
    end

    def permalink = data && data["permalink"]

    def url
      return @url if @url

      @url = Utterson.ask("page_url", Utterson::Record.page(self))
    end

    attr_writer :url

    def template = nil
    def url_placeholders = { path: @dir, basename: basename, output_ext: output_ext }
    def path = data.fetch("path") { relative_path }
    def relative_path = @relative_path ||= File.join(*[@dir, @name].map(&:to_s).reject(&:empty?)).delete_prefix("/")
    def destination(dest)
      path = site.in_dest_dir(dest, CGI.unescape(url.to_s.gsub("+", "%2B")))
      path = File.join(path, "index") if url.end_with?("/")
      path.end_with?(output_ext) || File.extname(path) != "" ? path : path + output_ext
    end
    def html? = HTML_EXTENSIONS.include?(output_ext)
    def index? = basename == "index"
    def write? = true
    def excerpt_separator = (data["excerpt_separator"] || site.config["excerpt_separator"]).to_s
    def excerpt = data.key?("excerpt") ? data["excerpt"] : nil
    def generate_excerpt? = !excerpt_separator.empty? && html?
    def trigger_hooks(event, *args) = Hooks.trigger(:pages, event, self, *args)
    def inspect = "#<#{self.class} @relative_path=#{relative_path.inspect}>"

    def renderer = @renderer ||= Renderer.new(site, self)

    def render(layouts, payload = site.site_payload)
      renderer = Renderer.new(site, self, payload)
      renderer.layouts = layouts
      self.output = renderer.run
      trigger_hooks(:post_render)
      output
    end

    # What is in the site's list is written with all others, and anything else Jekyll would remove again.
    def write(_dest) = true

    # What the class or the object says of its address in place of Jekyll's rules.
    def own_url
      method(:url).owner == Page ? (mirrored? ? nil : @given_url) : url
    end
  end

  class PageWithoutAFile < Page
    def read_yaml(*)
      @data ||= {}
    end
  end
end
