# frozen_string_literal: true

module Jekyll
  # Kept for a build and no longer: the disk belongs to the other side.
  class Cache
    @all = {}

    class << self
      attr_accessor :cache_dir, :disk_cache_enabled

      def of(name) = Utterson::Reads.note("unseen") || (@all[name] ||= {})
      def clear = @all.each_value(&:clear)
      def clear_if_config_changed(_config); end
      def disable_disk_cache!; end
    end

    def initialize(name) = @cache = Cache.of(name.gsub(/[^\w\s-]/, "-"))
    def clear = cache.clear
    def [](key) = cache.fetch(key) { raise }
    def []=(key, value)
      cache[key] = value
    end
    def getset(key) = cache.key?(key) ? cache[key] : cache[key] = yield
    def delete(key) = cache.delete(key)
    def key?(key) = cache.key?(key)

    private

    # What is in it some call has left.
    def cache = Utterson::Reads.note("unseen") || @cache
  end
end
