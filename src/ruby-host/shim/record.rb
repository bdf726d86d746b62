# frozen_string_literal: true

module Utterson
  # What the other side makes files of that plugins made.
  module Record
    class << self
      def page(page)
        variable = ->(name) { page.instance_variable_get(name) }
        {
          "id" => page.reference[2..], "dir" => variable.call(:@dir).to_s, "name" => page.name.to_s, "basename" => page.basename.to_s,
          "ext" => page.ext.to_s, "data" => page.wire_data, "content" => page.content.to_s, "url" => page.own_url,
          "class" => page.class.name.to_s, "has_defaults" => !page.data.default_proc.nil?, "path" => page.relative_path, "output" => variable.call(:@output),
        }
      end

      def document(document)
        {
          "id" => document.reference[2..], "collection" => document.collection.label, "path" => document.path,
          "relative_path" => document.relative_path, "data" => document.wire_data, "content" => document.content.to_s,
          "read" => document.instance_variable_get(:@read), "url" => document.method(:url).owner == Jekyll::Document && !Addresses.ours?(document) ? nil : document.url,
          "date" => document.date,
        }
      end

      def static(file)
        {
          "id" => file.reference[2..], "path" => file.path, "relative_path" => file.relative_path.to_s, "name" => file.name.to_s,
          "collection" => file.collection_label, "is_written" => file.write? ? true : false,
          "is_own" => own_write?(file),
          "url" => file.method(:url).owner == Jekyll::StaticFile ? nil : file.url,
        }
      end

      def own_write?(file) = file.method(:write).owner != Jekyll::StaticFile

      def layout(layout)
        { "path" => layout.path.to_s, "data" => Utterson.wire(layout.data || {}), "content" => layout.content.to_s, "ext" => layout.ext.to_s }
      end
    end
  end
end
