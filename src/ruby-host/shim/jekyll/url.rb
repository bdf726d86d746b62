# frozen_string_literal: true

module Jekyll
  # An address out of a template and what its placeholders stand for. What `url/permalink.ts` does for the site's own files is done here once more
  # for what that does not know: placeholders that are nil or a plugin's, and classes of plugins that put methods of their own in place of these.
  # What is alike and long, escapes and slugs, is asked for.
  class URL
    def self.escape_path(path) = path.empty? || path.match?(/^[a-zA-Z0-9.\/-]+$/) ? path : Utterson.ask("escape_path", path)
    def self.unescape_path(path) = Utterson.ask("unescape_path", path)

    def initialize(options)
      @template, @permalink = options.values_at(:template, :permalink)
      @placeholders = options[:placeholders] || {}
      raise ArgumentError, "One of :template or :permalink must be supplied." if (@template || @permalink).nil?
    end

    def to_s = sanitize_url(generated_permalink || generated_url)
    def generated_permalink = @permalink && generate_url(@permalink)
    def generated_url = generate_url(@template)
    def generate_url(template) = @placeholders.is_a?(Drops::UrlDrop) ? by_lookup(template) : by_replacement(template)
    def sanitize_url(url) = "/#{url}".gsub("..", "/").gsub("./", "").squeeze("/")

    private

    # Each in turn, also in what an earlier one stands for.
    def by_replacement(template)
      @placeholders.reduce(template) do |url, (name, value)|
        break url unless url.include?(":")

        value.nil? ? url.gsub("/:#{name}", "") : url.gsub(":#{name}") { self.class.escape_path(value) }
      end
    end

    # `:month_:day` is a month and a day; no name ends like that, since Jekyll takes it off both that it tries.
    def by_lookup(template)
      template.gsub(/:([a-z_]+)/) do
        name = Regexp.last_match(1)
        key = name.chomp("_")
        unless @placeholders.key?(key)
          names = name == key ? key : "#{key} or #{key}"
          raise NoMethodError, "The URL template doesn't have #{names} keys. Check your permalink template!"
        end

        "#{self.class.escape_path(@placeholders[key] || "")}#{name.delete_prefix(key)}"
      end
    end
  end

  module Drops
    # What a document's address is made of. Plugins add placeholders, and change them; such an address is made here.
    class UrlDrop < Drop
      mutable false
      delegate_method :output_ext
      delegate_method_as :cleaned_relative_path, :path

      {
        year: "%Y", short_year: "%y", month: "%m", i_month: "%-m", short_month: "%b", long_month: "%B", day: "%d", i_day: "%-d",
        y_day: "%j", w_year: "%G", week: "%V", w_day: "%u", short_day: "%a", long_day: "%A", hour: "%H", minute: "%M", second: "%S",
      }.each { |name, format| define_method(name) { @obj.date.strftime(format) } }

      def collection = @obj.collection.label
      def name = Utils.slugify(@obj.basename_without_ext)
      def title = Utils.slugify(own_slug, mode: "pretty", cased: true)
      def slug = Utils.slugify(own_slug)
      def categories = own_categories.map(&:downcase).uniq.join("/")
      def slugified_categories = own_categories.map { |category| Utils.slugify(category) }.uniq.join("/")

      # Names that plugins have made theirs.
      def self.plugins_names
        (public_instance_methods - Drop.public_instance_methods).reject { |name| instance_method(name).source_location&.first == Utterson::SHIM }.map(&:to_s)
      end

      private

      def own_slug = @obj.data["slug"] || @obj.basename_without_ext
      def own_categories = Array(@obj.data["categories"]).map(&:to_s)
    end
  end
end

module Utterson
  # Addresses of documents that only Ruby can make.
  module Addresses
    class << self
      def ours?(document)
        names = Jekyll::Drops::UrlDrop.plugins_names
        return false if names.empty?

        template = document.permalink || document.url_template
        template.to_s.scan(/:([a-z_]+)/).flatten.any? { |name| names.include?(name) || names.include?(name.chomp("_")) }
      end

      def of(document) = Jekyll::URL.new(template: document.url_template, placeholders: document.url_placeholders, permalink: document.permalink).to_s

      # By the document's name; none where nothing has been made a plugin's.
      def all
        return {} if Jekyll::Drops::UrlDrop.plugins_names.empty?

        documents = Utterson.site.collections.values.flat_map(&:docs)
        documents.select { |document| ours?(document) }.to_h { |document| [document.utterson_id, of(document)] }
      end
    end
  end
end
