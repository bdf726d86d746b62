# frozen_string_literal: true

module Jekyll
  # What the shim itself asks of the site: the copy of what is over there, and what a plugin changed in it.
  class Site
    include Utterson::Referred

    def reference = "s:"
    def self._load(_text) = Utterson.site

    # A new build: all is fetched anew.
    def begin_build
      @files.clear
      @fetched = false
      @data = nil
      @converters = @generators = nil
      @collections = nil
      @time = Utterson.settings["time"]
      @is_hidden = @is_compared = false
      @config_before = config.transform_values { |value| Utterson.image(value) }
      Utterson::Registers.forget
      Utterson::Environment.forget
      Cache.clear
    end

    # What is here is not what is there any more; objects stay the same, what they hold is asked for again.
    def stale(ids, data_too)
      @fetched = @is_compared = false
      ids.each { |id| @files[id]&.instance_variable_set(:@stale, true) }
      @data = nil if data_too
    end

    def own_plugins(base) = Utterson::Registered.plugins.select { |klass| klass < base && klass.name && !klass.name.start_with?("Jekyll::Converters::") }.sort.map { |klass| klass.new(config) }

    def file(id)
      fetch_files unless @files.key?(id)
      @files[id] || one_file(id)
    end

    # The page or document whose hooks have their turn.
    def in_hand(kind, attributes)
      fetch_files
      object = (@files[attributes["utterson_id"]] ||= make(kind, attributes))
      object.mirror(attributes.reject { |_, value| value.nil? })
    end

    # A file that came up after the lists were fetched.
    def one_file(id)
      kind, attributes = Utterson.ask("file", id)
      @files[id] = make(kind, attributes) if kind
    end

    # Gives an object that a plugin made a name.
    def adopt(object)
      id = "ruby:#{@adopted += 1}"
      @files[id] = object
      id
    end

    def make(kind, attributes)
      klass = { "page" => attributes["made"] ? PageWithoutAFile : Page, "document" => Document, "static" => StaticFile }.fetch(kind)
      object = klass.allocate
      object.mirror(attributes.merge("site" => self))
      object
    end

    # For whoever looks at all of them.
    def list_files
      look_at(nil)
      fetch_files
    end

    def fetch_files
      return self if @fetched

      @fetched = true
      found = Utterson.ask("files")
      known = ->(kind, list) { list.map { |attributes| mirrored(kind, attributes) } }
      @collections = (@collections || {}).merge(found["collections"].to_h { |label, attributes| [label, collection(label, attributes)] })
      found["collections"].each do |label, attributes|
        refill(@collections[label].instance_variable_get(:@docs), known.call("document", attributes["documents"]))
        refill(@collections[label].instance_variable_get(:@files), known.call("static", attributes["static_files"]))
      end
      refill(@pages ||= [], known.call("page", found["pages"]))
      own = known.call("static", found["static_files"])
      refill(@static_files ||= [], own + @collections.values.flat_map { |collection| collection.instance_variable_get(:@files) })
      @layouts = found["layouts"].transform_values { |attributes| Layout.allocate.mirror(attributes.merge("site" => self)) }
      @layouts_before = @layouts.keys
      @posts_before = note_lists
      self
    end

    def known_collection(label) = @collections[label]

    def refill(list, items) = list.frozen? ? items : list.replace(items)

    def collection(label, attributes)
      one = @collections && @collections[label] || Collection.new(self, label)
      one.mirror("directory" => attributes["directory"], "relative_directory" => attributes["relative_directory"], "metadata" => attributes["metadata"])
    end

    def mirrored(kind, attributes)
      id = attributes["utterson_id"]
      object = @files[id]
      return @files[id] = make(kind, attributes) if object.nil?

      object.mirror(attributes)
      if object.instance_variable_get(:@stale)
        object.instance_variable_set(:@stale, false)
        object.forget_texts
        object.receive_data(Utterson.ask("data", [id]).first) if object.instance_variable_get(:@data)
      end
      object
    end

    # Front matter comes for all files of a kind at once: whoever looks at one of them mostly looks at the others.
    def fetch_data(object)
      group = group_of(object).select { |one| one.mirrored? && one.instance_variable_get(:@data).nil? }
      group = [object] unless group.include?(object)
      datas = Utterson.ask("data", group.map(&:utterson_id))
      group.zip(datas) { |one, data| one.receive_data(data) }
      @handed_out.concat(group)
    end

    def group_of(object)
      case object
      when Page then fetch_files && @pages
      when Document then object.collection ? fetch_files && object.collection.instance_variable_get(:@docs) : [object]
      else [object]
      end
    end

    def handed_out(object, text: false)
      @handed_out << object
      @with_texts << object if text && Utterson.frame
    end

    # Texts are asked for by each call anew: a page's is another one when it has had its turn.
    def forget_texts
      @with_texts.each(&:forget_own_texts).clear unless @with_texts.empty?
    end

    def note_lists
      @lists_before = { pages: @pages.dup, static: @static_files.dup, documents: @collections.transform_values { |one| one.instance_variable_get(:@docs).dup } }
    end

    # All that a plugin has changed, as a record; nil for nothing.
    def take_changes
      record = {}
      record["changes"] = @handed_out.uniq.filter_map { |one| (changed = one.changes) && [one.utterson_id, changed] }.to_h
      record.merge!(list_changes) if @fetched
      if @data && ((image = Utterson.image(@data)) != @data_before || image.nil?)
        record["data"] = Utterson.wire(@data)
        @data_before = image
      end
      record["config"] = config_changes
      record.delete_if { |_, value| value.respond_to?(:empty?) && value.empty? && value != record["data"] }
      record.empty? ? nil : record
    end

    def config_changes
      images = config.transform_values { |value| Utterson.image(value) }
      changed = config.select { |key, _| images[key].nil? || images[key] != @config_before[key] }
      gone = @config_before.keys - config.keys
      @config_before = images
      Utterson.wire(changed.merge(gone.to_h { |key| [key, nil] }))
    end

    def list_changes
      before = @lists_before
      pages_after, static_after = @pages, @static_files
      documents = @collections.transform_values { |one| one.instance_variable_get(:@docs) }
      record = {
        "pages" => fresh(before[:pages], pages_after).map { |page| Utterson::Record.page(page) },
        "static" => fresh(before[:static], static_after).map { |file| Utterson::Record.static(file).merge("destination" => file.destination(dest)) },
        "documents" => documents.flat_map { |label, docs| fresh(before[:documents][label] || [], docs).map { |document| Utterson::Record.document(document) } },
        "removed" => gone(before[:pages], pages_after) + gone(before[:static], static_after) +
                     before[:documents].flat_map { |label, docs| gone(docs, documents[label] || []) },
        "layouts" => (@layouts.keys - @layouts_before).to_h { |name| [name, Utterson::Record.layout(@layouts[name])] },
      }
      record["order"] = ordered(before[:pages], pages_after) + documents.flat_map { |label, docs| ordered(before[:documents][label] || [], docs) }
      note_lists
      @layouts_before = @layouts.keys
      record
    end

    def fresh(before, after)
      known = Set.new.compare_by_identity.merge(before)
      after.reject { |one| known.include?(one) }
    end

    def gone(before, after)
      known = Set.new.compare_by_identity.merge(after)
      before.reject { |one| known.include?(one) }.map(&:utterson_id)
    end

    # Names in order, where it is not the one before with what is new at its end.
    def ordered(before, after)
      known = Set.new.compare_by_identity.merge(after)
      kept = before.select { |one| known.include?(one) }
      expected = kept + fresh(before, after)
      expected.each_with_index.all? { |one, place| one.equal?(after[place]) } ? [] : after.map { |one| one.reference[2..] }
    end

  end
end
