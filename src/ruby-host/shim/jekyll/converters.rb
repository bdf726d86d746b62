# frozen_string_literal: true

module Jekyll
  # Converters of ours that plugins call by hand.
  module Converters
    class Identity < Converter
      priority :lowest
      def matches(_ext) = true
      def output_ext(ext) = ext
      def convert(content) = content
    end

    class Markdown < Converter
      def matches(ext) = extname_list.include?(ext.downcase)
      def output_ext(_ext) = ".html"
      def convert(content) = Utterson.ask("markdownify", content.to_s)
      def extname_list = Utterson::Reads.note("config:markdown_ext") || Utterson.settings["markdown_ext"]
    end

    class SmartyPants < Converter
      priority :low
      def matches(_ext) = false
      def output_ext(_ext) = nil
      def convert(content) = Utterson.ask("filter", "smartify", Utterson.frame, [content.to_s])
    end

    class Scss < Converter
      def matches(ext) = ext.casecmp?(".scss")
      def output_ext(_ext) = ".css"
      def convert(content) = Utterson.ask("filter", "scssify", Utterson.frame, [content.to_s])
    end

    class Sass < Scss
      def matches(ext) = ext.casecmp?(".sass")
      def convert(content) = Utterson.ask("filter", "sassify", Utterson.frame, [content.to_s])
    end
  end

  module Filters
    module URLFilters; end
    module GroupingFilters; end
    module DateFilters; end
  end
end
