# frozen_string_literal: true

module Jekyll
  class StaticFile
    include Utterson::Mirror

    attr_reader :relative_path, :extname, :name, :collection

    def initialize(site, base, dir, name, collection = nil)
      @site = site
      @base = base
      @dir = dir
      @name = name
      @collection = collection
      @relative_path = File.join(*[@dir, @name].map(&:to_s).reject(&:empty?))
      @extname = File.extname(@name)
    end

    attr_accessor :site

    def path = @path || File.join(*[@base, @dir, @name].compact.map(&:to_s))
    def basename = @basename ||= File.basename(name, extname).gsub(/\.*\z/, "")
    def modified_time = @modified_time ||= File.stat(path).mtime
    def mtime = modified_time.to_i
    def url = @url ||= Utterson.ask("static_url", Utterson::Record.static(self))
    def collection_label = @collection.respond_to?(:label) ? @collection.label : @collection
    def destination_rel_dir = File.dirname(url)
    def destination(dest) = @site.in_dest_dir(dest, destination_rel_dir, @name)
    def write? = published?
    def published? = data["published"] != false
    def modified? = true
    def placeholders = { collection: collection_label, path: relative_path, output_ext: "", name: basename, title: "" }
    def to_liquid = Drops::StaticFileDrop.new(self)
    def type = collection_label&.to_sym
    def defaults = @site.frontmatter_defaults.all(relative_path, type)
    def write(dest) = FileUtils.cp(path, FileUtils.mkdir_p(File.dirname(destination(dest))) && destination(dest)) && true
    def inspect = "#<#{self.class} @relative_path=#{relative_path.inspect}>"
  end
end
