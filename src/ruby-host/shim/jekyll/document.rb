# frozen_string_literal: true

module Jekyll
  class Document
    include Utterson::Mirror
    include Comparable

    attr_reader :path, :extname, :collection, :type
    attr_accessor :site

    DATELESS_FILENAME_MATCHER = %r!^(?:.+/)*(.*)(\.[^.]+)$!.freeze
    DATE_FILENAME_MATCHER = %r!^(?>.+/)*?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$!.freeze
    YAML_FRONT_MATTER_REGEXP = %r!\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)!m.freeze

    def initialize(path, relations = {})
      @site = relations[:site]
      @path = path
      @extname = File.extname(path)
      @collection = relations[:collection]
      @type = @collection.label.to_sym
      data.default_proc = proc { |_, key| site.frontmatter_defaults.find(relative_path, type, key) }
      trigger_hooks(:post_init)
    end

    def read(_options = {})
      found = Utterson.ask("read_document", path, collection.label)
      if found.nil?
        Jekyll.logger.error("Error:", "could not read file #{path}")
      else
        @read = found["attributes"]
        data.merge!(found["data"])
        self.content = found["content"]
      end
    end

    def merge_data!(other, source: "YAML front matter") # rubocop:disable Lint/UnusedMethodArgument
      data.merge!(other)
      data["date"] = Utils.parse_date(data["date"].to_s) if data["date"] && !data["date"].is_a?(Time)
      data
    end

    # What is not dated changes with the clock; a call that is noted leaves nothing to others.
    def date
      return data["date"] if data["date"]

      Utterson::Reads.note("unseen") if draft?
      given = draft? ? source_file_mtime : site.time
      Utterson::Reads.noting? ? given : data["date"] = given
    end
    def source_file_mtime = @source_file_mtime ||= File.mtime(path)
    def draft? = data["draft"] || (relative_path.include?("_drafts") && collection.label == "posts")
    def relative_path = @relative_path ||= path.delete_prefix("#{site.collections_path}/")
    def basename_without_ext = @basename_without_ext ||= File.basename(path, ".*")
    def basename = @basename ||= File.basename(path)
    def output_ext = Utterson.ask("output_ext", extname)
    def cleaned_relative_path = @cleaned_relative_path ||= relative_path[0..(-extname.length - 1)].sub(collection.relative_directory, "").gsub(/\.*\z/, "")
    def yaml_file? = %w(.yaml .yml).include?(extname)
    def asset_file? = sass_file? || coffeescript_file?
    def sass_file? = %w(.sass .scss).include?(extname)
    def coffeescript_file? = extname == ".coffee"
    def render_with_liquid? = data["render_with_liquid"] != false && !(coffeescript_file? || yaml_file?)
    def no_layout? = data["layout"] == "none"
    def place_in_layout? = !(asset_file? || yaml_file? || no_layout?)
    def permalink = data && data["permalink"]
    def url = @url ||= Utterson::Addresses.ours?(self) ? Utterson::Addresses.of(self) : Utterson.ask("document_url", Utterson::Record.document(self))
    def url_placeholders = Drops::UrlDrop.new(self)
    def url_template = collection.url_template
    def [](key) = data[key]
    def published? = !(data.key?("published") && data["published"] == false)
    def write? = collection.write? && published?
    def excerpt_separator = (data["excerpt_separator"] || site.config["excerpt_separator"]).to_s
    def generate_excerpt? = !excerpt_separator.empty?
    def to_liquid = Drops::DocumentDrop.of(self)
    def to_s = (output || content || "NO CONTENT")
    def inspect = "#<#{self.class} #{relative_path} collection=#{collection.label}>"
    def id = @id ||= File.join(File.dirname(url), (data["slug"] || basename_without_ext).to_s)
    def related_posts = (site.posts.docs.reverse - [self]).first(10)
    def renderer = Renderer.new(site, self)
    def trigger_hooks(event, *args)
      Hooks.trigger(collection.label.to_sym, event, self, *args) if collection
      Hooks.trigger(:documents, event, self, *args)
    end

    def destination(base)
      dest = site.in_dest_dir(base)
      path = site.in_dest_dir(dest, CGI.unescape(url.gsub("+", "%2B")))
      return File.join(path, "index.html") if url.end_with?("/")

      path.end_with?(output_ext) ? path : path + output_ext
    end

    def next_doc = neighbour(1)
    def previous_doc = neighbour(-1)

    def <=>(other)
      return nil unless other.respond_to?(:data)

      order = data["date"] <=> other.data["date"]
      order.nil? || order.zero? ? path <=> other.path : order
    end

    def method_missing(name, *args)
      return data[name.to_s] if data.key?(name.to_s)

      super
    end

    def respond_to_missing?(name, all = false) = data.key?(name.to_s) || super

    # The collection comes by its name.
    def mirror(attributes)
      label = attributes["collection"]
      super(label ? attributes.merge("collection" => Utterson.site.known_collection(label), "type" => label.to_sym) : attributes)
    end

    # What changes in it may change its address.
    def changes
      changed = super
      return changed unless changed&.key?("data") && Utterson::Addresses.ours?(self)

      @url = Utterson::Addresses.of(self)
      changed.merge("url" => @url)
    end

    def add_excerpt
      @data["excerpt"] = Excerpt.new(self) if @has_excerpt && !@data.key?("excerpt")
    end

    def wire_data = Utterson.wire((@data || {}).reject { |_, value| value.is_a?(Excerpt) })

    private

    def neighbour(step)
      place = collection.docs.index { |document| document.equal?(self) }
      place && place + step >= 0 ? collection.docs[place + step] : nil
    end
  end

  # The beginning of a document, which is rendered over there.
  class Excerpt
    include Utterson::Referred

    attr_accessor :doc

    def initialize(doc) = @doc = doc

    def self._load(text) = Utterson.site.file(text[2..]).data["excerpt"]
    def reference = "e:#{doc.reference[2..]}"
    def data_for_wire = output
    def to_s = output
    def to_str = output
    def output = Utterson.ask("excerpt", doc.reference[2..], true)
    def content = @content || Utterson.ask("excerpt", doc.reference[2..], false)
    def content=(text)
      @content = text
    end
    def data = doc.data.dup.tap { |data| data.delete("excerpt") }
    def id = "#{doc.id}#excerpt"
    def path = File.join(doc.path, "#excerpt")
    def relative_path = File.join(doc.relative_path, "#excerpt")
    def to_liquid = output
    def inspect = "<#{self.class} id=#{id}>"
    def empty? = to_s.empty?
    def method_missing(name, ...) = "".respond_to?(name) ? to_s.public_send(name, ...) : super
    def respond_to_missing?(name, all = false) = "".respond_to?(name, all) || super
  end
end
