# frozen_string_literal: true

module Jekyll
  # What plugins ask of the gem jekyll-last-modified-at themselves.
  module LastModifiedAt
    class Determinator
      attr_reader :site_source, :page_path
      attr_accessor :format

      def initialize(site_source, page_path, format = nil)
        @site_source = site_source
        @page_path = page_path
        @format = format || "%d-%b-%y"
      end

      def last_modified_at_unix
        path = File.expand_path(page_path, site_source)
        output, = Utterson.ask("run", ["git", "log", "-n", "1", "--format=%ct", "--", path])
        output.strip.empty? ? File.mtime(path).to_i.to_s : output.strip
      end

      def last_modified_at_time = Time.at(last_modified_at_unix.to_i)
      def formatted_last_modified_date = last_modified_at_time.strftime(format)
      def to_s = formatted_last_modified_date
      def to_liquid = to_s
    end
  end
end
