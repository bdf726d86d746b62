# frozen_string_literal: true

module Jekyll
  module Tags
    class IncludeTag < Liquid::Tag
      VALID_SYNTAX = /([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))/x.freeze
      VARIABLE_SYNTAX = /(?<variable>[^{]*(\{\{\s*[\w\-.]+\s*(\|.*)?\}\}[^\s{}]*)+)(?<params>.*)/mx.freeze

      def initialize(tag_name, markup, tokens)
        super
        matched = markup.strip.match(VARIABLE_SYNTAX)
        if matched
          @file = matched["variable"].strip
          @params = matched["params"].strip
        else
          @file, @params = markup.strip.split(/\s+/, 2)
        end
      end

      def parse_params(context)
        params = {}
        @params.to_s.scan(VALID_SYNTAX) do |name, double, single, variable|
          params[name] = variable ? context[variable] : (double || single).gsub(/\\(["'])/, "\\1")
        end
        params
      end

      def syntax_example = "{% #{@tag_name} file.ext param='value' param2='value' %}"

      def render_variable(context) = Liquid::Template.parse(@file).render!(context) if @file&.match?(VARIABLE_SYNTAX)
      def tag_includes_dirs(context) = context.registers[:site].includes_load_paths.freeze
      def file_read_opts(context) = context.registers[:site].file_read_opts

      def read_file(file, context) = File.read(file, **file_read_opts(context))

      def locate_include_file(context, file, _safe = false)
        dir = tag_includes_dirs(context).find { |one| File.file?(File.join(one, file)) }
        raise IOError, "Could not locate the included file '#{file}' in any of #{tag_includes_dirs(context)}." if dir.nil?

        File.join(dir, file)
      end
    end

    class IncludeRelativeTag < IncludeTag; end
    class OptimizedIncludeTag < IncludeTag; end

    class HighlightBlock < Liquid::Block
      include Liquid::StandardFilters
      SYNTAX = /^([a-zA-Z0-9.+#_-]+)((\s+\w+(=(\w+|"[^"]*"))?)*)$/.freeze

      def initialize(tag_name, markup, tokens)
        super
        @lang = markup.strip[SYNTAX, 1]&.downcase
        @highlight_options = {}
      end
    end

    class Link < Liquid::Tag
      def self.tag_name = name.split("::").last.downcase
    end

    class PostUrl < Liquid::Tag; end
  end
end
