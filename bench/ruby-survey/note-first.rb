# frozen_string_literal: true

# Stands before a site's plugins, there and here, and notes what they register. Under `SURVEY_TRY` (there only) a page that fails is noted, too,
# in place of the build's end.
module SurveyNotes
  FOUND = { "tags" => {}, "filters" => {}, "hooks" => [] } # rubocop:disable Style/MutableConstant
  FOLDER = File.expand_path("..", __dir__)

  module Template
    def register_tag(name, klass)
      FOUND["tags"][name.to_s] = klass.is_a?(Class) && klass <= Liquid::Block ? true : false
      super
    end

    def register_filter(mod)
      mod.public_instance_methods(false).each do |name|
        method = mod.instance_method(name)
        next unless method.source_location&.first.to_s.start_with?(FOLDER)

        kinds = method.parameters.map(&:first)
        FOUND["filters"][name.to_s] = [kinds.count(:req) - 1, kinds.include?(:rest) ? 3 : kinds.count(:req) + kinds.count(:opt) - 1]
      end
      super
    end
  end

  module Hooks
    def register(owners, event, **options, &block)
      [owners].flatten.each { |owner| FOUND["hooks"] << "#{owner} #{event}" }
      super
    end
  end

  module Renderer
    def run
      super
    rescue StandardError, SystemStackError => e
      raise unless document.relative_path.start_with?("cases/")

      File.write(File.join(FOLDER, ".failed"), "#{document.relative_path}\t#{e.class}: #{e.message.lines.first}\n", mode: "a")
      ""
    end
  end

  def self.save
    classes = [Jekyll::Generator, Jekyll::Converter].to_h { |base| [base.name[/\w+\z/].downcase, base.descendants.filter_map(&:name)] }
    own = classes.transform_values { |names| names.reject { |name| %w(Markdown Identity Scss Sass SmartyPants).include?(name[/\AJekyll::Converters::(\w+)\z/, 1]) }.sort }
    found = FOUND.merge(own)
    found["hooks"] = found["hooks"].sort
    require "json"
    File.write(File.join(FOLDER, ".registered"), JSON.generate(found))
  end
end

Liquid::Template.singleton_class.prepend(SurveyNotes::Template)
Jekyll::Hooks.singleton_class.prepend(SurveyNotes::Hooks)
Jekyll::Renderer.prepend(SurveyNotes::Renderer) if ENV["SURVEY_TRY"]
