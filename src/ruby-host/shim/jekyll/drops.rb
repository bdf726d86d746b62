# frozen_string_literal: true

module Jekyll
  module Drops
    # An object's declared properties before the entries of a Hash behind them.
    class Drop < Liquid::Drop
      include Enumerable

      NON_CONTENT_METHODS = %i[fallback_data collapse_document].freeze

      class << self
        def mutable(value = nil) = @mutable = value || false
        def mutable? = @mutable || false

        def delegate_methods(*names) = names.each { |name| delegate_method(name) }
        def delegate_method(name) = define_method(name) { @obj.public_send(name) }
        def delegate_method_as(original, name) = define_method(name) { @obj.public_send(original) }
        def private_delegate_methods(*names) = private(*names.each { |name| delegate_method(name) })
        def data_delegators(*names) = names.each { |name| data_delegator(name) }
        def data_delegator(name) = define_method(name.to_sym) { fallback_data[name.to_s] }

        def getter_method_names
          @getter_method_names ||= (instance_methods - Drop.instance_methods - NON_CONTENT_METHODS).map(&:to_s).reject { |name| name.end_with?("=") }
        end
      end

      def initialize(obj)
        super()
        @obj = obj
      end

      def mutations = (@mutations ||= {})

      def fallback_data = {}

      def [](key)
        if self.class.mutable? && mutations.key?(key) then mutations[key]
        elsif self.class.invokable?(key) then public_send(key)
        else fallback_data[key]
        end
      end
      alias invoke_drop []

      def []=(key, value)
        setter = "#{key}="
        if respond_to?(setter) then public_send(setter, value)
        elsif respond_to?(key.to_s)
          raise Errors::DropMutationException, "Key #{key} cannot be set in the drop." unless self.class.mutable?

          mutations[key] = value
        else fallback_data[key] = value
        end
      end

      def content_methods = self.class.getter_method_names
      def key?(key) = !key.nil? && ((self.class.mutable? && mutations.key?(key)) || content_methods.include?(key.to_s) || fallback_data.key?(key))
      def keys = (content_methods | mutations.keys | fallback_data.keys).flatten
      def to_h = keys.each_with_object({}) { |key, hash| hash[key] = self[key] }
      alias to_hash to_h
      def inspect = JSON.pretty_generate(to_h)
      def hash_for_json(*) = to_h
      def to_json(state = nil) = JSON.generate(hash_for_json(state), state)
      def each_key(&block) = keys.each(&block)
      def each = each_key.each { |key| yield key, self[key] }
      def merge(other, &block) = dup.tap { |me| me.merge!(other, &block) }
      def merge!(other) = other.each_key { |key| self[key] = block_given? && key?(key) ? yield(key, self[key], other[key]) : other[key] }
      def fetch(key, default = nil, &block)
        return self[key] if key?(key)
        raise KeyError, "key not found: #{key.inspect}" if default.nil? && !block

        block ? yield(key) : default
      end
    end

    # A document as templates see it.
    class DocumentDrop < Drop
      include Utterson::Referred
      mutable false
      delegate_methods :id, :output, :content, :relative_path, :url, :date
      data_delegators :title, :categories, :tags

      def self.of(document) = document && (document.instance_variable_get(:@utterson_drop) || document.instance_variable_set(:@utterson_drop, new(document)))

      def reference = @obj.reference
      def collection = @obj.collection.label
      def excerpt = fallback_data["excerpt"].to_s
      def name = fallback_data["name"] || @obj.basename
      def path = fallback_data["path"] || @obj.relative_path
      def previous = @obj.previous_doc.to_liquid
      def next = @obj.next_doc.to_liquid
      def fallback_data = @obj.data
      def <=>(other) = other.is_a?(DocumentDrop) ? @obj <=> other.instance_variable_get(:@obj) : nil
      def to_s = (output || content || "NO CONTENT")
    end

    class ExcerptDrop < DocumentDrop; end

    class CollectionDrop < Drop
      mutable false
      delegate_methods :label, :docs, :files, :directory, :relative_directory
      def output = @obj.write?
      def to_s = docs.to_s
      def fallback_data = @obj.metadata
    end

    class StaticFileDrop < Drop
      mutable false
      delegate_methods :name, :extname, :modified_time, :basename
      def path = @obj.relative_path
      def collection = @obj.collection_label
      def fallback_data = @obj.data
    end

    class SiteDrop < Drop
      include Utterson::Referred
      mutable false
      delegate_methods :time, :pages, :static_files, :tags, :categories, :documents, :data

      def self.of(site) = @one ||= new(site)

      attr_writer :current_document

      def reference = "s:"

      def [](key)
        key != "posts" && @obj.label?(key) ? @obj.collections[key].docs : super
      end

      def key?(key) = (key != "posts" && @obj.label?(key)) || super
      def posts = @obj.posts.docs.sort { |a, b| b <=> a }
      def html_pages = @obj.pages.select { |page| page.html? || page.url.end_with?("/") }
      def collections = @obj.collections.values.sort_by(&:label).map(&:to_liquid)
      def config = nil
      def fallback_data = @obj.config
    end

    class JekyllDrop < Liquid::Drop
      def version = Jekyll::VERSION
      def environment = Jekyll.env
      def to_h = { "version" => version, "environment" => environment }
    end

    # The names that a page is rendered with.
    class UnifiedPayloadDrop < Drop
      mutable true
      attr_reader :own

      # @param shared whether what is set counts for all templates of the build
      def initialize(own = {}, shared: true)
        super(nil)
        @own = own
        @shared = shared
      end

      def [](key)
        key = key.to_s
        @own.key?(key) ? @own[key] : Utterson.ask("global", key)
      end

      def []=(key, value)
        @own[key.to_s] = value
        return value unless @shared

        Utterson.ask("payload", key.to_s, Utterson.wire(value))
      end

      %w(site page layout content paginator highlighter_prefix highlighter_suffix).each do |name|
        define_method(name) { self[name] }
        define_method("#{name}=") { |value| self[name] = value }
      end

      def jekyll = JekyllDrop.new
      def key?(key) = !self[key].nil?
      def keys = %w(site page layout content paginator) | @own.keys
      def fallback_data = @own
      def merge(other) = UnifiedPayloadDrop.new(@own.merge(other.to_h), shared: false)
      def merge!(other) = other.to_h.each { |key, value| self[key] = value }
    end
  end
end
