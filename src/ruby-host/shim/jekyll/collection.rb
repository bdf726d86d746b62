# frozen_string_literal: true

module Jekyll
  class Collection
    include Utterson::Referred
    attr_reader :site, :label
    attr_writer :docs

    def initialize(site, label)
      @site = site
      @label = label.gsub(/[^a-z0-9_\-.]/i, "")
      @metadata = {}
      @docs = []
      @files = []
    end

    def reference = "c:#{@label}"
    def self._load(text) = Utterson.site.collections[text[2..]]

    def docs
      site.list_files
      @docs
    end

    def files
      site.look_at(nil)
      @files
    end

    def metadata
      Utterson::Reads.note("settings")
      @metadata
    end

    def directory = @directory ||= site.in_source_dir(relative_directory)
    def relative_directory = @relative_directory ||= "_#{label}"
    def collection_dir(*files) = files.empty? ? directory : site.in_source_dir(relative_directory, *files)
    def exists? = File.directory?(directory)
    def entries = exists? ? Dir.glob("**/*", base: directory) : []
    alias filtered_entries entries
    def write? = !!metadata.fetch("output", false)
    def url_template = metadata.fetch("permalink") { Utils.add_permalink_suffix("/:collection/:path", site.permalink_style) }
    def to_liquid = Drops::CollectionDrop.new(self)
    def inspect = "#<#{self.class} @label=#{label} docs=#{docs}>"
    def data_for_wire = docs

    def method_missing(name, *args, &block)
      docs.respond_to?(name) ? docs.public_send(name, *args, &block) : super
    end

    def respond_to_missing?(name, all = false) = docs.respond_to?(name, all) || super

    def mirror(attributes)
      attributes.each { |name, value| instance_variable_set("@#{name}", value) }
      self
    end
  end

  class FrontmatterDefaults
    def initialize(site) = @site = site
    def all(path, type) = Utterson.ask("defaults", path.to_s, type.to_s)
    def find(path, type, setting) = all(path, type)[setting]
  end
end
