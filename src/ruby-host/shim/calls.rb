# frozen_string_literal: true

module Utterson
  Wire.on("hello") do |settings, config, filters|
    Utterson.settings = settings
    ENV.replace(settings["variables"])
    ENV["TZ"] = settings["zone"] if settings["zone"]
    if settings["clock"]
      fixed = settings["clock"]
      Time.singleton_class.class_eval { define_method(:now) { |**options| at(fixed, **options) } }
    end
    Dir.chdir(settings["directory"])
    Utterson::Gems.folders = settings["gems"]
    Utterson.filters = filters
    Utterson.site = Jekyll::Site.new(Jekyll::Configuration.new.merge!(config))
    [PROTOCOL, RUBY_VERSION, RUBY_PLATFORM]
  end

  Wire.on("load") do |path|
    plugins = Registered.plugins.size
    hooks = Registered.hooks.size
    features = $LOADED_FEATURES.size
    Reads.silently { Verdicts.read(path) }
    opened = Watch.during(path) { require path }
    loaded = $LOADED_FEATURES.drop(features)
    Reads.silently { Verdicts.read_loaded(loaded) }
    Tracked.follow
    Registered.take(plugins, hooks).merge("opened" => opened, "files" => loaded)
  end

  # Why files of plugins are not plain, which of them look at what converters are made with, and tags that can be made when they are rendered.
  Wire.on("verdicts") { [Verdicts.all, Verdicts.readers_of_settings, Registered.bare_tags] }

  Wire.on("time") { |time| Utterson.site.time = time }
  Wire.on("stale") { |ids, data_too| Utterson.site.stale(ids, data_too) }

  Wire.on("addresses") { Addresses.all }

  Wire.on("generate") do |number|
    klass = Registered.plugins.fetch(number)
    Utterson.site.plugin_instance(klass).generate(Utterson.site)
    Utterson.site.take_changes
  end

  Wire.on("site_hook") do |number, payload|
    block = Registered.hooks.fetch(number)[4]
    args = payload ? [Utterson.site, Jekyll::Drops::UnifiedPayloadDrop.new] : [Utterson.site]
    block.call(*args)
    Utterson.site.take_changes
  end

  Wire.on("item_hook") do |number, (kind, attributes), data, payload|
    block = Registered.hooks.fetch(number)[4]
    item = Utterson.site.in_hand(kind, attributes)
    item.forget_texts
    item.receive_data(data)
    block.call(*(payload ? [item, Jekyll::Drops::UnifiedPayloadDrop.new] : [item]))
    item.changes
  end

  # Files that write themselves have their turn.
  Wire.on("write_files") do
    files = Utterson.site.static_files.select { |file| file.write? && Record.own_write?(file) }
    files.each { |file| file.write(Utterson.site.dest) }
    nil
  end

  Wire.on("clean_hook") do |number, paths|
    Registered.hooks.fetch(number)[4].call(paths)
    paths
  end

  @tags = {}

  def self.new_tag(number, name, markup, line)
    klass = Registered.tag_table.fetch(name)
    tag = klass.parse(name, markup, Tokens.new, Liquid::ParseContext.new(line_number: line))
    tag.utterson_id = number if tag.respond_to?(:utterson_id=)
    @tags[number] = tag
  end

  Wire.on("new_tag") do |number, *parts|
    tag = new_tag(number, *parts)
    tag.respond_to?(:blank?) && tag.blank? ? true : false
  end

  # The rest of the template, for tags that read it themselves.
  class Tokens
    def shift = Utterson.ask("token")
    def empty? = false
  end

  # With what it is made of, if it has yet to be, and values of expressions that the tag is likely to ask for; answers those that it did not
  # want, too.
  Wire.on("render_tag") do |number, unmade, frame, registers, names, *values|
    out, unused = in_frame(frame) do
      tag = @tags[number] || new_tag(number, *unmade)
      Given.during(frame, names.zip(values).to_h) { tag.render(Liquid::Context.of(frame, registers)) }
    end
    Environment.settle
    text = out.is_a?(Array) ? out.join : out.to_s
    unused.empty? ? text : [text, unused]
  end

  def self.in_frame(frame)
    outer = Utterson.frame
    Utterson.site.forget_texts
    Utterson.frame = frame
    yield
  ensure
    Utterson.frame = outer
  end

  Wire.on("filter") do |name, frame, registers, *args|
    in_frame(frame) do
      strainer = Strainer.new(Liquid::Context.of(frame, registers))
      options = args.last.is_a?(Hash) && keywords?(name) ? args.pop.transform_keys(&:to_sym) : nil
      wire(options ? strainer.public_send(name, *args, **options) : strainer.public_send(name, *args))
    end
  end

  def self.keywords?(name) = Strainer.instance_method(name).parameters.any? { |kind, _| %i[key keyreq keyrest].include?(kind) }

  Wire.on("converter") do |number, method, argument|
    klass = Registered.plugins.fetch(number)
    wire(Utterson.site.plugin_instance(klass).public_send(method, argument))
  end

  Wire.on("converter_marks") do |number|
    converter = Utterson.site.plugin_instance(Registered.plugins.fetch(number))
    [converter.highlighter_prefix, converter.highlighter_suffix]
  end

  Wire.on("drop_get") do |number, key|
    object = Handle.fetch(number)
    case object
    when Liquid::Drop then [true, wire(object[key])]
    when Hash then object.key?(key) ? [true, wire(object[key])] : [false, nil]
    else [false, nil]
    end
  end

  Wire.on("drop_has") do |number, key|
    object = Handle.fetch(number)
    object.respond_to?(:key?) && object.key?(key) ? true : false
  end

  Wire.on("drop_keys") do |number|
    object = Handle.fetch(number)
    object.respond_to?(:keys) ? object.keys.map(&:to_s) : []
  end

  Wire.on("drop_text") { |number| utf8(Handle.fetch(number).to_s) }
  Wire.on("drop_inspect") { |number| utf8(Handle.fetch(number).inspect) }

  Wire.on("drop_about") do |number|
    object = Handle.fetch(number)
    [object.class.name.to_s, object.respond_to?(:each) && !object.is_a?(Jekyll::Drops::Drop)]
  end

  Wire.on("drop_items") { |number| wire(Handle.fetch(number).each.to_a) }

  Wire.on("drop_json") do |number|
    object = Handle.fetch(number)
    object.respond_to?(:to_h) && !object.is_a?(Array) && object.class.method_defined?(:hash_for_json) ? wire(object.to_h) : wire(object.respond_to?(:to_h) ? object.to_h : object.to_s)
  end

  Wire.on("calls") { |number, other| (Handle.fetch(number) <=> other).then { |order| order.is_a?(Integer) ? order : nil } }
end
