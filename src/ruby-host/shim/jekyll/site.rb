# frozen_string_literal: true

module Jekyll
  class Site
    OF_SETTINGS = %i[config show_drafts future unpublished safe lsi limit_posts highlighter exclude include keep_files permalink_style gems
                     plugins baseurl theme profiler drafts].freeze

    attr_writer :data, :time

    OF_SETTINGS.each do |name|
      define_method(name) do
        Utterson::Reads.note("settings")
        instance_variable_get("@#{name}")
      end
      define_method("#{name}=") do |value|
        @is_hidden = true
        instance_variable_set("@#{name}", value)
      end
    end
    attr_reader :source, :file_read_opts, :filter_cache, :frontmatter_defaults, :liquid_renderer
    attr_writer :pages, :static_files, :layouts

    def initialize(config)
      @config = config
      settings = Utterson.settings
      @source = settings["source"]
      @dest = settings["destination"]
      @cache_dir = settings["cache_dir"]
      @file_read_opts = { encoding: config["encoding"] || "utf-8" }
      @filter_cache = {}
      @frontmatter_defaults = FrontmatterDefaults.new(self)
      @liquid_renderer = LiquidRenderer.new(self)
      %w(safe lsi highlighter baseurl exclude include future show_drafts limit_posts keep_files unpublished).each do |name|
        instance_variable_set("@#{name}", config[name])
      end
      @permalink_style = config["permalink"].to_s.to_sym
      @plugins = []
      @files = {}
      @handed_out = []
      @with_texts = []
      @adopted = 0
      begin_build
    end

    def in_source_dir(*paths) = paths.flatten.compact.reduce(source) { |base, path| Jekyll.sanitized_path(base, path) }
    def in_dest_dir(*paths) = paths.flatten.compact.reduce(dest) { |base, path| Jekyll.sanitized_path(base, path) }
    def in_cache_dir(*paths) = paths.flatten.compact.reduce(cache_dir) { |base, path| Jekyll.sanitized_path(base, path) }
    def in_theme_dir(*paths) = theme_root && paths.flatten.compact.reduce(theme_root) { |base, path| Jekyll.sanitized_path(base, path) }
    def dest = Utterson::Reads.note("settings") || @dest
    def cache_dir = Utterson::Reads.note("settings") || @cache_dir
    def theme_root = Utterson::Reads.note("theme:root") || Utterson.settings["theme_root"]
    def collections_path = Utterson::Reads.note("settings") || Utterson.settings["collections_path"]
    def includes_load_paths = Utterson::Reads.note("settings") || Utterson.settings["includes"]
    attr_writer :includes_load_paths

    def time
      Utterson::Reads.note("time")
      @time
    end

    def pages = list_files && @pages
    def static_files = list_files && @static_files
    def layouts = Utterson::Reads.note("unseen") || (fetch_files && @layouts)
    def collections = list_files && @collections
    def collection_names = collections.keys
    def posts = collections["posts"] ||= Collection.new(self, "posts")
    def documents = collections.values.flat_map { |collection| collection.docs + collection.files }.uniq
    def docs_to_write = documents.select { |document| document.is_a?(Document) && document.write? }
    def static_files_to_write = static_files.select(&:write?)

    def each_site_file(&block)
      pages.each(&block)
      static_files_to_write.each(&block)
      docs_to_write.each(&block)
    end

    def tags = post_attr_hash("tags")
    def categories = post_attr_hash("categories")

    def post_attr_hash(name)
      hash = Hash.new { |all, key| all[key] = [] }
      posts.docs.each { |post| post.data[name]&.each { |value| hash[value] << post } }
      hash.each_value { |list| list.sort!.reverse! }
    end

    def data
      Utterson::Reads.note("data")
      if @data.nil?
        @data = Utterson.ask("site_data")
        @data_before = Utterson.image(@data)
      end
      @data
    end

    def site_data = config["data"] || data
    def site_payload = Drops::UnifiedPayloadDrop.new(shared: false)
    alias to_liquid site_payload

    def converters = @converters ||= [Converters::Markdown, Converters::Identity, Converters::Scss].map { |klass| klass.new(config) } + own_plugins(Converter)
    def generators = @generators ||= own_plugins(Generator)

    def find_converter_instance(klass)
      converters.find { |converter| converter.instance_of?(klass) || converter.is_a?(klass) } || raise("No Converters found for #{klass}")
    end

    def plugin_instance(klass)
      (klass < Converter ? converters : generators).find { |one| one.instance_of?(klass) }
    end

    def publisher = Struct.new(:site) { def publish?(thing) = thing.published? }.new(self)
    def incremental?(_override = {}) = false
    def regenerator = Struct.new(:site) { def method_missing(*) = true; def respond_to_missing?(*) = true }.new(self)
    def reader = raise(Utterson::Missing, "Utterson's Ruby has no Site#reader yet")
    def theme = theme_root && Struct.new(:root, :name, :includes_path, :layouts_path).new(theme_root, config["theme"], "#{theme_root}/_includes", "#{theme_root}/_layouts")
    def inspect = "#<#{self.class} @source=#{@source}>"
  end
end
