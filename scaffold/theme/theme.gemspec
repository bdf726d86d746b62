# frozen_string_literal: true

Gem::Specification.new do |spec|
  spec.name          = "__THEME_NAME__"
  spec.version       = "0.1.0"
  spec.authors       = ["__USER_NAME__"]
  spec.email         = ["__USER_EMAIL__"]

  spec.summary       = "TODO: What the theme looks like, in a sentence."
  spec.homepage      = "TODO: Where the theme can be seen."
  spec.license       = "MIT"

  # What is in Git and belongs to a theme: the folders below, the licence, the README and the configuration.
  parts = %r!\A(assets|_data|_layouts|_includes|_sass|LICENSE|README|_config\.yml)!i
  spec.files = `git ls-files -z`.split("\x0").grep(parts)

  spec.add_runtime_dependency "jekyll", "~> 4.4"
end
