# frozen_string_literal: true

module Utterson
  # Whose classes plugins reopen to change what happens over there, where they are not.
  module Watch
    FOREIGN = %w(Kramdown Rouge Sass SassC SassEmbedded Redcarpet RDiscount Pygments CommonMarker Sprockets).freeze
    ABSENT = %w(Reader PostReader PageReader LayoutReader DataReader CollectionReader StaticFileReader ThemeAssetsReader Regenerator
                Cleaner Publisher PluginManager RelatedPosts Theme ThemeBuilder LogAdapterWriter Profiler Commands Tags Converters).freeze
    INTERNALS = {
      "Jekyll::Site" => %i[process reset setup read generate render cleanup write render_docs render_pages site_payload],
      "Jekyll::Page" => %i[write render do_layout render_all_layouts],
      "Jekyll::Document" => %i[write read_content populate_title categories_from_path generate_excerpt],
      "Jekyll::Renderer" => %i[run render_document convert render_liquid place_in_layouts render_layout],
      "Jekyll::Convertible" => %i[render_liquid do_layout render_all_layouts write read_yaml],
    }.freeze

    # What is asked of them is asked here.
    ASKED = %w(Jekyll::Drops::UrlDrop).freeze

    @opened = []

    class << self
      def during(file)
        trace = TracePoint.new(:class) { |event| note(event) }
        @opened = []
        trace.enable { yield }
        findings(file)
      end

      private

      def note(event)
        @opened << [event.self, event.path, event.lineno]
      end

      def findings(_file)
        @opened.uniq.filter_map do |mod, path, line|
          name = mod.name.to_s
          next if path == SHIM || mod.singleton_class?

          root = name[/\A\w+/]
          changed =
            if FOREIGN.include?(root) && own_methods?(mod, path) then name
            elsif (names = changed_methods(mod, name, path)).any? then "#{name} (#{names.join(", ")})"
            elsif name.start_with?("Jekyll::") && ABSENT.include?(name[/\AJekyll::(\w+)\z/, 1]) && own_methods?(mod, path) && !Utterson.own?(mod) then name
            end
          [changed, path, line] if changed
        end
      end

      def own_methods?(mod, path) = (mod.instance_methods(false) + mod.private_instance_methods(false)).any? { |name| mod.instance_method(name).source_location&.first == path }

      def changed_methods(mod, name, path)
        return [] if !Utterson.own?(mod) || ASKED.include?(name)

        watched = Utterson.own_methods(mod) | INTERNALS.fetch(name, [])
        (mod.instance_methods(false) + mod.private_instance_methods(false)).select do |method|
          watched.include?(method) && mod.instance_method(method).source_location&.first == path
        end
      end
    end
  end
end
